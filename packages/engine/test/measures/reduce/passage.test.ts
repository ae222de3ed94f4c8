import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPassage,
  type PassageMeasure,
  passageEdges,
  passageSize,
  readPassage,
} from '../../../src/measures/reduce/passage.js';
import { columnsOf } from '../../columns.js';

const DT = 0.25;

function passage(steps: readonly number[], horizon: number, bins: number) {
  const measure: PassageMeasure = { kind: 'passage', register: 0, steps: horizon, bins };
  const tally = new Float64Array(1 + passageSize(measure));
  countPassage(measure, columnsOf([[steps]]), 0, tally, 1);
  return readPassage(measure, tally, 1, DT);
}

describe('countPassage and readPassage', () => {
  it('agree with direct mean and spread of the entry times, over the paths that enter', () => {
    const entries = fc.array(fc.integer({ min: -1, max: 1000 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(entries, (steps) => {
        const times = steps.filter((step) => step >= 0).map((step) => step * DT);
        const found = passage(steps, 1000, 0);
        expect(found.entered).toBe(times.length);
        if (times.length === 0) {
          expect(found.mean).toBeNull();
          return;
        }
        const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
        const squares = times.reduce((sum, time) => sum + (time - mean) ** 2, 0);
        expect(found.mean).toBeCloseTo(mean, 9);
        expect(found.sd).toBeCloseTo(times.length < 2 ? 0 : Math.sqrt(squares / (times.length - 1)), 4);
      }),
    );
  });

  it('counts paths that start inside as entered at time 0', () => {
    const found = passage([0, 0, -1], 10, 5);
    expect(found).toMatchObject({ entered: 2, mean: 0, sd: 0 });
    expect(found.quantile(0.5)).toBeLessThanOrEqual(10 * DT * 0.2);
  });

  it('gives null where no path enters', () => {
    const found = passage([-1, -1], 10, 5);
    expect(found).toMatchObject({ entered: 0, mean: null, sd: null });
    expect(found.quantile(0.5)).toBeNull();
  });

  it('gives quantiles in time, to a bin of the horizon, the last step included', () => {
    const steps = Array.from({ length: 100 }, (_, i) => i + 1);
    const found = passage(steps, 100, 50);
    for (const q of [0.1, 0.5, 0.9]) expect(Math.abs(found.quantile(q)! - 100 * q * DT)).toBeLessThanOrEqual(2 * DT);
    expect(found.quantile(1)).toBe(100 * DT);
  });

  it('counts entries by spans of whole steps, exactly where a step has a bin of its own', () => {
    const entries = fc.array(fc.integer({ min: -1, max: 120 }), { maxLength: 100 });
    const edges = passageEdges(120);
    expect(edges.slice(0, 3)).toEqual([0, 3, 6]);
    expect(edges.at(-1)).toBe(120);
    fc.assert(
      fc.property(entries, (steps) => {
        const expected = edges.slice(1).map((edge, k) => {
          const above = k === 0 ? -1 : edges[k]!;
          return steps.filter((step) => step > above && step <= edge).length;
        });
        expect(passage(steps, 120, 512).counts(edges)).toEqual(expected);
      }),
    );
  });

  it('loses no entry where a bin holds several steps', () => {
    const steps = Array.from({ length: 5000 }, (_, i) => i + 1);
    const counts = passage(steps, 5000, 2048).counts(passageEdges(5000));
    expect(counts).toHaveLength(50);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThanOrEqual(3);
  });
});
