/** From metric to number: what each plan keeps of hand-made paths, and how it reads that back. */
import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/measures/metric/metric.js';
import { planMetric } from '../../../src/measures/metric/metric-plan.js';
import { parseMetric } from '../../../src/measures/metric/parse-metric.js';
import { Z95 } from '../../../src/measures/reduce/intervals.js';
import { countPaths, measureSize } from '../../../src/measures/reduce/measure.js';
import { columnsOf } from '../../columns.js';

const game = bundledGame('data-sharing');
const STEPS = 10;
const DT = 0.5;

/** Final shares of A, B and M of four paths, then the registers of the plan's trackers. */
function estimate(text: string, trackerRegisters: number[][] = [], noisy = true): Estimate {
  const plan = planMetric(parseMetric(game, text), [2, 2, 2], 0.05);
  expect(plan.trackers).toHaveLength(trackerRegisters.length);
  const shares = [
    [1, 1, 0, 0.5],
    [1, 0.98, 0, 0.25],
    [0.99, 0, 0, 0.5],
  ];
  const measure = plan.measure(3, STEPS);
  const tally = new Float64Array(1 + measureSize(measure));
  countPaths([measure], columnsOf([[...shares, ...trackerRegisters]]), 0, tally, 1);
  return plan.read(measure, tally, 1, 4, DT, noisy);
}

describe('planMetric', () => {
  it('P: part of the paths near the profile, with the Wilson interval', () => {
    const { value, low, high } = estimate('P(share,share,coordinate)');
    expect(value).toBe(0.25);
    // Wilson's formula for 1 of 4, written out
    const z2 = Z95 ** 2;
    const half = (Z95 * Math.sqrt((0.25 * 0.75) / 4 + z2 / 64)) / (1 + z2 / 4);
    const centre = (0.25 + z2 / 8) / (1 + z2 / 4);
    // few hits and few misses have limits of their own, where Wilson's are nearer
    expect(low).toBeCloseTo(Math.min(centre - half, 0.0513 / 4), 12);
    expect(high).toBeCloseTo(Math.max(centre + half, 1 - 0.8177 / 4), 12);
  });

  it('P with *: any strategy of that player, near or not', () => {
    expect(estimate('P(share,share,*)').value).toBe(0.5);
    expect(estimate('P(*,*,stand_by)').value).toBe(0.5);
  });

  it('mean: of the final shares, with the interval of a mean', () => {
    const { value, low, high } = estimate('mean(A.share)');
    expect(value).toBe(0.625);
    // squared deviations 9, 9, 25 and 1 in 64ths: sample variance 44 / 64 / 3
    const half = (d: number) => {
      const unseen = (Z95 ** 2 * d) / 8;
      return unseen + Math.sqrt((Z95 ** 2 * 44) / 64 / 3 / 4 + unseen ** 2);
    };
    expect(low).toBeCloseTo(Math.max(0, 0.625 - half(0.625)), 6);
    expect(high).toBeCloseTo(Math.min(1, 0.625 + half(0.375)), 6);
    expect(estimate('mean(A.withhold)').value).toBe(0.375);
  });

  it('sd: of the final shares', () => {
    const { value, low, high } = estimate('sd(A.share)');
    expect(value).toBeCloseTo(Math.sqrt(44 / 64 / 3), 6);
    expect(low).toBeLessThan(value!);
    expect(high).toBeGreaterThan(value!);
  });

  it('quantile: of the final shares, to 1/2048', () => {
    const { value, low, high } = estimate('quantile(B.share,0.5)');
    expect(Math.abs(value! - 0.25)).toBeLessThanOrEqual(1 / 2048);
    expect(low).toBeLessThanOrEqual(value!);
    expect(high).toBeGreaterThanOrEqual(value!);
  });

  it('T: mean time over the paths that enter', () => {
    // the step counter, then the step of entry
    const { value, low, high } = estimate('T(share,share,coordinate)', [
      [10, 10, 10, 10],
      [2, 6, -1, -1],
    ]);
    expect(value).toBe(4 * DT);
    // two paths say little: no more than that a time lies between 0 and the horizon
    expect(low).toBe(0);
    expect(high).toBe(STEPS * DT);
  });

  it('T: no interval from one path that enters', () => {
    const one = [new Array(4).fill(10), [3, -1, -1, -1]];
    expect(estimate('T(share,share,coordinate)', one)).toEqual({ value: 3 * DT, low: null, high: null });
  });

  it.each(['mean(A.share)', 'quantile(A.share,0.1)'])('without noise one path says everything: %s', (text) => {
    expect(estimate(text, [], false)).toEqual({ value: 0.625, low: 0.625, high: 0.625 });
  });

  it('T: null where no path enters', () => {
    const never = [new Array(4).fill(10), new Array(4).fill(-1)];
    expect(estimate('T(share,share,coordinate)', never)).toEqual({ value: null, low: null, high: null });
  });

  it('gap: mean difference over time, the end counted half', () => {
    // |A - B| at the ends: 0, 0.02, 0, 0.25
    const { value } = estimate('gap(A.share,B.share)', [[1, 2.01, 3, 4.125]]);
    expect(value).toBeCloseTo((1 + 2 + 3 + 4) / 4 / STEPS, 6);
  });
});
