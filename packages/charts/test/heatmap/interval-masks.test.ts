import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsMask, overlapMask } from '../../src/heatmap/interval-masks.js';

const around = (values: (number | null)[][], half: number) => ({
  low: values.map((row) => row.map((value) => (value === null ? null : value - half))),
  high: values.map((row) => row.map((value) => (value === null ? null : value + half))),
});
const overlap = (values: (number | null)[][], half: number) => {
  const { low, high } = around(values, half);
  return overlapMask(low, high);
};

describe('overlapMask', () => {
  it('marks a cell only if all its neighbours overlap it', () => {
    expect(overlap([[0, 1, 10]], 0.6)).toEqual([[true, false, false]]);
  });

  it('looks up and down as well as left and right, not across corners', () => {
    const values = [
      [0, 0],
      [0, 9],
    ];
    expect(overlap(values, 1)).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('counts touching intervals as overlapping', () => {
    expect(overlap([[0, 2]], 1)).toEqual([[true, true]]);
  });

  it('does not mark a cell without an interval, nor one whose neighbours have none', () => {
    expect(overlap([[0, null, 0]], 1)).toEqual([[false, false, false]]);
  });

  it('marks a flat surface everywhere and a steep one nowhere', () => {
    const slope = (step: number) => [0, 1, 2].map((j) => [0, 1, 2].map((i) => step * (i + j)));
    expect(overlap(slope(0), 1).flat().every(Boolean)).toBe(true);
    expect(overlap(slope(3), 1).flat().some(Boolean)).toBe(false);
  });

  it('can only grow when all intervals grow', () => {
    const surface = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(surface, fc.integer({ min: 0, max: 5 }), (values, half) => {
        const [narrow, wide] = [overlap(values, half).flat(), overlap(values, half + 1).flat()];
        expect(narrow.every((on, k) => !on || wide[k])).toBe(true);
      }),
    );
  });
});

describe('containsMask', () => {
  it('marks intervals that contain the level, ends included', () => {
    expect(containsMask([[0.4, 0.5, 0.51, 0.1, null]], [[0.6, 0.7, 0.9, 0.5, 0.9]], 0.5)).toEqual([
      [true, true, false, true, false],
    ]);
  });
});
