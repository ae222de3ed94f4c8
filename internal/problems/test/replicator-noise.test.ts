import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitProbability, limitProbability } from '../src/replicator-noise.js';
import { integrateUnit } from './quadrature.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('limitProbability', () => {
  it('is x0 without advantage, rises with it, and is certain from |theta| = 1 on', () => {
    expect(limitProbability(0, 0.7, 0.3)).toBeCloseTo(0.3, 14);
    expect(limitProbability(0.05, 1, 0.3)).toBeGreaterThan(0.3);
    expect(limitProbability(0.5, 1, 0.3)).toBe(1);
    expect(limitProbability(-0.5, 1, 0.3)).toBe(0);
    expect(limitProbability(0.4999, 1, 0.3)).toBeCloseTo(1, 3);
  });

  it('has the closed form of theta = 1/2', () => {
    // The integral of ((1 - u) / u)^(1/2) from 0 to x = sin^2 t is t + sin t cos t, and pi/2 over the whole.
    for (const x0 of [0.1, 0.5, 0.9]) {
      const t = Math.asin(Math.sqrt(x0));
      const exact = (t + Math.sin(t) * Math.cos(t)) / (Math.PI / 2);
      expect(limitProbability(0.25, 1, x0)).toBeCloseTo(exact, 13);
    }
  });

  it('is the scale function, integrated numerically from its definition', () => {
    fc.assert(
      fc.property(between(-0.9, 0.9), between(0.3, 2), between(0.05, 0.95), (theta, sigma, x0) => {
        const a = (theta * sigma ** 2) / 2;
        // 2 drift / diffusion^2 = 2 a / (sigma^2 u (1 - u)), whose integral is (2 a / sigma^2) ln(u / (1 - u)).
        const density = (x: number, rest: number): number =>
          Math.exp(((-2 * a) / sigma ** 2) * (Math.log(x) - Math.log(rest)));
        const below = x0 * integrateUnit((x) => density(x0 * x, 1 - x0 * x));
        expect(limitProbability(a, sigma, x0)).toBeCloseTo(below / integrateUnit(density), 9);
      }),
    );
  });

  it('solves the backward equation', () => {
    // (sigma^2 / 2) x^2 (1 - x)^2 P'' + a x (1 - x) P' = 0, by central differences: the sign of theta would show.
    const [a, sigma, h] = [0.15, 0.9, 1e-3];
    for (const x of [0.2, 0.5, 0.8]) {
      const [left, here, right] = [x - h, x, x + h].map((at) => limitProbability(a, sigma, at)) as [
        number,
        number,
        number,
      ];
      const second = (sigma ** 2 / 2) * (x * (1 - x)) ** 2 * ((right - 2 * here + left) / h ** 2);
      const first = a * x * (1 - x) * ((right - left) / (2 * h));
      expect(Math.abs(second + first)).toBeLessThan(1e-6);
      expect(Math.abs(second - first)).toBeGreaterThan(1e-2);
    }
  });
});

describe('exitProbability', () => {
  it('is linear without advantage', () => {
    expect(exitProbability(0, 1, 0.5, 0.2, 0.95)).toBeCloseTo(0.4, 13);
  });

  it('is 0 and 1 at the ends and tends to the limit probability', () => {
    expect(exitProbability(0.1, 1, 0.1, 0.1, 0.9)).toBe(0);
    expect(exitProbability(0.1, 1, 0.9, 0.1, 0.9)).toBe(1);
    expect(exitProbability(0.1, 1, 0.4, 0, 1)).toBeCloseTo(limitProbability(0.1, 1, 0.4), 14);
  });

  it('is consistent: to reach 0.9 from 0.3 one passes 0.6', () => {
    const to = (x0: number, low: number, high: number): number => exitProbability(-0.2, 0.8, x0, low, high);
    const direct = to(0.3, 0.1, 0.9);
    const first = to(0.3, 0.1, 0.6);
    expect(direct).toBeCloseTo(first * to(0.6, 0.1, 0.9), 13);
  });

  it('refuses shares out of order and a repelling end', () => {
    expect(() => exitProbability(0.1, 1, 0.05, 0.1, 0.9)).toThrow('0.1, 0.05, 0.9');
    expect(() => exitProbability(0.1, 1, 0.5, 0.5, 0.5)).toThrow(RangeError);
    expect(() => exitProbability(1, 1, 0.5, 0.1, 0.9)).toThrow('found 2');
  });
});
