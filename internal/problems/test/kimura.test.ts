import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixationProbability, neutralAbsorptionTime } from '../src/kimura.js';
import { integrateUnit } from './quadrature.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('fixationProbability', () => {
  it('has the values of the formula', () => {
    // k = 2: (1 - exp(-1)) / (1 - exp(-2)) = 1 / (1 + exp(-1))
    expect(fixationProbability(1, 1, 0.5)).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
    expect(fixationProbability(0, 1, 0.3)).toBe(0.3);
    expect(fixationProbability(1e-14, 1, 0.3)).toBeCloseTo(0.3, 13);
    expect([fixationProbability(2, 1, 0), fixationProbability(2, 1, 1)]).toEqual([0, 1]);
  });

  it('is the scale function, integrated numerically from its definition', () => {
    fc.assert(
      fc.property(between(-3, 3), between(0.5, 2), between(0.05, 0.95), (s, sigma, x0) => {
        // ln of the scale density: minus the integral of 2 drift / diffusion^2 = 2 s u (1 - u) / (sigma^2 u (1 - u)).
        const density = (x: number): number => Math.exp((-2 * s * x) / sigma ** 2);
        const below = x0 * integrateUnit((x) => density(x0 * x));
        expect(fixationProbability(s, sigma, x0)).toBeCloseTo(below / integrateUnit(density), 10);
      }),
    );
  });

  it('solves the backward equation', () => {
    // (sigma^2 / 2) x (1 - x) P'' + s x (1 - x) P' = 0, by central differences.
    const [s, sigma, h] = [0.7, 0.8, 1e-3];
    for (const x of [0.2, 0.5, 0.8]) {
      const [left, here, right] = [x - h, x, x + h].map((at) => fixationProbability(s, sigma, at)) as [
        number,
        number,
        number,
      ];
      const residual = (sigma ** 2 / 2) * ((right - 2 * here + left) / h ** 2) + s * ((right - left) / (2 * h));
      expect(Math.abs(residual)).toBeLessThan(1e-5);
    }
  });

  it('is symmetric under exchange of the strategies and stays a probability for any strength', () => {
    fc.assert(
      fc.property(between(-1e5, 1e5), between(0.1, 2), between(0, 1), (s, sigma, x0) => {
        const up = fixationProbability(s, sigma, x0);
        expect(up).toBeGreaterThanOrEqual(0);
        expect(up).toBeLessThanOrEqual(1 + 1e-12);
        // 1 - x0 is rounded by up to 2^-54, and the probability rises by up to 2 |s| / sigma^2 = 2e7 a unit of x0: 1.1e-9.
        expect(up + fixationProbability(-s, sigma, 1 - x0)).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('neutralAbsorptionTime', () => {
  it('solves its equation and vanishes at the ends', () => {
    expect(neutralAbsorptionTime(0.5, 0)).toBe(0);
    expect(neutralAbsorptionTime(0.5, 1)).toBe(0);
    expect(neutralAbsorptionTime(1, 0.5)).toBeCloseTo(2 * Math.LN2, 14);
    const [sigma, h] = [0.6, 1e-3];
    for (const x of [0.2, 0.5, 0.7]) {
      const [left, here, right] = [x - h, x, x + h].map((at) => neutralAbsorptionTime(sigma, at)) as [
        number,
        number,
        number,
      ];
      expect((sigma ** 2 / 2) * x * (1 - x) * ((right - 2 * here + left) / h ** 2)).toBeCloseTo(-1, 4);
    }
  });
});
