import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/reduce/distribution.js';
import { meanInterval, quantileInterval, sdInterval, wilson, Z95 } from '../../src/reduce/intervals.js';

/** A distribution of given moments whose quantile function is the identity. */
function uniformLike(overrides: Partial<Distribution>): Distribution {
  return {
    paths: 100,
    mean: 0.5,
    sd: 0.3,
    fourth: 0.01,
    quantile: (part) => Math.min(1, Math.max(0, part)),
    ...overrides,
  };
}

describe('wilson', () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3 (score)
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
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
        if (low > 0) expect(score(low)).toBeCloseTo(Z95, 5);
        if (high < 1) expect(score(high)).toBeCloseTo(-Z95, 5);
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

describe('meanInterval', () => {
  it('is the mean and z standard errors on each side', () => {
    expect(meanInterval(0.5, 0.25, 16, 2)).toEqual({ low: 0.375, high: 0.625 });
    const { low, high } = meanInterval(0.4, 0.2, 400);
    expect(high - low).toBeCloseTo((2 * Z95 * 0.2) / 20, 14);
    expect(meanInterval(0.4, 0, 1)).toEqual({ low: 0.4, high: 0.4 });
  });
});

describe('sdInterval', () => {
  it('for a normal distribution is near s / sqrt(2 n) times z', () => {
    const sd = 0.1;
    const n = 10_000;
    const { low, high } = sdInterval(uniformLike({ sd, fourth: 3 * sd ** 4, paths: n }));
    expect((high - low) / 2).toBeCloseTo((Z95 * sd) / Math.sqrt(2 * n), 6);
    expect((high + low) / 2).toBeCloseTo(sd, 12);
  });

  it('is a point where nothing varies or paths are too few to say', () => {
    expect(sdInterval(uniformLike({ sd: 0, fourth: 0 }))).toEqual({ low: 0, high: 0 });
    expect(sdInterval(uniformLike({ sd: 0.2, paths: 3 }))).toEqual({ low: 0.2, high: 0.2 });
  });

  it('does not go below 0', () => {
    expect(sdInterval(uniformLike({ sd: 0.01, fourth: 0.01, paths: 10 })).low).toBe(0);
  });
});

describe('quantileInterval', () => {
  it('takes the quantiles at z standard errors of the binomial rank', () => {
    const { low, high } = quantileInterval(uniformLike({ paths: 400 }), 0.5, 2);
    expect([low, high]).toEqual([0.45, 0.55]);
    expect(quantileInterval(uniformLike({ paths: 10 }), 0.01).low).toBe(0);
  });
});
