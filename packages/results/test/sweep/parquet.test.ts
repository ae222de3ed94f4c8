import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { cellColumns, cellCount, type Grid } from '../../src/sweep/cells.js';
import { cellsParquet } from '../../src/sweep/parquet.js';
import { gridOf } from './grid.js';

const grid = gridOf({
  x: { name: 'initial.A', values: [0.1, 1 / 3] },
  y: { name: 'p', values: [-1, 2] },
  values: [
    [0.1, null],
    [Math.PI, 0],
  ],
  low: [
    [0, null],
    [3, -1],
  ],
  high: [
    [0.2, null],
    [4, 1],
  ],
  bias: [
    [0.01, null],
    [null, 1 / 7],
  ],
  cellPaths: [
    [2 ** 40, 1],
    [64, 2 ** 53 - 1],
  ],
});

const parquet = (of: Grid) => Buffer.concat([...cellsParquet(cellColumns(of), cellCount(of))]);
const rows = [
  { 'initial.A': 0.1, p: -1, value: 0.1, low: 0, high: 0.2, bias: 0.01, paths: 1099511627776n },
  { 'initial.A': 1 / 3, p: -1, value: null, low: null, high: null, bias: null, paths: 1n },
  { 'initial.A': 0.1, p: 2, value: Math.PI, low: 3, high: 4, bias: null, paths: 64n },
  { 'initial.A': 1 / 3, p: 2, value: 0, low: -1, high: 1, bias: 1 / 7, paths: 9007199254740991n },
];

describe('the Parquet file of a sweep', () => {
  const bytes = parquet(grid);
  const file = new Uint8Array(bytes).buffer;

  it('is read by hyparquet with every bit', async () => {
    expect(await parquetReadObjects({ file })).toEqual(rows);
    expect(parquetMetadata(file).created_by).toBe('trilogue');
  });

  it('is read by DuckDB with every bit, doubles and a 64-bit integer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trilogue-parquet-'));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      writeFileSync(join(folder, 'cells.parquet'), bytes);
      const reader = await connection.runAndReadAll(`select * from '${join(folder, 'cells.parquet')}'`);
      expect(reader.getRowObjects()).toEqual(rows);
      const types = reader.columnTypes().map(String);
      expect(types).toEqual(['DOUBLE', 'DOUBLE', 'DOUBLE', 'DOUBLE', 'DOUBLE', 'DOUBLE', 'BIGINT']);
    } finally {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    }
  });

  it('has the same bytes each time', () => {
    expect(parquet(grid)).toEqual(bytes);
  });

  it('is read whole where it has several row groups', async () => {
    const cells = 26_500;
    const numbers = Float64Array.from({ length: cells }, (_, cell) => (cell % 7 === 0 ? Number.NaN : cell / 3));
    const paths = Float64Array.from(numbers, (_, cell) => cell + 1);
    const columns = { value: numbers, low: numbers, high: numbers, paths };
    const many = parquet({ x: { name: 'a', values: Array.from(paths) }, y: null, columns, bias: null });
    const file = new Uint8Array(many).buffer;
    expect(parquetMetadata(file).row_groups.map((group) => Number(group.num_rows))).toEqual([1000, 25_000, 500]);
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(cells);
    const last = { a: cells, value: (cells - 1) / 3, low: (cells - 1) / 3, high: (cells - 1) / 3, bias: null };
    expect(rows.at(-1)).toEqual({ ...last, paths: BigInt(cells) });
    expect(rows[7]).toMatchObject({ value: null, paths: 8n });
  });
});
