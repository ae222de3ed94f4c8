import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../src/special/incomplete-beta.js';
import { lnGamma } from '../../src/special/ln-gamma.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('incompleteBeta', () => {
  // Student's t, two-sided 5 % points (Fisher's table): I_(v/(v+t^2))(v/2, 1/2) = 0.05.
  it.each([
    [1, 12.706204736],
    [5, 2.570581836],
    [10, 2.228138852],
    [120, 1.979930405],
  ])('gives the 5 %% point of t with %d degrees of freedom', (v, t) => {
    expect(incompleteBeta(v / (v + t * t), v / 2, 0.5)).toBeCloseTo(0.05, 9);
  });

  it('is the tail of the binomial for whole numbers', () => {
    // P(Binomial(4, 0.3) >= 2) = 0.3483, exactly.
    expect(incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 14);
    // P(Binomial(10, 0.5) >= 8) = 56 / 1024.
    expect(incompleteBeta(0.5, 8, 3)).toBeCloseTo(56 / 1024, 14);
  });

  it('has its closed forms and its symmetry', () => {
    // x on a grid on which 1 - x is exact.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), between(0.05, 50), between(0.05, 50), (i, a, b) => {
        const x = i / 1024;
        expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 11);
        expect(incompleteBeta(x, 1, b)).toBeCloseTo(1 - (1 - x) ** b, 11);
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
        expect(incompleteBeta(0.5, a, a)).toBeCloseTo(0.5, 11);
        // DLMF 8.17.20
        const step = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a + 1) - lnGamma(b));
        expect(incompleteBeta(x, a, b) - incompleteBeta(x, a + 1, b)).toBeCloseTo(step, 11);
      }),
    );
  });

  it('has exact ends and refuses what lies outside', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    for (const [x, a, b] of [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, -1],
      [Number.NaN, 1, 1],
    ] as const) {
      expect(() => incompleteBeta(x, a, b)).toThrow(RangeError);
    }
  });
});
