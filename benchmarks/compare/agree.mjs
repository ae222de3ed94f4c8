/**
 * Whether the programs computed the same thing: each probability beside ours with the same increments, within five
 * standard errors of the difference (6e-7 false alarms a comparison). Different increments are different schemes, whose
 * probabilities at this step may differ by the bias of the step as well.
 */

const Z = 5;
/** The most by which schemes of weak order 1 and 2 may differ at dt = 0.1 on this game. */
const STEP_BIAS = 0.004;

/** Adds `difference`, `allowed` and `agrees` to each row. */
export function judge(rows) {
  const reference = (increments) => rows.find((row) => row.ours && row.increments === increments);
  const base = reference('two-point');
  return rows.map((row) => {
    const first = row.ours && reference(row.increments) === row;
    const other = first ? base : reference(row.increments);
    const difference = row.probability - other.probability;
    const allowed = Z * Math.hypot(error(row), error(other)) + (row.increments === other.increments ? 0 : STEP_BIAS);
    return { ...row, difference, allowed, agrees: Math.abs(difference) <= allowed };
  });
}

function error({ probability, paths }) {
  return Math.sqrt((probability * (1 - probability)) / paths);
}
