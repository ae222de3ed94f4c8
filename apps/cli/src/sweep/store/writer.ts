/**
 * Puts finished cells on the disk as they come: what has gathered goes into a chunk of its own every second or so, whole
 * and synced, so that a process that is killed loses no more than that.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.js';
import { type ChunkHeader, chunkName, mostRecords, runsOf } from './chunk.js';
import { encode } from './container.js';

/** Milliseconds between two chunks: the first at first, growing to the second, so that days of work stay some thousand files. */
const pauses = { shortest: 1000, longest: 5000 };
/** A hundredth of the time so far. */
const part = 0.01;

export interface ChunkWriter {
  add(cell: number, record: Float64Array): void;
  /** Resolves when everything that was to be written so far is. */
  written(): Promise<void>;
  /** Number of the last chunk so far. */
  last(): number;
  /** Writes what is left. Rejects where a write has failed. */
  close(): Promise<void>;
}

export interface WriterJob {
  readonly folder: string;
  readonly header: Omit<ChunkHeader, 'runs' | 'kind' | 'gone'>;
  /** Number of the last chunk that is there. */
  readonly last: number;
  /** These cells are on the disk. */
  onKept(cells: readonly number[], records: Float64Array): void;
  /** Hears of the first write that fails; nothing more is written then. */
  onError(error: unknown): void;
}

export function openWriter({ folder, header, last, onKept, onError }: WriterJob): ChunkWriter {
  const size = header.plan.recordSize;
  const started = performance.now();
  // numbers are copied: a million small arrays that live for a second are a burden
  let cells: number[] = [];
  let numbers = new Float64Array(0);
  let number = last;
  let writing = Promise.resolve();
  let failed: { error: unknown } | undefined;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (cells.length === 0) return;
    const [those, theirs] = [cells, numbers];
    cells = [];
    numbers = new Float64Array(0);
    writing = writing.then(async () => {
      if (failed !== undefined) return;
      try {
        const sorted = sortedBatch(those, theirs, size);
        await writeChunk(folder, ++number, header, sorted.cells, sorted.records);
        onKept(sorted.cells, sorted.records);
      } catch (error) {
        failed = { error };
        onError(error);
      }
    });
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
    written: () => writing,
    last: () => number,
    async close() {
      flush();
      await writing;
      if (failed !== undefined) throw failed.error;
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

/** Takes chunks away for good: what says that nobody misses them is on the disk before they go. */
export async function removeChunks(
  folder: string,
  number: number,
  header: WriterJob['header'],
  gone: readonly number[],
): Promise<void> {
  const whole: ChunkHeader = { kind: 'cells', ...header, runs: [], gone };
  await writeWhole(folder, chunkName(number), encode({ header: whole, numbers: new Float64Array(0) }));
  for (const other of gone) await rm(join(folder, chunkName(other)), { force: true });
}

async function writeChunk(
  folder: string,
  number: number,
  header: WriterJob['header'],
  cells: readonly number[],
  records: Float64Array,
): Promise<void> {
  const whole: ChunkHeader = { kind: 'cells', ...header, runs: runsOf(cells) };
  await writeWhole(folder, chunkName(number), encode({ header: whole, numbers: records }));
}
