/** What a picture shows where there are more cells than it has room for. */
import { describe, expect, it } from 'vitest';
import { thinned } from '../../src/sweep/thinned.js';

const rows = [
  [1, 3, 5, null, 9],
  [3, 5, 7, null, 11],
  [0, 0, null, null, 2],
];
const column = (rows: readonly (number | null)[][]) => Float64Array.from(rows.flat(), (value) => value ?? Number.NaN);
const numbers = column(rows);
const grid = {
  x: { name: 'a', values: [0, 1, 2, 3, 4] },
  y: { name: 'b', values: [10, 20, 30] },
  columns: { value: numbers, low: numbers, high: numbers, paths: numbers.map(() => 8) },
  bias: numbers,
};

describe('a thinned grid', () => {
  it('is every cell where there is room', () => {
    expect(thinned(grid, 5)).toEqual({ x: grid.x, y: grid.y, values: rows, low: rows, high: rows, words: null });
  });

  it('is means over blocks, of what is known in them', () => {
    const means = [
      [2, 5, 9],
      [4, 7, 11],
      [0, null, 2],
    ];
    expect(thinned(grid, 3)).toEqual({
      x: { name: 'a', values: [0.5, 2.5, 4] },
      y: grid.y,
      ...{ values: means, low: means, high: means, words: 'means of 2 x 1 cells' },
    });
  });

  it('thins a curve along its one axis', () => {
    const own = column([rows[0]!]);
    const columns = { value: own, low: own, high: own, paths: own.map(() => 8) };
    expect(thinned({ x: grid.x, y: null, columns, bias: null }, 3)).toMatchObject({
      y: null,
      values: [[2, 5, 9]],
      words: 'means of 2 cells',
    });
  });
});
