/**
 * Cells as a Parquet file: doubles, the number of paths as a 64-bit integer.
 */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { CellColumn } from './cells.js';

/** The same columns give the same bytes. */
export function cellsParquet(columns: readonly CellColumn[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    createdBy: 'trilogue',
    columnData: columns.map(({ name, entries }) =>
      name === 'paths'
        ? { name, data: entries.map((entry) => BigInt(entry!)), type: 'INT64', nullable: false }
        : { name, data: [...entries], type: 'DOUBLE', nullable: entries.includes(null) },
    ),
  });
  return new Uint8Array(buffer);
}
