import { oneAtATimeDesign } from '@trilogue/sensitivity';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { columnsCsv, columnsParquet, outputsCsv, outputsOf, rowColumns } from '../../src/study/tables.js';

describe('tables', () => {
  it('of outputs give the same bits back', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.array(fc.record({ value: number, variance: number }), { minLength: 1 }), (outputs) => {
        expect(outputsOf(outputsCsv(outputs))).toEqual(outputs);
      }),
    );
  });

  it('of rows hold points and outputs, whatever a factor is called', async () => {
    const factors = [
      { name: 'value', range: [0, 1] as const },
      { name: 'x', range: [2, 4] as const },
    ];
    const design = oneAtATimeDesign(factors);
    const outputs = Array.from({ length: design.runs }, (_, row) => ({ value: row, variance: row / 8 }));
    const bytes = columnsParquet(rowColumns(design, outputs));
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
    expect(rows).toHaveLength(5);
    expect(rows[3]).toEqual({ 'factor.value': 0.5, x: 2, value: 3, variance: 0.375 });
  });

  it('quote text that needs it and leave nothing empty but null', async () => {
    const columns = [
      { name: 'name', entries: ['a,b', 'say "c"'] },
      { name: 'group', entries: ['g', null] },
      { name: 'total', entries: [0.5, 0] },
    ];
    expect(columnsCsv(columns)).toBe('name,group,total\n"a,b",g,0.5\n"say ""c""",,0\n');
    const bytes = columnsParquet(columns);
    expect(await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })).toEqual([
      { name: 'a,b', group: 'g', total: 0.5 },
      { name: 'say "c"', group: null, total: 0 },
    ]);
  });
});
