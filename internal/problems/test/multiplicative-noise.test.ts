import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopProbability } from '../src/multiplicative-noise.js';
import { integrateUnit } from './quadrature.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('stopProbability', () => {
  it('is x0 without advantage, 0 and 1 at the ends, and certain from theta = 1 on', () => {
    expect(stopProbability(0, 0.7, 0.3)).toBeCloseTo(0.3, 14);
    expect([stopProbability(0.1, 1, 0), stopProbability(0.1, 1, 1)]).toEqual([0, 1]);
    expect(stopProbability(0.5, 1, 0.3)).toBe(1);
    expect(stopProbability(0.4999, 1, 0.3)).toBeCloseTo(1, 3);
  });

  it('is the scale function, integrated numerically from its definition', () => {
    fc.assert(
      fc.property(between(-10, 0.9), between(0.3, 2), between(0.05, 0.95), (theta, sigma, x0) => {
        const a = (theta * sigma ** 2) / 2;
        // 2 drift / diffusion^2 = 2 a (1 - u) / (sigma^2 u), whose integral is (2 a / sigma^2) (ln u - u).
        const density = (x: number): number => Math.exp(((-2 * a) / sigma ** 2) * (Math.log(x) - x));
        const below = x0 * integrateUnit((x) => density(x0 * x));
        expect(stopProbability(a, sigma, x0)).toBeCloseTo(below / integrateUnit(density), 9);
      }),
    );
  });

  it('solves the backward equation', () => {
    // (sigma^2 / 2) x^2 P'' + a x (1 - x) P' = 0, by central differences.
    const h = 1e-3;
    for (const a of [0.15, -0.6]) {
      for (const x of [0.2, 0.5, 0.8]) {
        const [left, here, right] = [x - h, x, x + h].map((at) => stopProbability(a, 0.9, at)) as [
          number,
          number,
          number,
        ];
        const second = (0.9 ** 2 / 2) * x ** 2 * ((right - 2 * here + left) / h ** 2);
        const first = a * x * (1 - x) * ((right - left) / (2 * h));
        expect(Math.abs(second + first)).toBeLessThan(1e-5);
      }
    }
  });
});
