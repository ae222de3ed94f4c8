import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/errors.js';
import { defaultDt, longestDt, MAX_STEPS, recordSteps, timeGrid } from '../../../src/runs/plan/time-grid.js';

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe('timeGrid', () => {
  it('divides the horizon evenly into the fewest steps no longer than dt', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 1e-3, max: 10, noNaN: true }), (horizon, dt) => {
        const grid = timeGrid(horizon, dt);
        expect(grid.dt).toBe(horizon / grid.steps);
        // a billionth of a step is left to rounding
        expect(grid.steps).toBeGreaterThanOrEqual(horizon / dt - 2e-9);
        if (grid.steps > 1) expect(grid.steps - 1).toBeLessThan(horizon / dt);
      }),
    );
  });

  it.each([
    [20, 0.1, 200],
    [0.3, 0.1, 3],
    [0.6, 0.2, 3],
    [0.07, 0.01, 7],
    [1, 0.3, 4],
    [1, 5, 1],
    [1, 1e-7, 10_000_000],
  ])('makes of horizon %d with dt %d %d steps, rounding or not', (horizon, dt, steps) => {
    expect(timeGrid(horizon, dt)).toEqual({ horizon, steps, dt: horizon / steps });
  });

  it.each([
    [0, 0.1, 'horizon must be a positive number; found 0'],
    [-1, 0.1, 'horizon must be a positive number; found -1'],
    [Number.POSITIVE_INFINITY, 0.1, 'horizon must be a positive number; found Infinity'],
    [1, 0, 'dt must be a positive number; found 0'],
    [1, Number.NaN, 'dt must be a positive number; found NaN'],
    [20, 1e-6, `makes 20000000 steps; at most ${MAX_STEPS} are taken. Use a larger dt`],
  ])('refuses horizon %d with dt %d', (horizon, dt, message) => {
    expect(() => timeGrid(horizon, dt)).toThrow(EngineError);
    expect(() => timeGrid(horizon, dt)).toThrow(message);
  });
});

describe('defaultDt', () => {
  const rate = fc.double({ min: 0, max: 1e4, noNaN: true });
  const sigma = fc.double({ min: 0, max: 100, noNaN: true });

  it('is the largest of 1, 2, 5 times a power of ten within every limit', () => {
    fc.assert(
      fc.property(positive, rate, sigma, (horizon, largest, noise) => {
        const dt = defaultDt(horizon, largest, noise);
        const limit = Math.min(horizon / 50, 0.1, 0.9 / largest, (0.75 / noise) ** 2);
        expect(dt).toBeLessThanOrEqual(limit * (1 + 1e-8));
        const [digit, exponent] = dt.toExponential().split('e');
        expect(['1', '2', '5']).toContain(digit);
        const next = Number(`${{ '1': 2, '2': 5, '5': 10 }[digit]}e${exponent}`);
        expect(next).toBeGreaterThan(limit * (1 - 1e-8));
      }),
    );
  });

  it.each([
    [20, 0, 0, 0.1],
    [20, 3.6, 0.5, 0.1],
    [20, 10, 0.5, 0.05],
    [20, 0, 10, 0.005],
    [1, 0, 0, 0.02],
    [0.5, 1, 1, 0.01],
  ])('for horizon %d, rate %d, sigma %d is %d', (horizon, largest, noise, dt) => {
    expect(defaultDt(horizon, largest, noise)).toBe(dt);
  });
});

describe('recordSteps', () => {
  it('gives at most so many steps, evenly spaced, the horizon last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 300 }), (steps, points) => {
        const records = recordSteps(steps, points);
        expect(records.length).toBeLessThanOrEqual(points);
        expect(records.at(-1)).toBe(steps);
        const gaps = records.map((step, i) => step - (records[i - 1] ?? 0));
        expect(gaps.every((gap) => gap >= 1 && gap <= gaps[0])).toBe(true);
        expect(new Set(gaps.slice(0, -1)).size).toBeLessThanOrEqual(1);
        if (points >= steps) expect(records).toHaveLength(steps);
      }),
    );
  });
});

describe('longestDt', () => {
  it('is a round number within the limits of order 2, and the default for order 1', () => {
    expect(longestDt(20, 8.4, 0.5, 2)).toBe(0.5);
    expect(longestDt(20, 30, 0.5, 2)).toBe(0.1);
    expect(longestDt(20, 1, 1.5, 2)).toBe(0.2);
    expect(longestDt(20, 0, 0, 2)).toBe(0.5);
    expect(longestDt(20, 8.4, 0.5, 1)).toBe(defaultDt(20, 8.4, 0.5));
  });
});
