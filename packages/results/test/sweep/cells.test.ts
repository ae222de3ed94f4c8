import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellColumns, cellCount, cellsCsv, type Grid } from '../../src/sweep/cells.js';
import { gridOf } from './grid.js';

const csv = (grid: Grid) => [...cellsCsv(cellColumns(grid), cellCount(grid))].join('');

const grid = gridOf({
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
});

describe('cells', () => {
  it('are rows with x fastest, empty where there is no value', () => {
    expect(csv(grid)).toBe(
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
    const line = gridOf({
      x: { name: 'value', values: [7] },
      y: null,
      values: [[1]],
      low: [[0]],
      high: [[2]],
      bias: [[null]],
      cellPaths: [[4]],
    });
    expect(csv(line)).toBe('axis.value,value,low,high,bias,paths\n7,1,0,2,,4\n');
  });

  it('have an empty column of the bias where there is no tolerance', () => {
    expect(csv({ ...grid, bias: null }).split('\n')[1]).toBe('0,1,0.1,0,0.2,,100');
  });

  it('are written so that every bit comes back, in pieces of any number', () => {
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
        const { x, y, values, low, high, bias, cellPaths } = written;
        const lines = csv(gridOf(written)).trimEnd().split('\n').slice(1);
        const read = lines.map((line) => line.split(',').map((field) => (field === '' ? null : Number(field))));
        const rows = values.flatMap((row, j) =>
          row.map((value, i) => [
            ...[x.values[i], ...(y === null ? [] : [y.values[j]])],
            ...[value, low[j]![i], high[j]![i], bias[j]![i], cellPaths[j]![i]],
          ]),
        );
        expect(read).toEqual(rows);
      }),
    );
  });

  it('are one row each, however many pieces they come in', () => {
    const many = Float64Array.from({ length: 10_001 }, (_, cell) => cell);
    const columns = { value: many, low: many, high: many, paths: many };
    const pieces = [
      ...cellsCsv(cellColumns({ x: { name: 'a', values: [...many] }, y: null, columns, bias: null }), 10_001),
    ];
    expect(pieces.length).toBeGreaterThan(3);
    const lines = pieces.join('').trimEnd().split('\n');
    expect(lines).toHaveLength(10_002);
    expect(lines[10_001]).toBe('10000,10000,10000,10000,,10000');
  });
});
