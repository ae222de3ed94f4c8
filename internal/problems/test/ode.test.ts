import { slope } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logisticShare } from '../src/logistic.js';
import { dormandPrince, rungeKutta4, type VectorField } from '../src/ode.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const logistic =
  (a: number): VectorField =>
  ([x]) => [a * x! * (1 - x!)];
const rotation: VectorField = ([x, y]) => [-y!, x!];

describe('logisticShare', () => {
  it('solves its equation, by central differences', () => {
    fc.assert(
      fc.property(between(-3, 3), between(0.01, 0.99), between(-2, 2), (a, x0, t) => {
        const h = 1e-4;
        const x = logisticShare(a, x0, t);
        expect((logisticShare(a, x0, t + h) - logisticShare(a, x0, t - h)) / (2 * h)).toBeCloseTo(a * x * (1 - x), 6);
      }),
    );
  });

  it('starts at x0 and leaves the ends alone, however long', () => {
    expect(logisticShare(2, 0.3, 0)).toBeCloseTo(0.3, 15);
    expect(logisticShare(2, 0, 1e6)).toBe(0);
    expect(logisticShare(-2, 1, 1e6)).toBe(1);
    expect(logisticShare(-2, 0.5, 1e6)).toBe(0);
  });
});

describe('rungeKutta4', () => {
  it('is of order 4', () => {
    const steps = [8, 16, 32, 64];
    const errors = steps.map((n) => Math.abs(rungeKutta4(logistic(1.5), [0.2], 3, n)[0]! - logisticShare(1.5, 0.2, 3)));
    const fit = slope(
      steps.map((n) => 3 / n),
      errors,
    );
    // Deterministic: the exponent of the leading term, spoilt by the next one.
    expect(fit.slope).toBeGreaterThan(3.8);
    expect(fit.slope).toBeLessThan(4.3);
  });

  it('leaves the start as it was', () => {
    const start = [0.2];
    rungeKutta4(logistic(1), start, 1, 10);
    expect(start).toEqual([0.2]);
  });
});

describe('dormandPrince', () => {
  it('follows the logistic curve to 1e-10', () => {
    fc.assert(
      fc.property(between(-3, 3), between(0.01, 0.99), (a, x0) => {
        const times = [0, 0.5, 0.5, 3, 20];
        dormandPrince(logistic(a), [x0], times).forEach(([x], i) => {
          expect(Math.abs(x! - logisticShare(a, x0, times[i]!))).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('goes round the circle and keeps two coordinates apart', () => {
    const [[x, y]] = dormandPrince(rotation, [1, 0], [2 * Math.PI * 3.25]) as [[number, number]];
    expect(x).toBeCloseTo(0, 9);
    expect(y).toBeCloseTo(1, 9);
  });

  it('is as exact as it is asked to be', () => {
    const error = (tolerance: number): number =>
      Math.abs(dormandPrince(logistic(2), [0.1], [4], tolerance)[0]![0]! - logisticShare(2, 0.1, 4));
    expect(error(1e-4)).toBeLessThan(1e-3);
    expect(error(1e-12)).toBeLessThan(1e-11);
    expect(error(1e-12)).toBeLessThan(error(1e-4));
  });

  it('has the error of its fifth-order formula', () => {
    // With the tolerance out of the way the steps are the gaps between the times asked for, but for a few short ones to begin with.
    const counts = [8, 16, 32];
    const errors = counts.map((n) => {
      const times = Array.from({ length: n }, (_, i) => (2 * (i + 1)) / n);
      const states = dormandPrince(rotation, [1, 0], times, 10);
      return Math.hypot(states[n - 1]![0]! - Math.cos(2), states[n - 1]![1]! - Math.sin(2));
    });
    const fit = slope(
      counts.map((n) => 2 / n),
      errors,
    );
    expect(fit.slope).toBeGreaterThan(4.7);
    expect(fit.slope).toBeLessThan(6);
  });

  it('says when the solution cannot be continued, and when times run backwards', () => {
    expect(() => dormandPrince(([x]) => [x! * x!], [1], [2])).toThrow('cannot be continued');
    expect(() => dormandPrince(rotation, [1, 0], [1, 0.5])).toThrow('found 0.5 after 1');
  });
});
