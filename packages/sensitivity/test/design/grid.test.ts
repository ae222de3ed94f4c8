import { describe, expect, it } from 'vitest';
import { gridDesign } from '../../src/design/grid.js';
import { factors } from '../run.js';

describe('gridDesign', () => {
  it('lists every combination, the first factor fastest', () => {
    const design = gridDesign(factors(2, [0, 2]), { levels: [3, 2] });
    expect(Array.from({ length: design.runs }, (_, row) => design.point(row))).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(gridDesign(factors(3), { levels: 4 }).runs).toBe(64);
  });

  it('refuses wrong numbers of levels and grids too large to count', () => {
    expect(() => gridDesign(factors(2), { levels: [2] })).toThrow('2 factors and 1 numbers of levels');
    expect(() => gridDesign(factors(2), { levels: [2, 1] })).toThrow('The number of levels of "x2"');
    expect(() => gridDesign(factors(33), { levels: 2 })).toThrow('The number of rows of a grid');
  });
});
