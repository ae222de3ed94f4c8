import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralReplicatorCdf, neutralReplicatorMean } from '../src/neutral-replicator.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('neutralReplicatorCdf', () => {
  it('solves the forward equation', () => {
    // With F the distribution function and p = F': dF/dt = d/dx ((sigma^2 / 2) x^2 (1 - x)^2 p), by central differences.
    const [sigma, x0, t, h] = [0.8, 0.35, 1.7, 1e-3];
    const cdf = (x: number, time = t): number => neutralReplicatorCdf(sigma, x0, time, x);
    const flow = (x: number): number => (sigma ** 2 / 2) * (x * (1 - x)) ** 2 * ((cdf(x + h / 2) - cdf(x - h / 2)) / h);
    for (const x of [0.1, 0.3, 0.5, 0.8]) {
      const change = (cdf(x, t + h) - cdf(x, t - h)) / (2 * h);
      expect(change).toBeCloseTo((flow(x + h / 2) - flow(x - h / 2)) / h, 5);
      expect(Math.abs(change)).toBeGreaterThan(1e-4);
    }
  });

  it('starts at x0 and ends at 0 and 1 with the probabilities of a fair game', () => {
    expect(neutralReplicatorCdf(0.5, 0.3, 1e-9, 0.29)).toBeCloseTo(0, 12);
    expect(neutralReplicatorCdf(0.5, 0.3, 1e-9, 0.31)).toBeCloseTo(1, 12);
    expect(neutralReplicatorCdf(0.5, 0.3, 1e4, 0.01)).toBeCloseTo(0.7, 12);
    expect(neutralReplicatorCdf(0.5, 0.3, 1e4, 0.99)).toBeCloseTo(0.7, 12);
  });
});

describe('neutralReplicatorMean', () => {
  it('is a probability measure, and the share is a martingale', () => {
    fc.assert(
      fc.property(between(0.1, 1.5), between(0.02, 0.98), between(0.1, 10), (sigma, x0, t) => {
        expect(neutralReplicatorMean(sigma, x0, t, () => 1)).toBeCloseTo(1, 11);
        expect(neutralReplicatorMean(sigma, x0, t, (x) => x)).toBeCloseTo(x0, 10);
      }),
    );
  });

  it('agrees with the distribution function: E x^2 is 1 less the integral of 2 x F(x)', () => {
    const [sigma, x0, t, n] = [0.7, 0.4, 2, 20_000];
    let integral = 0;
    for (let i = 0; i < n; i++) {
      const x = (i + 0.5) / n;
      integral += (2 * x * neutralReplicatorCdf(sigma, x0, t, x)) / n;
    }
    expect(neutralReplicatorMean(sigma, x0, t, (x) => x * x)).toBeCloseTo(1 - integral, 8);
  });

  it('obeys Ito: d/dt E x^2 = sigma^2 E x^2 (1 - x)^2', () => {
    const [sigma, x0, t, h] = [0.7, 0.4, 2, 1e-3];
    const square = (time: number): number => neutralReplicatorMean(sigma, x0, time, (x) => x * x);
    const rate = sigma ** 2 * neutralReplicatorMean(sigma, x0, t, (x) => (x * (1 - x)) ** 2);
    expect((square(t + h) - square(t - h)) / (2 * h)).toBeCloseTo(rate, 7);
  });
});
