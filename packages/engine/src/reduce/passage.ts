/**
 * First passage into a region: how many paths enter before the horizon, and when. Times are in steps, whole numbers,
 * and are seen at step times only: a path that crosses the region between two steps is not seen.
 */
import { type Columns, valueAt } from './columns.js';
import { histogramQuantile } from './distribution.js';

export interface PassageMeasure {
  readonly kind: 'passage';
  /** Register of the step of entry, -1 while outside. */
  readonly register: number;
  /** Number of steps to the horizon. */
  readonly steps: number;
  /** Bins of the histogram of entry times over [0, horizon]; 0 for none. */
  readonly bins: number;
}

/** Count, sum, and sum of squares in two parts, so that it is exact for any number of paths and steps. */
export const SUMS = 4;
export const PART = 2 ** 24;

/** How many numbers a tally has: the sums of the entry steps, then the histogram. */
export function passageSize(measure: PassageMeasure): number {
  return SUMS + measure.bins;
}

export function countPassage(
  measure: PassageMeasure,
  columns: Columns,
  record: number,
  tally: Float64Array,
  offset: number,
): void {
  const column = columns.column(measure.register, record);
  for (let p = 0; p < columns.paths; p++) {
    const step = valueAt(column, p);
    if (step < 0) continue;
    tally[offset]++;
    tally[offset + 1] += step;
    const square = step * step;
    tally[offset + 2] += square % PART;
    tally[offset + 3] += Math.floor(square / PART);
    if (measure.bins > 0) {
      const bin = Math.floor((step / measure.steps) * measure.bins);
      tally[offset + SUMS + Math.min(measure.bins - 1, bin)]++;
    }
  }
}

/** Entry times in units of the horizon's time. */
export interface Passage {
  readonly entered: number;
  /** Mean time over the paths that enter; null where none does. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** Quantile of the time over the paths that enter; null where none does. Needs bins. */
  quantile(part: number): number | null;
}

/** @param dt time of one step */
export function readPassage(measure: PassageMeasure, tally: Float64Array, offset: number, dt: number): Passage {
  const entered = tally[offset];
  const histogram = tally.subarray(offset + SUMS, offset + SUMS + measure.bins);
  if (entered === 0) return { entered, mean: null, sd: null, quantile: () => null };
  const mean = tally[offset + 1] / entered;
  const squares = tally[offset + 2] + tally[offset + 3] * PART;
  const variance = Math.max(0, squares / entered - mean * mean);
  return {
    entered,
    mean: mean * dt,
    sd: (entered < 2 ? 0 : Math.sqrt((variance * entered) / (entered - 1))) * dt,
    quantile: (part) => histogramQuantile(histogram, entered, part) * measure.steps * dt,
  };
}
