import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lnGamma } from '../../src/special/ln-gamma.js';
import { relativeError } from '../relative-error.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('lnGamma', () => {
  // Factorials, Gamma(1/2) = sqrt(pi), and Abramowitz & Stegun table 6.1 at 1.5 (0.88622 69255) and 1.25 (0.90640 24771).
  it.each([
    [1, 0],
    [2, 0],
    [0.5, 0.5 * Math.log(Math.PI)],
    [10, Math.log(362880)],
    [21, Math.log(2432902008176640000)],
    [100, 359.1342053695754],
    [0.01, 4.599479878042021],
    [1e6, 12815504.569147611],
  ])('ln Gamma(%d) = %d', (x, exact) => {
    expect(relativeError(lnGamma(x), exact)).toBeLessThan(5e-14);
  });

  it.each([
    [1.25, 0.9064024771],
    [1.5, 0.8862269255],
  ])('Gamma(%d) = %d', (x, exact) => {
    expect(Math.exp(lnGamma(x))).toBeCloseTo(exact, 10);
  });

  it('satisfies Gamma(x + 1) = x Gamma(x)', () => {
    fc.assert(
      fc.property(between(1e-3, 200), (x) => {
        expect(lnGamma(x + 1) - lnGamma(x) - Math.log(x)).toBeCloseTo(0, 11);
      }),
    );
  });

  it('satisfies the reflection formula', () => {
    fc.assert(
      fc.property(between(0.01, 0.99), (x) => {
        expect(lnGamma(x) + lnGamma(1 - x)).toBeCloseTo(Math.log(Math.PI / Math.sin(Math.PI * x)), 11);
      }),
    );
  });

  it.each([0, -1, Number.NaN])('refuses %d', (x) => {
    expect(() => lnGamma(x)).toThrow(RangeError);
  });
});
