/**
 * What the heatmap of `benchmarks/headline.mjs` would take a program of a given rate: 51 x 51 cells, each within 0.01 at
 * 95%, the bias of the step included, on two cores that it shares out perfectly. Computed, since most would take an hour.
 *
 * A program that spends the same paths in every cell needs n of them with 1.96 sqrt(1/4 / n) = 0.01 - bias, and Euler's bias
 * grows in proportion to the step. "Usual" is the step of 0.01 that is in use; "best" the one that costs least, where the
 * bias is a third of the tolerance, which its user would have to know.
 */
const CELLS = 51 * 51;
const HORIZON = 20;
const TOLERANCE = 0.01;
const USUAL_DT = 0.01;
/** Bias over dt in the probability of full sharing, the largest of the three scenarios (docs/schemes-and-accuracy.md). */
const BIAS = { 'two-point': 0.058, gaussian: 0.075 };

function pathSteps(bias, dt) {
  const paths = (0.25 * 1.96 ** 2) / (TOLERANCE - bias * dt) ** 2;
  return CELLS * paths * (HORIZON / dt);
}

/** Seconds `{ usual, best }`; null for increments whose scheme is of another order. */
export function headlineSeconds({ increments, stepsPerSecond }) {
  const bias = BIAS[increments];
  if (bias === undefined) return null;
  const seconds = (dt) => pathSteps(bias, dt) / (2 * stepsPerSecond);
  return { usual: seconds(USUAL_DT), best: seconds(TOLERANCE / (3 * bias)) };
}
