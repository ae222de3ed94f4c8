/**
 * A chunk: the records of some cells in a sealed file of their own, `records/000001.bin` and so on. Owns what its
 * header says: what the records are of, so that they can be used where axes or paths are added.
 */
import type { SweepPlan } from '@trilogue/engine';
import { z } from 'zod';
import { readPlain } from '../files/plain.js';
import { type SealedKind, unseal } from '../sealed/container.js';
import { mostFileBytes, numberedName } from '../sealed/numbered.js';

/** Numbers of the records of a chunk; a single one may have more. */
export const mostRecords = 2 ** 21;

/** As the engine allows. */
const mostCells = 10_000_000;
const number = z.number();
const cells = z.int().min(1).max(mostCells);
const axis = z.object({ name: z.string(), from: number, to: number, count: cells });
/** Of all that a plan says. */
export const planFields = z.object({
  ...{ cells, tolerance: number.nullable(), paths: number.nullable(), scheme: z.string(), dt: number, steps: number },
  ...{ recordSize: z.int().min(1).max(1e9), rate: number, sigma: number, trialSteps: number },
}) as unknown as z.ZodType<SweepPlan>;
/** Runs ascend, so that no cell is there twice, and no number of cells is more than there can be. */
const runs = z
  .array(z.tuple([z.int().min(0), cells]))
  .refine((all) => all.every(([first, count], i) => first + count <= (all[i + 1]?.[0] ?? mostCells)));

const header = z.object({
  kind: z.literal('cells'),
  /** See records.ts. */
  ...{ base: z.string(), sweep: z.string(), x: axis, y: axis.nullable(), plan: planFields },
  /** First cell and number of cells of each run of neighbours. */
  runs,
  /** Numbers of chunks that are no longer needed, or were lost and reported: they are not looked for. */
  gone: z.array(z.int()).readonly().optional(),
});

/** What the header of such a file says. */
export type ChunkHeader = z.infer<typeof header>;

/** A file of records. */
export interface Chunk {
  readonly header: ChunkHeader;
  readonly cells: readonly number[];
  /** Cell after cell. */
  readonly records: Float64Array;
}

const kind: SealedKind<ChunkHeader> = {
  ...{ of: 'cells', header },
  fault({ runs, plan }, count) {
    const cells = runs.reduce((sum, run) => sum + run[1], 0);
    if (cells * plan.recordSize !== count) return 'its records do not fit its cells';
    return count > mostRecords && cells > 1 ? `${count} numbers are more than a chunk has` : null;
  },
};

/** A chunk, or in words what is wrong with its file. */
export async function readChunk(folder: string, number: number): Promise<Chunk | string> {
  const bytes = await readPlain(folder, numberedName(number), mostFileBytes);
  return bytes === null ? 'it is missing' : chunkOf(bytes);
}

/** A chunk from the bytes of its file, or in words what is wrong with them. */
export function chunkOf(bytes: Uint8Array): Chunk | string {
  const found = unseal(bytes, kind);
  if (typeof found === 'string') return found;
  const { header, numbers } = found;
  const cells = header.runs.flatMap(([first, length]) => Array.from({ length }, (_, i) => first + i));
  return { header, cells, records: numbers };
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
