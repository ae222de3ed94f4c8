/**
 * A chunk: the records of some cells in a sealed file of their own, `records/000001.bin` and so on. Owns what its
 * header says: what the records are of, so that they can be used where axes or paths are added.
 */
import type { Axis, SweepPlan } from '@trilogue/engine';
import { readPlain } from '../files/plain.js';
import { unseal } from '../sealed/container.js';
import { mostFileBytes, numberedName } from '../sealed/numbered.js';
import { isChunkHeader } from './header.js';

export interface ChunkHeader {
  readonly kind: 'cells';
  /** See records.ts. */
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

/** A chunk, or in words what is wrong with its file. */
export async function readChunk(folder: string, number: number): Promise<Chunk | string> {
  const bytes = await readPlain(folder, numberedName(number), mostFileBytes);
  return bytes === null ? 'it is missing' : chunkOf(bytes);
}

/** A chunk from the bytes of its file, or in words what is wrong with them. */
export function chunkOf(bytes: Uint8Array): Chunk | string {
  const found = unseal<ChunkHeader>(bytes, chunkFault);
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
