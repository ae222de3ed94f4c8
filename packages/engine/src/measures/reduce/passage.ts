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
  /** Paths that enter in each of `edges.length - 1` spans, given by their ends in steps. Needs bins. */
  counts(edges: readonly number[]): number[];
}

/** The most spans that a histogram of entry times is told in. */
const mostSpans = 50;

/** Ends of spans of whole steps, all alike but for the last, from 0 to the horizon. */
export function passageEdges(steps: number): number[] {
  const width = Math.ceil(steps / mostSpans);
  return Array.from({ length: Math.ceil(steps / width) + 1 }, (_, k) => Math.min(steps, k * width));
}

/** @param dt time of one step */
export function readPassage(measure: PassageMeasure, tally: Float64Array, offset: number, dt: number): Passage {
  const entered = tally[offset];
  const histogram = tally.subarray(offset + SUMS, offset + SUMS + measure.bins);
  const counts = (edges: readonly number[]) => spanCounts(measure, histogram, edges);
  if (entered === 0) return { entered, mean: null, sd: null, quantile: () => null, counts };
  const mean = tally[offset + 1] / entered;
  const squares = tally[offset + 2] + tally[offset + 3] * PART;
  const variance = Math.max(0, squares / entered - mean * mean);
  return {
    entered,
    mean: mean * dt,
    sd: (entered < 2 ? 0 : Math.sqrt((variance * entered) / (entered - 1))) * dt,
    quantile: (part) => histogramQuantile(histogram, entered, part) * measure.steps * dt,
    counts,
  };
}

/** Entries of paths that are all the same: their mean time says everything. */
export function alikePassage(passage: Passage): Passage {
  return { ...passage, sd: passage.mean === null ? null : 0, quantile: () => passage.mean };
}

/** Entries at steps above one end and up to the next, those at the start itself being in the first span. */
function spanCounts({ steps, bins }: PassageMeasure, histogram: Float64Array, edges: readonly number[]): number[] {
  const binOf = (step: number) => Math.min(bins, Math.floor(((step + 1) / steps) * bins));
  return edges.slice(1).map((edge, k) => {
    const to = edge === steps ? bins : binOf(edge);
    let count = 0;
    for (let bin = k === 0 ? 0 : binOf(edges[k]!); bin < to; bin++) count += histogram[bin];
    return count;
  });
}
