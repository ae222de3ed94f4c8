/**
 * Puts finished cells on the disk as they come: what has gathered goes into a chunk of its own every second or so, so that a process
 * that is killed loses no more than that.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.js';
import { type Sealed, seal } from '../sealed/container.js';
import { type NumberedWriter, numberedName, openNumbered } from '../sealed/numbered.js';
import { type ChunkHeader, mostRecords, runsOf } from './chunk.js';
import type { SweepRecords } from './records.js';

/** Writes the records of cells as they come. */
export interface RecordWriter extends Pick<NumberedWriter, 'written' | 'last' | 'close'> {
  add(cell: number, record: Float64Array): void;
}

/** Where a writer goes on, and whom it tells. */
export interface WriterOptions {
  /** Number of the last chunk that is there. */
  readonly last: number;
  /** These cells are on the disk. */
  onKept(cells: readonly number[], records: Float64Array): void;
  /** Called at once with the first write that fails; nothing more is written then. */
  onError?(error: unknown): void;
}

/** Opens a writer of records; `recordsName` must be there. */
export function openWriter(of: SweepRecords, { last, onKept, onError }: WriterOptions): RecordWriter {
  const size = of.plan.recordSize;
  // numbers are copied: a million small arrays that live for a second are a burden
  let cells: number[] = [];
  let numbers = new Float64Array(0);
  const take = () => {
    if (cells.length === 0) return null;
    const { records, ...sorted } = sortedBatch(cells, numbers, size);
    cells = [];
    numbers = new Float64Array(0);
    return { ...chunk(of, { runs: runsOf(sorted.cells) }, records), kept: () => onKept(sorted.cells, records) };
  };
  const { soon, flush, ...files } = openNumbered(of.folder, last, take, onError);
  return {
    ...files,
    add(cell, record) {
      const at = cells.length * size;
      if (at + size > numbers.length) {
        const larger = new Float64Array(Math.max(2 * numbers.length, 64 * size));
        larger.set(numbers);
        numbers = larger;
      }
      numbers.set(record, at);
      cells.push(cell);
      if (at + size >= mostRecords) flush();
      else soon();
    },
  };
}

/** A batch in the order of its cells. */
function sortedBatch(cells: readonly number[], numbers: Float64Array, size: number) {
  const order = cells.map((_, i) => i).sort((a, b) => cells[a]! - cells[b]!);
  const records = new Float64Array(cells.length * size);
  for (const [k, i] of order.entries()) records.set(numbers.subarray(i * size, (i + 1) * size), k * size);
  return { cells: order.map((i) => cells[i]!), records };
}

/** Takes chunks away for good: the record that they are no longer needed is on the disk before they are deleted. */
export async function removeChunks(of: SweepRecords, number: number, gone: readonly number[]): Promise<void> {
  await writeWhole(of.folder, numberedName(number), seal(chunk(of, { runs: [], gone }, new Float64Array(0))));
  for (const other of gone) await rm(join(of.folder, numberedName(other)), { force: true });
}

function chunk(
  { base, sweep, x, y, plan }: SweepRecords,
  own: Pick<ChunkHeader, 'runs' | 'gone'>,
  numbers: Float64Array,
): Sealed {
  const header: ChunkHeader = { kind: 'cells', base, sweep, x, y, plan, ...own };
  return { header, numbers };
}
