/**
 * The distribution of a number in [0, 1] over the paths: power sums and a histogram.
 *
 * Power sums are kept in units of 2^-22 (each path rounded, error below 1.2e-7 and unbiased), whole numbers that stay
 * exact up to 2^31 paths. The histogram has equal bins; a value of 1 falls into the last.
 */
import { type Share, shareValue } from '../observe/share.js';
import { type Column, type Columns, valueAt } from './columns.js';

/** What is measured of a path. */
export type Observable =
  | { readonly kind: 'share'; readonly share: Share }
  /** Mean over time of |a - b|: the register's sum, less half of the end's, over the number of steps. */
  | { readonly kind: 'gap'; readonly register: number; readonly a: Share; readonly b: Share; readonly steps: number };

export interface DistributionMeasure {
  readonly kind: 'distribution';
  readonly of: Observable;
  /** Number of power sums: 1 for the mean, 2 for the standard deviation, 4 for its interval too. */
  readonly powers: 1 | 2 | 4;
  /** Bins of the histogram; 0 for none. */
  readonly bins: number;
  /** Index of the record; the last one where absent. */
  readonly record?: number;
}

/** How many units of a power sum make 1. */
export const UNITS = 2 ** 22;

export function distributionSize(measure: DistributionMeasure): number {
  return measure.powers + measure.bins;
}

export function countDistribution(
  measure: DistributionMeasure,
  columns: Columns,
  lastRecord: number,
  tally: Float64Array,
  offset: number,
): void {
  const { powers, bins } = measure;
  const values = observe(measure.of, columns, measure.record ?? lastRecord);
  const histogram = offset + powers;
  let [sum1, sum2, sum3, sum4] = [0, 0, 0, 0];
  for (let p = 0; p < columns.paths; p++) {
    const value = values[p] < 0 ? 0 : values[p] > 1 ? 1 : values[p];
    sum1 += Math.floor(value * UNITS + 0.5);
    if (powers > 1) {
      const square = value * value;
      sum2 += Math.floor(square * UNITS + 0.5);
      if (powers > 2) {
        sum3 += Math.floor(square * value * UNITS + 0.5);
        sum4 += Math.floor(square * square * UNITS + 0.5);
      }
    }
    if (bins > 0) tally[histogram + Math.min(bins - 1, Math.floor(value * bins))]++;
  }
  for (const [k, sum] of [sum1, sum2, sum3, sum4].slice(0, powers).entries()) tally[offset + k] += sum;
}

/** The observable of every path, one after the other. */
function observe(observable: Observable, columns: Columns, record: number): Float64Array {
  const values = new Float64Array(columns.paths);
  if (observable.kind === 'share') {
    const { share } = observable;
    const all = share.coordinates.map((coordinate) => columns.column(coordinate, record));
    if (!share.complement) return copy(all[0], values);
    for (let p = 0; p < values.length; p++) {
      let rest = 1;
      for (const column of all) rest -= valueAt(column, p);
      values[p] = rest;
    }
    return values;
  }
  const sum = columns.column(observable.register, record);
  const read = (share: Share, path: number) =>
    shareValue(share, (coordinate) => valueAt(columns.column(coordinate, record), path));
  for (let p = 0; p < values.length; p++) {
    const half = Math.abs(read(observable.a, p) - read(observable.b, p)) / 2;
    values[p] = (valueAt(sum, p) - half) / observable.steps;
  }
  return values;
}

function copy({ data, offset, group, lane }: Column, values: Float64Array): Float64Array {
  for (let p = 0; p < values.length; p++) values[p] = data[offset + (p >> 2) * group + (p & 3) * lane];
  return values;
}

/** A distribution as read from its tally. Moments beyond the measure's powers are NaN. */
export interface Distribution {
  readonly paths: number;
  readonly mean: number;
  /** Sample standard deviation; 0 for one path. */
  readonly sd: number;
  /** Fourth central moment. */
  readonly fourth: number;
  /** The value below which a part of the paths lies, linear within a bin. Needs bins. */
  quantile(part: number): number;
  /** Edges of the bin of the n-th smallest value, n from 1. Needs bins. */
  rank(n: number): { readonly low: number; readonly high: number };
}

export function readDistribution(
  measure: DistributionMeasure,
  tally: Float64Array,
  offset: number,
  paths: number,
): Distribution {
  const moment = (k: number) => (k > measure.powers ? Number.NaN : tally[offset + k - 1] / UNITS / paths);
  const [m1, m2, m3, m4] = [1, 2, 3, 4].map(moment);
  const variance = Math.max(0, m2 - m1 * m1);
  const histogram = tally.subarray(offset + measure.powers, offset + distributionSize(measure));
  return {
    paths,
    mean: m1,
    sd: paths < 2 ? 0 : Math.sqrt((variance * paths) / (paths - 1)),
    fourth: Math.max(0, m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 ** 4),
    quantile: (part) => histogramQuantile(histogram, paths, part),
    rank(n) {
      let [bin, upTo] = [0, histogram[0]];
      while (upTo < n && bin + 1 < histogram.length) upTo += histogram[++bin];
      return { low: bin / histogram.length, high: (bin + 1) / histogram.length };
    },
  };
}

/** The distribution of paths that are all the same: their mean says everything. */
export function alike({ paths, mean }: Distribution): Distribution {
  return { paths, mean, sd: 0, fourth: 0, quantile: () => mean, rank: () => ({ low: mean, high: mean }) };
}

/** Quantile of a histogram on [0, 1]. */
export function histogramQuantile(histogram: ArrayLike<number>, count: number, part: number): number {
  const target = Math.min(1, Math.max(0, part)) * count;
  let below = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    const inBin = histogram[bin];
    if (inBin > 0 && below + inBin >= target) return (bin + Math.max(0, target - below) / inBin) / histogram.length;
    below += inBin;
  }
  return 1;
}
