import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellEdges, checkAxis, valueAt } from '../../src/axis/grid.js';

describe('cellEdges', () => {
  it('lies half-way between neighbours and as far outside at the ends', () => {
    expect(cellEdges([0, 1, 3])).toEqual([-0.5, 0.5, 2, 4]);
    expect(cellEdges([3, 1])).toEqual([4, 2, 0]);
  });

  it('gives a single value a cell of its own', () => {
    expect(cellEdges([0])).toEqual([-0.5, 0.5]);
    expect(cellEdges([-4])).toEqual([-6, -2]);
  });

  it('has every value inside its cell', () => {
    const sorted = fc
      .uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 })
      .map((values) => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(sorted, (values) => {
        const edges = cellEdges(values);
        expect(edges).toHaveLength(values.length + 1);
        expect(values.every((value, k) => edges[k]! < value && value < edges[k + 1]!)).toBe(true);
      }),
    );
  });
});

describe('valueAt', () => {
  it('is linear between the values', () => {
    expect([0, 0.5, 1, 1.25, 2].map((index) => valueAt([0, 10, 30], index))).toEqual([0, 5, 10, 15, 30]);
  });
});

describe('checkAxis', () => {
  const check = (values: number[]) => () => checkAxis('x', { name: 'tau', values });

  it('accepts increasing and decreasing values', () => {
    expect(check([0, 1, 5])).not.toThrow();
    expect(check([5, 1, 0])).not.toThrow();
    expect(check([5])).not.toThrow();
  });

  it('names the axis and the place that is wrong', () => {
    expect(check([])).toThrow('axis x ("tau") has no values');
    expect(check([0, Number.NaN])).toThrow('axis x ("tau"): value 1 is NaN');
    expect(check([0, 1, 1])).toThrow('value 1 is 1 and value 2 is 1');
    expect(check([0, 2, 1])).toThrow('value 1 is 2 and value 2 is 1');
    expect(check([0, 0])).toThrow('value 0 is 0 and value 1 is 0');
  });
});
