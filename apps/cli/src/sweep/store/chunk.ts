/**
 * A chunk: the records of some cells in a file of their own, `records/000001.bin` and so on. Owns the header's form and the
 * names. A chunk says by itself what its records are of, so that it can be used where axes or paths are added.
 */
import { join } from 'node:path';
import type { Axis, SweepPlan } from '@trilogue/engine';
import { plainEntries, readPlain } from '../../files/plain.js';
import { decode } from './container.js';
import { isChunkHeader } from './header.js';

export const recordsName = 'records';

export interface ChunkHeader {
  readonly kind: 'cells';
  /** See keys.ts. */
  readonly base: string;
  readonly sweep: string;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly plan: SweepPlan;
  /** First cell and number of cells of each run of neighbours, ascending. */
  readonly runs: readonly (readonly [first: number, count: number])[];
  /** Numbers of chunks that are no longer needed, or were lost and told of: nobody misses them. */
  readonly gone?: readonly number[];
}

export interface Chunk {
  readonly header: ChunkHeader;
  readonly cells: readonly number[];
  /** Cell after cell. */
  readonly records: Float64Array;
}

/** Numbers of the records of a chunk; a single one may have more. */
export const mostRecords = 2 ** 21;
/** Numbers of chunks; one every second for ten days, and longer since pauses grow. */
const mostChunks = 1_000_000;
/** Bytes of a file that are read at most: some millions of numbers, and as many runs of cells. */
const mostBytes = 64 * 2 ** 20;

export function recordsFolder(out: string): string {
  return join(out, recordsName);
}

export function chunkName(number: number): string {
  return `${String(number).padStart(6, '0')}.bin`;
}

/** Numbers of the chunks in a folder, ascending; none where there is no folder. */
export async function listChunks(folder: string): Promise<number[]> {
  const names = await plainEntries(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => /^(\d{6,})\.bin$/.exec(name)?.slice(1).map(Number) ?? [])
    .filter((number) => number >= 1 && number <= mostChunks)
    .sort((a, b) => a - b);
}

/** A chunk, or in words what is wrong with its file. */
export async function readChunk(folder: string, number: number): Promise<Chunk | string> {
  const bytes = await readPlain(folder, chunkName(number), mostBytes);
  return bytes === null ? 'it is missing' : chunkOf(bytes);
}

/** A chunk from the bytes of its file, or in words what is wrong with them. */
export function chunkOf(bytes: Uint8Array): Chunk | string {
  const found = decode<ChunkHeader>(bytes, chunkFault);
  if (typeof found === 'string') return found;
  const { header, numbers } = found;
  const cells = header.runs.flatMap(([first, length]) => Array.from({ length }, (_, i) => first + i));
  return { header, cells, records: numbers };
}

function chunkFault(header: unknown, count: number): string | null {
  if (!isChunkHeader(header)) return 'its header is not that of cells';
  const cells = header.runs.reduce((sum, run) => sum + run[1], 0);
  if (cells * header.plan.recordSize !== count) return 'its records do not fit its cells';
  return count > mostRecords && cells > 1 ? `${count} numbers are more than a chunk has` : null;
}

/** Runs of neighbours in a list of cells that ascends. */
export function runsOf(cells: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === cell) last[1]++;
    else runs.push([cell, 1]);
  }
  return runs;
}
