/**
 * Bootstrap: the same estimate on resamples of the samples, and the percentile interval. Owns the resampling and the
 * interval; what is estimated is the caller's. Source: Efron (1979); Efron & Tibshirani (1993), ch. 13.
 */
import { type Key, keyOf, philoxInto } from '@trilogue/random';
import { checkCount, checkObject, shown } from '../check.js';
import { SensitivityError } from '../errors.js';
import type { BootstrapOptions, Estimate } from '../estimate/contract.js';

/**
 * Estimates with their percentile intervals.
 *
 * A resample is told as weights: how often each sample was drawn. So a caller that keeps one number a sample for each
 * sum that it needs has no sorting or copying to do. Resample b reads stream b of its own key.
 *
 * @param samples number of independent samples.
 * @param estimate writes many estimates to `out`, from weights that sum to `samples`; first called with all weights 1.
 * @param size how many estimates.
 * @throws SensitivityError (`option`) where a number is outside its range.
 */
export function bootstrap(
  samples: number,
  size: number,
  estimate: (weights: Float64Array, out: Float64Array) => void,
  options: BootstrapOptions = {},
): Estimate[] {
  const { resamples, confidence, seed } = checkBootstrap(options);
  const weights = new Float64Array(samples).fill(1);
  const values = new Float64Array(size);
  estimate(weights, values);

  const key = keyOf(`bootstrap\n${seed}`);
  const columns = Array.from({ length: size }, () => new Float64Array(resamples));
  const out = new Float64Array(size);
  for (let b = 0; b < resamples; b++) {
    resample(weights, key, b);
    estimate(weights, out);
    for (let i = 0; i < size; i++) {
      columns[i]![b] = out[i]!;
    }
  }
  const tail = (1 - confidence) / 2;
  return columns.map((column, i) => {
    column.sort();
    return { value: values[i]! + 0, low: quantile(column, tail), high: quantile(column, 1 - tail) };
  });
}

/** The options with their defaults. @throws SensitivityError (`option`) where a number is outside its range. */
export function checkBootstrap(options: BootstrapOptions): Required<BootstrapOptions> {
  checkObject('The options of an estimate', options);
  const { resamples = 1000, confidence = 0.95, seed = 'trilogue' } = options;
  checkCount('The number of resamples', resamples, 20, 2 ** 20);
  if (typeof confidence !== 'number' || !(confidence > 0 && confidence < 1)) {
    throw new SensitivityError('option', `The confidence must lie between 0 and 1, found ${shown(confidence)}.`);
  }
  return { resamples, confidence, seed };
}

const block = new Uint32Array(4);

/** Draws as many samples as there are, with replacement: the words of stream b in order, four at a time. */
function resample(weights: Float64Array, key: Key, b: number): void {
  const samples = weights.length;
  const scale = samples * 2 ** -32;
  weights.fill(0);
  for (let i = 0; i < samples; i++) {
    const lane = i & 3;
    if (lane === 0) {
      philoxInto(block, i >>> 2, b, 0, 0, key.lo, key.hi);
    }
    weights[Math.floor(block[lane]! * scale)]! += 1;
  }
}

/** Quantile of sorted values, linear between them: definition 7 of Hyndman & Fan (1996). */
export function quantile(sorted: Float64Array, part: number): number {
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

/** Weighted sum of a column. */
export function weightedSum(weights: Float64Array, column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]! * column[i]!;
  }
  return sum;
}
