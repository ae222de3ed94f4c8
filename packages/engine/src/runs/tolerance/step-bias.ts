/**
 * A bound of the bias that a step leaves in a metric, for every cell.
 *
 * A bias of order p is C dt^p, so what halving the step changes is 1 - 2^-p of it. The change is estimated
 * from coupled paths, pooled over neighbouring cells, and its 95% bound is taken instead of itself.
 * Source: Talay and Tubaro (1990) for the expansion of the error.
 */
import { Z95 } from '../../measures/reduce/intervals.js';
import type { Differences } from './halving.js';
import { type Windows, windowLargest, windowSize, windowSums } from './window.js';

/** Batches of a cell's coupled paths: more where no neighbours help to estimate a variance. */
export function batchesOf(windows: Windows): number {
  return windowSize(windows) === 1 ? 32 : 8;
}

/** Coupled paths of a window in a first round. */
const FIRST_IN_WINDOW = 8192;
/** Paths that a kernel takes at a time, whether they are wanted or not. */
const PATHS_TOGETHER = 16;

/** Coupled paths of each cell where one of them says everything. */
export function fewestPairs(windows: Windows): number {
  return 4 * batchesOf(windows);
}

/** Coupled paths of each cell in a first round: so many in a window. */
export function firstPairs(windows: Windows): number {
  const batch = PATHS_TOGETHER * batchesOf(windows);
  return Math.max(1, Math.round(FIRST_IN_WINDOW / windowSize(windows) / batch)) * batch;
}

export interface StepBias {
  /** 95% bound of the bias; NaN where it could not be estimated. */
  readonly bound: Float64Array;
  /** The part of the bound that more coupled paths would take away. */
  readonly noise: Float64Array;
}

/**
 * @param pairs coupled paths of each cell
 * @param order of the bias in the step
 * @param unseen what a change by one path in the number of pairs may be, though no pair shows it; 0 where all paths are the same
 * @param sure a part of the bias that is known without any
 */
export function stepBias(
  windows: Windows,
  { value, variance }: Differences,
  pairs: ArrayLike<number>,
  order: number,
  unseen: number,
  sure = 0,
): StepBias {
  const whole = 1 / (1 - 2 ** -order);
  const means = windowSums(windows, value);
  const spread = windowSums(windows, variance);
  const paths = windowSums(windows, Float64Array.from(pairs));
  const quantile = studentQuantile(windows);
  const bound = new Float64Array(value.length);
  const noise = new Float64Array(value.length);
  for (let cell = 0; cell < value.length; cell++) {
    const count = means.counts[cell];
    const error = Math.max(Math.sqrt(spread.sums[cell]) / count, unseen / paths.sums[cell]);
    noise[cell] = count > 0 ? whole * quantile * error : Number.NaN;
    bound[cell] = (whole * Math.abs(means.sums[cell])) / count + noise[cell] + sure;
  }
  return { bound, noise };
}

/**
 * Coupled paths that make the noise of the bound about `wanted` everywhere, in multiples of a batch; at least those there
 * were. Within a window they go to the cells whose halves differ most, in proportion to the standard deviation; a cell
 * gets as many as the window that contains it and needs most.
 * Source: Neyman (1934) for the allocation.
 */
export function pairsFor(
  windows: Windows,
  { variance }: Differences,
  bias: StepBias,
  pairs: ArrayLike<number>,
  wanted: number,
  most: number,
): Float64Array {
  const deviation = variance.map((value) => (value > 0 ? Math.sqrt(value) : 0));
  const squares = windowSums(windows, variance).sums;
  const deviations = windowSums(windows, deviation).sums;
  const scales = bias.noise.map((noise, cell) => {
    const need = noise > wanted ? (noise / wanted) ** 2 : 0;
    return squares[cell] > 0 ? (need * deviations[cell]) / squares[cell] : 0;
  });
  const batch = PATHS_TOGETHER * batchesOf(windows);
  return windowLargest(windows, scales).map((scale, cell) => {
    const need = scale * deviation[cell];
    if (!(need > 1)) return pairs[cell];
    // few different numbers, so that cells go together
    const rounded = 2 ** (Math.ceil(4 * Math.log2(need)) / 4);
    return Math.min(most, Math.ceil((pairs[cell] * rounded) / batch) * batch);
  });
}

/** Student's 97.5% point for the batches of a window, to first order (Abramowitz and Stegun 1964, 26.7.5). */
function studentQuantile(windows: Windows): number {
  const freedom = (batchesOf(windows) - 1) * windowSize(windows);
  return Z95 * (1 + (Z95 * Z95 + 1) / (4 * freedom));
}
