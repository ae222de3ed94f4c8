/**
 * Subsamples without replacement: the same estimate on halves of the samples, and an interval from how far these lie from
 * the whole. For estimates of ranks, where a bootstrap resample has ties that no sample has.
 * Sources: Shao and Wu (1989) for the variance from subsamples (the delete-d jackknife).
 */
import { type Key, keyOf, normalQuantile, philoxInto } from '@trilogue/random';
import type { BootstrapOptions, Estimate } from '../estimate/contract.js';
import { checkBootstrap } from './bootstrap.js';

/**
 * Estimates on a scale on which they are about normal, with intervals that are even about a centre.
 *
 * A subsample of m of n lies n / m as far from the truth in its bias, and its distance from the whole has m / (n - m) of
 * the variance of the whole: with halves both factors are 1. The centre is the whole less the bias that the subsamples
 * show, and the spread their mean squared distance from the whole, bias included, since that is not known exactly.
 *
 * @param fewest samples that the estimate can do with; subsamples have half of all, or these.
 * @param estimate writes `size` estimates to `out`, from the places of some samples.
 */
export function subsampled(
  samples: number,
  fewest: number,
  size: number,
  estimate: (places: Uint32Array, out: Float64Array) => void,
  options: BootstrapOptions = {},
): Estimate[] {
  const { resamples, confidence, seed } = checkBootstrap(options);
  const places = Uint32Array.from({ length: samples }, (_, i) => i);
  const values = new Float64Array(size);
  estimate(places, values);

  const count = Math.min(samples - 1, Math.max(fewest, samples >> 1));
  const ratio = count / (samples - count);
  const key = keyOf(`subsamples\n${seed}`);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  const out = new Float64Array(size);
  for (let b = 0; b < resamples; b++) {
    draw(places, count, key, b);
    estimate(places.subarray(0, count), out);
    for (let i = 0; i < size; i++) {
      const distance = out[i]! - values[i]!;
      sums[i]! += distance;
      squares[i]! += distance * distance;
    }
  }
  const z = normalQuantile((1 + confidence) / 2);
  return [...values].map((value, i) => {
    const centre = value - (ratio * sums[i]!) / resamples;
    const half = z * Math.sqrt((ratio * squares[i]!) / resamples);
    return { value, low: centre - half, high: centre + half };
  });
}

const block = new Uint32Array(4);

/** Brings `count` of the places to the front, any of them as likely: Fisher and Yates's shuffle, stopped early. */
function draw(places: Uint32Array, count: number, key: Key, b: number): void {
  for (let i = 0; i < count; i++) {
    const lane = i & 3;
    if (lane === 0) {
      philoxInto(block, i >>> 2, b, 0, 0, key.lo, key.hi);
    }
    const other = i + Math.floor(block[lane]! * (places.length - i) * 2 ** -32);
    const held = places[i]!;
    places[i] = places[other]!;
    places[other] = held;
  }
}
