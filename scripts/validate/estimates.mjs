/**
 * Numbers of one run with their standard errors, and numbers of several runs beside the exact ones.
 */
import { simulate, sweep } from '@trilogue/engine';

export const paths = 200_000;

/**
 * @typedef {import('@trilogue/engine').SimulateOptions} Run
 * @typedef {import('@trilogue/engine').SimulateResult} Result
 * @typedef {readonly [value: number, standardError: number]} Estimate
 */

/** @param {number} low @param {number} high of a 95% interval */
const errorOf = (low, high) => (high - low) / (2 * 1.96);
/** @param {Result} result @returns {Estimate} */
export const probability = ({ outcomes: [up] }) => [
  up.probability,
  Math.sqrt((up.probability * (1 - up.probability)) / paths),
];
/** @param {Result} result @returns {Estimate} */
export const lossProbability = ({ outcomes: [, down] }) => [
  down.probability,
  Math.sqrt((down.probability * (1 - down.probability)) / paths),
];
/** @param {Result} result @returns {Estimate} */
export const timeToFixation = ({ passages: [up] }) => [
  Number(up.mean),
  errorOf(Number(up.meanLow), Number(up.meanHigh)),
];
/** @param {Result} result @returns {Estimate} */
export function timeToEnd({ passages }) {
  const parts = passages.map(({ probability: p, mean, meanLow, meanHigh }) => ({
    p,
    mean: Number(mean),
    error: errorOf(Number(meanLow), Number(meanHigh)),
  }));
  const mean = parts.reduce((sum, part) => sum + part.p * part.mean, 0);
  // over all paths: within those of an end, and between the two ends
  const within = parts.reduce((sum, part) => sum + (part.p * part.error) ** 2, 0);
  const between = parts.reduce((sum, part) => sum + part.p * (part.mean - mean) ** 2, 0) / paths;
  return [mean, Math.sqrt(within + between)];
}
/** @param {Run} run @returns {Promise<Estimate>} */
export async function deviation({ game, scheme, dt, seed, backend }) {
  // a sweep of one cell, since it has the interval of a standard deviation
  const x = { name: 'initial.P', from: 0.3, to: 0.3, count: 1 };
  const { values, low, high } = await sweep({ game, scheme, dt, seed, paths, x, metric: 'sd(P.up)', backend });
  return [Number(values[0][0]), errorOf(Number(low[0][0]), Number(high[0][0]))];
}

/**
 * 2 V(h/2) - V(h), from independent runs.
 *
 * @param {number} exact
 * @param {Run} run
 * @param {((result: Result) => Estimate) | typeof deviation} read
 */
export async function extrapolated(exact, run, read) {
  const at = async (/** @type {number} */ dt, /** @type {string} */ seed) => {
    const one = { scheme: /** @type {const} */ ('weak-euler'), times: 0, passages: false, ...run, paths, dt, seed };
    if (read === deviation) return deviation(one);
    return /** @type {(result: Result) => Estimate} */ (read)(await simulate(one));
  };
  const [coarse, coarseError] = await at(Number(run.dt), 'coarse');
  const [fine, fineError] = await at(Number(run.dt) / 2, 'fine');
  const ours = 2 * fine - coarse;
  return { exact, ours, distance: { z: (ours - exact) / Math.hypot(2 * fineError, coarseError) } };
}

/**
 * The probability of an outcome within a tolerance, which may be off as far as the run says.
 *
 * @param {number} exact
 * @param {import('@trilogue/core').Game} game
 * @param {number} tolerance
 * @param {import('./answers.mjs').Backend} backend
 * @param {number} [outcome]
 */
export async function stated(exact, game, tolerance, backend, outcome = 0) {
  const { outcomes } = await simulate({ game, tolerance, times: 0, passages: false, backend });
  const { probability: ours, low, high, bias } = outcomes[outcome];
  const limit = Math.max(high - ours, ours - low) + Number(bias);
  return { exact, ours, distance: { error: Math.abs(ours - exact), limit } };
}
