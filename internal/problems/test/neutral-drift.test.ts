import { describe, expect, it } from 'vitest';
import { neutralAbsorptionTime } from '../src/kimura.js';
import { neutralFixationBy, neutralFixationTime, neutralVariance } from '../src/neutral-drift.js';

/** (d/dt - (sigma^2 / 2) x (1 - x) d^2/dx^2) of a function of start and time, by central differences. */
function backwardResidual(f: (x: number, t: number) => number, sigma: number, x: number, t: number): number {
  const h = 1e-3;
  const time = (f(x, t + h) - f(x, t - h)) / (2 * h);
  const space = (f(x + h, t) - 2 * f(x, t) + f(x - h, t)) / h ** 2;
  return time - (sigma ** 2 / 2) * x * (1 - x) * space;
}

describe('neutralFixationBy', () => {
  it('solves the backward equation, with its values at the ends, from nothing to all', () => {
    const sigma = 0.8;
    for (const x of [0.1, 0.3, 0.5, 0.8]) {
      for (const t of [0.5, 1, 3]) {
        expect(Math.abs(backwardResidual((y, s) => neutralFixationBy(sigma, y, s), sigma, x, t))).toBeLessThan(1e-4);
      }
      expect(neutralFixationBy(sigma, x, 1e-3)).toBeCloseTo(0, 10);
      expect(neutralFixationBy(sigma, x, 100)).toBeCloseTo(x, 12);
    }
    expect(neutralFixationBy(sigma, 0, 1)).toBeCloseTo(0, 12);
    expect(neutralFixationBy(sigma, 1, 1)).toBeCloseTo(1, 12);
  });

  it('has the mean times: the integral of what is not yet there', () => {
    const [sigma, x] = [1, 0.3];
    const dt = 1e-3;
    let [fixation, absorption] = [0, 0];
    for (let i = 0; i < 30_000; i++) {
      const t = (i + 0.5) * dt;
      const up = neutralFixationBy(sigma, x, t);
      const down = neutralFixationBy(sigma, 1 - x, t);
      fixation += ((x - up) / x) * dt;
      absorption += (1 - up - down) * dt;
    }
    expect(neutralFixationTime(sigma, x)).toBeCloseTo(fixation, 5);
    expect(neutralAbsorptionTime(sigma, x)).toBeCloseTo(absorption, 5);
  });
});

describe('neutralFixationTime', () => {
  it('makes the time to either end with that to the other', () => {
    const both = 0.2 * neutralFixationTime(0.7, 0.2) + 0.8 * neutralFixationTime(0.7, 0.8);
    expect(both).toBeCloseTo(neutralAbsorptionTime(0.7, 0.2), 12);
  });
});

describe('neutralVariance', () => {
  it('is that of a start, then that of the ends; the mean square solves the backward equation', () => {
    expect(neutralVariance(0.8, 0.3, 0)).toBeCloseTo(0, 15);
    expect(neutralVariance(0.8, 0.3, 100)).toBeCloseTo(0.3 * 0.7, 12);
    const square = (x: number, t: number) => neutralVariance(0.8, x, t) + x * x;
    for (const x of [0.2, 0.5]) expect(Math.abs(backwardResidual(square, 0.8, x, 1))).toBeLessThan(1e-5);
  });
});
