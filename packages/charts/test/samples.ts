/**
 * Inputs for the tests, shaped like real results: a smooth S-shaped probability with Wilson intervals, time bands,
 * outcome probabilities.
 */
import type { BandsInput } from '../src/bands/bands.js';
import type { CurveInput } from '../src/curve/curve.js';
import type { HeatmapInput } from '../src/heatmap/heatmap.js';
import type { OutcomeBarsInput } from '../src/outcomes/outcome-bars.js';
import type { ScenarioBarsInput } from '../src/outcomes/scenario-bars.js';

const z95 = 1.959963984540054;

/** The 95% interval of a share of `paths` paths (Wilson 1927). */
function wilson(share: number, paths: number): { low: number; high: number } {
  const weight = z95 ** 2 / paths;
  const middle = (share + weight / 2) / (1 + weight);
  const half = (z95 * Math.sqrt((share * (1 - share)) / paths + weight / (4 * paths))) / (1 + weight);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** `count` even values from `from` to `to`. */
function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
}

/** The probability that the sample sweep shows at trust `tau` and penalty `p`. */
function sharing(tau: number, p: number): number {
  return 1 / (1 + Math.exp(-(9 * tau + 2.4 * p + 1.5 * tau * p - 7)));
}

export interface SweepShape {
  columns: number;
  rows: number;
  paths: number;
}

/** Probability of full sharing over trust and penalty, rounded to whole paths. */
export function sweepSample({ columns, rows, paths }: SweepShape): HeatmapInput {
  const tau = evenly(0, 1, columns);
  const p = evenly(0, 2, rows);
  const values = p.map((row) => tau.map((column) => Math.round(sharing(column, row) * paths) / paths));
  const intervals = values.map((row) => row.map((value) => wilson(value, paths)));
  return {
    title: 'Cross-department data sharing: probability of full sharing',
    x: { name: 'tau', title: 'Trust between the departments', values: tau },
    y: { name: 'p', title: 'Penalty on a withholding department', values: p },
    metric: { name: 'P(share,share,coordinate)', title: 'Probability of full sharing', probability: true },
    values,
    low: intervals.map((row) => row.map(({ low }) => low)),
    high: intervals.map((row) => row.map(({ high }) => high)),
    caption: `${paths} paths per cell, dt = 0.1, scheme weak-euler, horizon 20, seed "trilogue", trilogue 0.1.0`,
  };
}

/** The sample surface along trust alone. */
export function curveSample(count: number, paths: number): CurveInput {
  const { title, x, metric, values, low, high, caption } = sweepSample({ columns: count, rows: 3, paths });
  return { title, x, metric, values: values[1]!, low: low[1]!, high: high[1]!, ...(caption ? { caption } : {}) };
}

/** Three shares on their way to one, with bands that open and close again. */
export function bandsSample(count: number): BandsInput {
  const times = evenly(0, 20, count);
  const titles = { A: 'Functional department A', B: 'Functional department B', M: 'Data management department' };
  const shares = Object.entries(titles).map(([player, playerTitle], k) => {
    const quantile = (shift: number) =>
      times.map(
        (time) => 1 / (1 + Math.exp(-((0.5 - 0.14 * k) * time * (1 + shift / 4) + shift * Math.sqrt(time) - k / 2))),
      );
    const name = `${player}.${player === 'M' ? 'coordinate' : 'share'}`;
    const quantiles = { q10: quantile(-1.28), q25: quantile(-0.67), q75: quantile(0.67), q90: quantile(1.28) };
    return { name, player, playerTitle, mean: quantile(-0.1), ...quantiles };
  });
  return { title: 'Cross-department data sharing: evolution of the strategies', times, shares };
}

/** The eight outcomes of the three-player game. */
export function outcomesSample(): OutcomeBarsInput {
  const outcomes = outcomesOf([1021, 12, 31, 8, 40, 16, 102, 752]);
  return { title: 'Cross-department data sharing: where the paths end', outcomes, undecided: 0.009 };
}

/** The four outcomes that matter in the three scenarios of the game. */
export function scenariosSample(): ScenarioBarsInput {
  const some = (counts: number[]) => outcomesOf(counts).filter((_, k) => [0, 2, 6, 7].includes(k));
  return {
    title: 'Cross-department data sharing: three kinds of data management department',
    scenarios: [
      { name: 'independent', title: 'Independent department', outcomes: some([1370, 0, 20, 0, 0, 0, 61, 540]) },
      { name: 'added-functions', title: 'Added functions', outcomes: some([1021, 0, 31, 0, 0, 0, 102, 752]) },
      { name: 'inner-division', title: 'Inner division', outcomes: some([610, 0, 44, 0, 0, 0, 120, 1204]) },
    ],
    caption: '2000 paths per scenario, dt = 0.1, seed "trilogue"',
  };
}

/** Outcomes from the numbers of 2000 paths that end at each of the eight profiles. */
function outcomesOf(counts: readonly number[]) {
  const paths = 2000;
  return counts.map((count, k) => ({
    profile: [k & 4 ? 'withhold' : 'share', k & 2 ? 'withhold' : 'share', k & 1 ? 'stand_by' : 'coordinate'],
    probability: count / paths,
    ...wilson(count / paths, paths),
  }));
}
