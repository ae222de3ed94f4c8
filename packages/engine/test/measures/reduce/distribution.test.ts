import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDistribution,
  type DistributionMeasure,
  distributionSize,
  histogramQuantile,
  readDistribution,
} from '../../../src/measures/reduce/distribution.js';
import { columnsOf, type Values } from '../../columns.js';

const first = { coordinates: [0], complement: false };
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.fround);
const shares = fc.array(share, { minLength: 1, maxLength: 200 });

function measureOf(overrides: Partial<DistributionMeasure> = {}): DistributionMeasure {
  return { kind: 'distribution', of: { kind: 'share', share: first }, powers: 4, bins: 64, ...overrides };
}

function distribution(values: Values, overrides: Partial<DistributionMeasure> = {}) {
  const measure = measureOf(overrides);
  const columns = columnsOf(values);
  // the tally of another measure stands before
  const tally = new Float64Array(2 + distributionSize(measure));
  countDistribution(measure, columns, values.length - 1, tally, 2);
  expect([tally[0], tally[1]]).toEqual([0, 0]);
  return { tally: tally.subarray(2), ...readDistribution(measure, tally, 2, columns.paths) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('countDistribution and readDistribution', () => {
  it('agree with direct moments to the rounding of a path, 2^-23', () => {
    fc.assert(
      fc.property(shares, (values) => {
        const found = distribution([[values]]);
        const m = mean(values);
        const central = (k: number) => mean(values.map((value) => (value - m) ** k));
        expect(Math.abs(found.mean - m)).toBeLessThanOrEqual(2 ** -23);
        // m2 - m1^2 and m4 - 4 m1 m3 + 6 m1^2 m2 - 3 m1^4: each moment is wrong by 2^-23, with these factors
        const variance = found.sd ** 2 * (values.length < 2 ? 1 : (values.length - 1) / values.length);
        expect(Math.abs(variance - central(2))).toBeLessThanOrEqual(3 * 2 ** -23);
        expect(Math.abs(found.fourth - central(4))).toBeLessThanOrEqual(41 * 2 ** -23);
      }),
    );
  });

  it('keeps whole numbers', () => {
    fc.assert(
      fc.property(shares, (values) => {
        const { tally } = distribution([[values]]);
        expect([...tally].every(Number.isInteger)).toBe(true);
        expect(tally.subarray(4).reduce((sum, count) => sum + count, 0)).toBe(values.length);
      }),
    );
  });

  it('puts a quantile into the bin of the sorted value', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0.001, max: 1, noNaN: true }), (values, q) => {
        const { quantile } = distribution([[values]], { powers: 1, bins: 32 });
        const sorted = [...values].sort((a, b) => a - b);
        // the smallest value that a part q of the paths does not exceed; rounding may take the rank to the next one
        const near = [-1e-9, 1e-9].map(
          (d) => sorted[Math.min(values.length, Math.max(1, Math.ceil(q * values.length + d))) - 1],
        );
        const found = quantile(q);
        expect(found).toBeGreaterThanOrEqual(Math.floor(Math.min(31, near[0] * 32)) / 32);
        expect(found).toBeLessThanOrEqual(Math.floor(Math.min(31, near[1] * 32) + 1) / 32);
      }),
    );
  });

  it('counts what rounding has put outside [0, 1] as on the edge', () => {
    const found = distribution([[[-1e-7, 1.0000001]]]);
    expect(found.mean).toBe(0.5);
    expect(found.tally[4]).toBe(1);
    expect(found.tally[4 + 63]).toBe(1);
  });

  it('reads the last share of a player as what is missing to 1', () => {
    const of = { kind: 'share', share: { coordinates: [0, 1], complement: true } } as const;
    const found = distribution(
      [
        [
          [0.25, 0.5],
          [0.25, 0.125],
        ],
      ],
      { of },
    );
    expect(found.mean).toBe((0.5 + 0.375) / 2);
  });

  it('reads the record that it is told, the last one by default', () => {
    const values = [[[0.125, 0.25]], [[0.5, 0.75]]];
    expect(distribution(values, { record: 0 }).mean).toBe(0.1875);
    expect(distribution(values).mean).toBe(0.625);
  });

  it('makes of the sum of a gap its mean over time: a trapezoid', () => {
    const other = { coordinates: [1], complement: false };
    const of = { kind: 'gap', register: 2, a: first, b: other, steps: 4 } as const;
    // |a - b| over five points in time; the register has half of the first and all of the others
    const gaps = [0.5, 0.25, 0.5, 0.75, 0.25];
    const register = gaps.reduce((sum, gap) => sum + gap, 0) - gaps[0] / 2;
    const found = distribution([[[0.5], [0.75], [register]]], { of });
    expect(found.mean).toBe((0.5 / 2 + 0.25 + 0.5 + 0.75 + 0.25 / 2) / 4);
  });

  it('has no spread for one path, and no moments beyond those kept', () => {
    expect(distribution([[[0.3]]]).sd).toBe(0);
    expect(distribution([[[0.3, 0.4]]], { powers: 2 }).fourth).toBeNaN();
    expect(distribution([[[0.3, 0.4]]], { powers: 1 }).sd).toBeNaN();
    expect(distributionSize(measureOf({ powers: 2, bins: 0 }))).toBe(2);
  });
});

describe('histogramQuantile', () => {
  it('is linear within a bin, skips empty ones, and takes the ends of what there is', () => {
    const histogram = [0, 4, 0, 4, 0];
    expect(histogramQuantile(histogram, 8, 0)).toBe(1 / 5);
    expect(histogramQuantile(histogram, 8, 0.25)).toBe(1.5 / 5);
    expect(histogramQuantile(histogram, 8, 0.5)).toBe(2 / 5);
    expect(histogramQuantile(histogram, 8, 0.75)).toBe(3.5 / 5);
    expect(histogramQuantile(histogram, 8, 1)).toBe(4 / 5);
    expect(histogramQuantile(histogram, 8, -1)).toBe(1 / 5);
    expect(histogramQuantile(histogram, 8, 2)).toBe(4 / 5);
  });
});
