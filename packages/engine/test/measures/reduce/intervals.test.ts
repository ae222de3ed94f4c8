import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../src/measures/reduce/distribution.js';
import {
  meanInterval,
  pathsFactor,
  quantileInterval,
  sdInterval,
  wilson,
  Z95,
} from '../../../src/measures/reduce/intervals.js';

/** A distribution of given moments whose quantile function is the identity. */
function uniformLike(overrides: Partial<Distribution>): Distribution {
  return {
    paths: 100,
    mean: 0.5,
    sd: 0.3,
    fourth: 0.01,
    quantile: (part) => Math.min(1, Math.max(0, part)),
    // a hundred bins, and as many paths
    rank: (n) => ({ low: (n - 1) / 100, high: n / 100 }),
    ...overrides,
  };
}

describe('wilson', () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3 (score)
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('gives the published interval for %d of %d', (count, n, low, high) => {
    const interval = wilson(count, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the probabilities whose own score test does not refuse the count', () => {
    const counts = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([count, n]) => {
        const { low, high } = wilson(count, n);
        const score = (p: number) => (count / n - p) / Math.sqrt((p * (1 - p)) / n);
        if (count > 3) expect(score(low)).toBeCloseTo(Z95, 5);
        if (n - count > 3) expect(score(high)).toBeCloseTo(-Z95, 5);
        expect(low).toBeLessThanOrEqual(count / n);
        expect(high).toBeGreaterThanOrEqual(count / n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('mirrors: failures are successes of the opposite', () => {
    for (const [count, n] of [
      [3, 10],
      [0, 7],
      [250, 1000],
    ]) {
      const [a, b] = [wilson(count, n), wilson(n - count, n)];
      expect(a.low).toBeCloseTo(1 - b.high, 14);
      expect(a.high).toBeCloseTo(1 - b.low, 14);
    }
  });

  it('ends exactly at 0 and 1 where the counts do, and says nothing without trials', () => {
    expect(wilson(0, 50).low).toBe(0);
    expect(wilson(50, 50).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('wilson with few hits', () => {
  it('has as lower limit the Poisson mean that gives so many or more in 5% of ensembles', () => {
    for (const count of [1, 2, 3]) {
      const mean = wilson(count, 1e7).low * 1e7;
      const fewer = Array.from({ length: count }, (_, k) => (mean ** k * Math.exp(-mean)) / [1, 1, 2][k]);
      expect(1 - fewer.reduce((sum, p) => sum + p, 0)).toBeCloseTo(0.05, 3);
      expect(1 - wilson(1e7 - count, 1e7).high).toBeCloseTo(mean / 1e7, 12);
    }
  });
});

describe('meanInterval', () => {
  it('is near z standard errors on each side of many', () => {
    const { low, high } = meanInterval(0.4, 0.2, 1e6, [0, 1]);
    const half = (Z95 * 0.2) / 1000;
    expect(high - 0.4).toBeGreaterThan(half);
    expect(high - 0.4).toBeLessThan(1.01 * half);
    expect(0.4 - low).toBeLessThan(1.01 * half);
  });

  it('is never of width 0, never outside the range, and the range itself for fewer than two', () => {
    expect(meanInterval(1, 0, 256, [0, 1]).low).toBeCloseTo(1 - Z95 ** 2 / 256, 12);
    expect(meanInterval(1, 0, 256, [0, 1]).high).toBe(1);
    expect(meanInterval(6.5, 0, 1, [0, 60])).toEqual({ low: 0, high: 60 });
    expect(meanInterval(0.01, 0.1, 20, [0, 1]).low).toBe(0);
  });

  it('holds the mean of numbers of which few are not 0, as often as it says', () => {
    // n paths of which each is 1 with probability q: exact, by the Poisson distribution of their number
    for (const expected of [0.2, 1, 3, 8]) {
      const n = 1e5;
      let [held, p] = [0, Math.exp(-expected)];
      for (let hits = 0; hits < 60; hits++) {
        const mean = hits / n;
        const { low, high } = meanInterval(mean, Math.sqrt(mean * (1 - mean)), n, [0, 1]);
        if (low <= expected / n && expected / n <= high) held += p;
        p *= expected / (hits + 1);
      }
      expect(held).toBeGreaterThan(0.95);
    }
  });
});

describe('pathsFactor', () => {
  it('says how many more paths bring an interval down to what is wanted', () => {
    for (const [mean, sd] of [
      [1, 0],
      [0.5, 0.5],
      [0.02, 0.1],
    ]) {
      const distance = (n: number) => {
        const { low, high } = meanInterval(mean, sd, n, [0, 1]);
        return Math.max(high - mean, mean - low);
      };
      const factor = pathsFactor(mean, distance(256), 256, 0.004);
      expect(distance(256 * factor)).toBeCloseTo(0.004, 3);
    }
  });
});

describe('sdInterval', () => {
  it('for a normal distribution is near s / sqrt(2 n) times z', () => {
    const sd = 0.1;
    const n = 10_000;
    const { low, high } = sdInterval(uniformLike({ sd, fourth: 3 * sd ** 4, paths: n }));
    const half = (Z95 * sd) / Math.sqrt(2 * n);
    expect(high - sd).toBeGreaterThan(half);
    expect(high - sd).toBeLessThan(1.5 * half);
    expect(sd - low).toBeLessThan(1.1 * half);
  });

  it('where nothing varies leaves room for what has not been seen, and says nothing of fewer than four', () => {
    const { low, high } = sdInterval(uniformLike({ mean: 0, sd: 0, fourth: 0, paths: 256 }));
    expect(low).toBe(0);
    expect(high).toBeCloseTo(Z95 / 16, 12);
    expect(sdInterval(uniformLike({ sd: 0.2, paths: 3 }))).toEqual({ low: 0, high: 0.5 });
  });

  it('stays between 0 and one half', () => {
    const { low, high } = sdInterval(uniformLike({ sd: 0.45, fourth: 0.05, paths: 10 }));
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBe(0.5);
  });
});

describe('quantileInterval', () => {
  it('goes from the bin of one rank to the bin of another, z standard errors of the binomial rank around', () => {
    // 100 paths: ranks 40 and 61 for one half and z = 2
    expect(quantileInterval(uniformLike({}), 0.5, 2)).toEqual({ low: 0.39, high: 0.61 });
  });

  it('is open to an end of the range where the ranks leave the sample', () => {
    expect(quantileInterval(uniformLike({}), 0.01).low).toBe(0);
    expect(quantileInterval(uniformLike({}), 0.99).high).toBe(1);
    expect(quantileInterval(uniformLike({ paths: 1 }), 0.5)).toEqual({ low: 0, high: 1 });
  });
});
