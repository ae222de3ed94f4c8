import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellColumns, cellsCsv, type Grid, leastPaths, readCells } from '../../src/sweep/cells.js';

const grid: Grid = {
  x: { name: 'tau', title: 'Trust', values: [0, 0.5, 1] },
  y: { name: 'p', values: [1, 2] },
  values: [
    [0.1, null, 0.3],
    [0.4, 0.5, 0.6],
  ],
  low: [
    [0, null, 0.2],
    [0.3, 0.4, 0.5],
  ],
  high: [
    [0.2, null, 0.4],
    [0.5, 0.6, 0.7],
  ],
  bias: [
    [0.01, null, null],
    [0, 0.02, 0.03],
  ],
  cellPaths: [
    [100, 64, 200],
    [300, 400, 500],
  ],
};

describe('cells', () => {
  it('are rows with x fastest, empty where there is no value', () => {
    expect(cellsCsv(cellColumns(grid))).toBe(
      [
        'tau,p,value,low,high,bias,paths',
        '0,1,0.1,0,0.2,0.01,100',
        '0.5,1,,,,,64',
        '1,1,0.3,0.2,0.4,,200',
        '0,2,0.4,0.3,0.5,0,300',
        '0.5,2,0.5,0.4,0.6,0.02,400',
        '1,2,0.6,0.5,0.7,0.03,500',
        '',
      ].join('\n'),
    );
  });

  it('have one axis column where there is one axis, and no column name twice', () => {
    const line: Grid = {
      x: { name: 'value', values: [7] },
      y: null,
      values: [[1]],
      low: [[0]],
      high: [[2]],
      bias: [[null]],
      cellPaths: [[4]],
    };
    expect(cellsCsv(cellColumns(line))).toBe('axis.value,value,low,high,bias,paths\n7,1,0,2,,4\n');
  });

  it('know the fewest paths of one', () => {
    expect(leastPaths(grid)).toBe(64);
  });

  it('come back from the file bit for bit', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const cell = fc.option(number);
    const anyGrid = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.integer({ min: 1, max: 4 }).chain((height) => {
        const axis = (length: number) => fc.array(number, { minLength: length, maxLength: length });
        const rowsOf = <T>(entry: fc.Arbitrary<T>) =>
          fc.array(fc.array(entry, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });
        const rows = rowsOf(cell);
        return fc.record({
          x: axis(width).map((values) => ({ name: 'a', values })),
          y: axis(height).map((values) => (height === 1 ? null : { name: 'b', values })),
          values: rows,
          low: rows,
          high: rows,
          bias: rows,
          cellPaths: rowsOf(fc.nat()),
        });
      }),
    );
    fc.assert(
      fc.property(anyGrid, (written) => {
        const { x, y } = written;
        const shape = { x: { name: x.name }, y: y && { name: y.name }, width: x.values.length };
        expect(readCells(cellsCsv(cellColumns(written)), shape)).toEqual(written);
      }),
    );
  });
});
