import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slope } from '../src/slope.js';

describe('slope', () => {
  it('finds the exponent of a power law, with no scatter', () => {
    const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), positive, (exponent, factor) => {
        const xs = [0.1, 0.05, 0.025, 0.0125];
        const fit = slope(
          xs,
          xs.map((x) => factor * x ** exponent),
        );
        expect(fit.slope).toBeCloseTo(exponent, 9);
        expect(fit.intercept).toBeCloseTo(Math.log(factor), 9);
        expect(fit.standardError).toBeLessThan(1e-9);
      }),
    );
  });

  it('gives the textbook standard error', () => {
    // ln x = 0, 1, 2 and ln y = 0, 2, 1: slope 1/2, residuals -1/2, 1, -1/2, spread 2, so the variance is 1.5 / 1 / 2.
    const fit = slope([1, Math.E, Math.E ** 2], [1, Math.E ** 2, Math.E]);
    expect(fit.slope).toBeCloseTo(0.5, 12);
    expect(fit.intercept).toBeCloseTo(0.5, 12);
    expect(fit.standardError).toBeCloseTo(Math.sqrt(0.75), 12);
  });

  it('refuses points that do not fix a line', () => {
    expect(() => slope([1, 2], [1, 2])).toThrow('at least three');
    expect(() => slope([1, 2, 3], [1, 2])).toThrow('3 x and 2 y');
    expect(() => slope([1, 2, 3], [1, 0, 2])).toThrow('positive');
    expect(() => slope([2, 2, 2], [1, 3, 2])).toThrow('different x');
  });
});
