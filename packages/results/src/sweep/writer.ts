/**
 * Puts finished cells on the disk as they come: what has gathered goes into a chunk of its own every second or so, whole
 * and synced, so that a process that is killed loses no more than that.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.js';
import { type Sealed, seal } from '../sealed/container.js';
import { numberedName, openNumbered } from '../sealed/numbered.js';
import { type ChunkHeader, mostRecords, runsOf } from './chunk.js';
import type { SweepRecords } from './records.js';

/** Milliseconds between two chunks: the first at first, growing to the second, so that days of work stay some thousand files. */
const pauses = { shortest: 1000, longest: 5000 };
/** A hundredth of the time so far. */
const part = 0.01;

export interface RecordWriter {
  add(cell: number, record: Float64Array): void;
  /** Resolves when everything that was to be written so far is; rejects where a write has failed. */
  written(): Promise<void>;
  /** Number of the last chunk so far. */
  last(): number;
  /** Writes what is left. Rejects where a write has failed. */
  close(): Promise<void>;
}

export interface WriterOptions {
  /** Number of the last chunk that is there. */
  readonly last: number;
  /** These cells are on the disk. */
  onKept(cells: readonly number[], records: Float64Array): void;
  /** Called at once with the first write that fails; nothing more is written then. */
  onError?(error: unknown): void;
}

export function openWriter(of: SweepRecords, { last, onKept, onError }: WriterOptions): RecordWriter {
  const size = of.plan.recordSize;
  const started = performance.now();
  const files = openNumbered(of.folder, last, onError);
  // numbers are copied: a million small arrays that live for a second are a burden
  let cells: number[] = [];
  let numbers = new Float64Array(0);
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (cells.length === 0) return;
    const [those, theirs] = [cells, numbers];
    cells = [];
    numbers = new Float64Array(0);
    let sorted: ReturnType<typeof sortedBatch>;
    files.add(
      () => {
        sorted = sortedBatch(those, theirs, size);
        return chunk(of, { runs: runsOf(sorted.cells) }, sorted.records);
      },
      () => onKept(sorted.cells, sorted.records),
    );
  };
  return {
    add(cell, record) {
      const at = cells.length * size;
      if (at + size > numbers.length) {
        const larger = new Float64Array(Math.max(2 * numbers.length, 64 * size));
        larger.set(numbers);
        numbers = larger;
      }
      numbers.set(record, at);
      cells.push(cell);
      if (at + size >= mostRecords) return flush();
      const pause = Math.min(pauses.longest, Math.max(pauses.shortest, part * (performance.now() - started)));
      timer ??= setTimeout(flush, pause).unref();
    },
    written: files.written,
    last: files.last,
    async close() {
      flush();
      await files.written();
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
