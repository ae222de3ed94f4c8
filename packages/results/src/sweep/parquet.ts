/**
 * Cells as a Parquet file: doubles, the number of paths as a 64-bit integer. Row group by row group, so that a million cells
 * are never in memory as a table.
 */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { CellColumn } from './cells.js';

/** Rows of the first group, and of the others. */
const groups = { first: 1000, other: 25_000 };

/** The file in pieces. The same columns give the same bytes. */
export function* cellsParquet(columns: readonly CellColumn[], cells: number): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const types = columns.map(({ name, nullable }) =>
    name === 'paths' ? ({ name, type: 'INT64', nullable } as const) : ({ name, type: 'DOUBLE', nullable } as const),
  );
  const schema = schemaFromColumnData({ columnData: types.map((column) => ({ ...column, data: [] })) });
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'trilogue' });
  for (let from = 0; from < cells; ) {
    const to = Math.min(cells, from + (from === 0 ? groups.first : groups.other));
    parquet.write({
      rowGroupSize: to - from,
      columnData: columns.map(({ name, at }) => {
        const entries = Array.from({ length: to - from }, (_, i) => at(from + i));
        return { name, data: name === 'paths' ? entries.map((entry) => BigInt(entry!)) : entries };
      }),
    });
    yield taken(writer);
    from = to;
  }
  parquet.finish();
  yield taken(writer);
}

/** What has been written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
