import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialBound, expectWithin } from '../src/within.js';

describe('expectWithin', () => {
  it('returns the signed distance in standard errors', () => {
    expect(expectWithin(1.2, 1, 0.1)).toBeCloseTo(2, 10);
    expect(expectWithin(0.8, 1, 0.1)).toBeCloseTo(-2, 10);
  });

  it('refuses an estimate too far off, on either side, and says the numbers', () => {
    expect(() => expectWithin(1.51, 1, 0.1)).toThrow(/1\.51 is 5\.10 standard errors from 1 .*0\.1, allowed 5/);
    expect(() => expectWithin(0.49, 1, 0.1)).toThrow('-5.10');
    expect(() => expectWithin(1.21, 1, 0.1, 2)).toThrow('allowed 2');
  });

  it('refuses NaN and a standard error that is no measure', () => {
    expect(() => expectWithin(Number.NaN, 1, 0.1)).toThrow('NaN');
    for (const standardError of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => expectWithin(1, 1, standardError)).toThrow(RangeError);
    }
  });
});

describe('binomialBound', () => {
  it('is z standard errors for many trials', () => {
    expect(binomialBound(0.3, 1e8) / (5 * Math.sqrt(0.21 / 1e8))).toBeCloseTo(1, 2);
  });

  it('is the root of the inequality it inverts', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        probability,
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 1, max: 8, noNaN: true }),
        (p, n, z) => {
          const t = binomialBound(p, n, z);
          // Bernstein: P(|estimate - p| >= t) <= 2 exp(-n t^2 / (2 (p (1 - p) + t / 3)))
          const exponent = (n * t * t) / (2 * (p * (1 - p) + t / 3));
          expect(exponent / ((z * z) / 2)).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it('covers as promised where it is hardest, for few trials and a small probability', () => {
    // Exact: the chance that Binomial(20, 0.02) / 20 is further off than the bound, against 2 exp(-z^2 / 2).
    const n = 20;
    const p = 0.02;
    for (const z of [1, 2, 3, 4]) {
      const bound = binomialBound(p, n, z);
      let outside = 0;
      let chance = (1 - p) ** n;
      for (let k = 0; k <= n; k++) {
        outside += Math.abs(k / n - p) > bound ? chance : 0;
        chance *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      expect(outside).toBeLessThanOrEqual(2 * Math.exp((-z * z) / 2));
    }
  });

  it('refuses what is not a probability or a number of trials', () => {
    expect(() => binomialBound(1.1, 10)).toThrow('1.1');
    expect(() => binomialBound(Number.NaN, 10)).toThrow(RangeError);
    expect(() => binomialBound(0.5, 0)).toThrow('trials');
  });
});
