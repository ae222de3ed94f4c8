/**
 * `progress/`: what the batches that are finished gave, while an analysis runs, in files like the records of a sweep: sealed by
 * a checksum, named `000001.bin` and so on, written every second or so, so that a process that is killed loses no more than that.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { entriesOf, makePlainFolder, readPlain } from '../files/plain.js';
import { type SealedKind, unseal } from '../sealed/container.js';
import { listNumbered, mostFileBytes, numberedName, openNumbered } from '../sealed/numbered.js';

export const progressName = 'progress';
/** Numbers of a file. */
const mostNumbers = 2 ** 22;

/** By number of the batch: the value of each of its rows, then the variance of each. */
export type Batches = ReadonlyMap<number, Float64Array>;

const size = z.int().min(0).multipleOf(2);
const header = z.object({
  kind: z.literal('batches'),
  /** Hash of all that decides their numbers. */
  study: z.string(),
  /** Number of each batch, and how many numbers it has. */
  batches: z.array(z.tuple([z.int().min(0), size])),
});

const kind: SealedKind<z.infer<typeof header>> = {
  ...{ of: 'batches', header },
  fault({ batches }, count) {
    const size = batches.reduce((sum, [, numbers]) => sum + numbers, 0);
    if (size !== count) return 'its numbers do not fit its batches';
    return count > mostNumbers && batches.length > 1 ? `${count} numbers are more than a file has` : null;
  },
};

/** What an analysis that is not finished has kept. */
export interface StudyProgress {
  readonly batches: Batches;
  /** Files that cannot be used, in words; what they had is computed again. */
  readonly lost: readonly string[];
  /** Number of the last file. */
  readonly last: number;
}

/**
 * The batches that are finished.
 *
 * @param study hash of all that decides their numbers
 * @param isPossible whether a row can have given a value
 */
export async function readProgress(
  out: string,
  study: string,
  isPossible: (value: number) => boolean,
): Promise<StudyProgress> {
  const folder = join(out, progressName);
  const numbers = await listNumbered(folder);
  const batches = new Map<number, Float64Array>();
  const lost: string[] = [];
  for (const number of numbers) {
    const bytes = await readPlain(folder, numberedName(number), mostFileBytes);
    const found = bytes === null ? 'it is missing' : batchesOf(bytes, study, isPossible);
    if (typeof found === 'string') lost.push(`file ${number} of the progress cannot be used: ${found}`);
    else for (const [batch, own] of found) batches.set(batch, own);
  }
  return { batches, lost, last: numbers.at(-1) ?? 0 };
}

/** The batches of a file, or in words what is wrong with it. */
export function batchesOf(
  bytes: Uint8Array,
  study: string,
  isPossible: (value: number) => boolean,
): (readonly [number: number, numbers: Float64Array])[] | string {
  const found = unseal(bytes, kind);
  if (typeof found === 'string') return found;
  const { header, numbers } = found;
  if (header.study !== study) return 'it is of another analysis';
  const all: [number, Float64Array][] = [];
  let next = 0;
  for (const [batch, size] of header.batches) {
    const own = numbers.slice(next, next + size);
    next += size;
    const isVariance = (value: number) => value >= 0 && value < Number.POSITIVE_INFINITY;
    const wrong = own.find((value, i) => !(i < size / 2 ? isPossible : isVariance)(value));
    if (wrong !== undefined) return `batch ${batch} has ${wrong}, which no run gives`;
    all.push([batch, own]);
  }
  return all;
}

/** Writes finished batches as they come. */
export interface ProgressWriter {
  add(batch: number, numbers: Float64Array): void;
  /** Writes what is left. Rejects where a write has failed. */
  close(): Promise<void>;
}

/**
 * Opens a writer of batches that goes on after those that are there.
 *
 * @param last number of the last file that is there
 * @param onError called with the first write that fails; later batches are then not written
 */
export async function openProgress(
  out: string,
  study: string,
  last: number,
  onError: (error: unknown) => void,
): Promise<ProgressWriter> {
  let waiting: [number, Float64Array][] = [];
  const take = () => {
    if (waiting.length === 0) return null;
    const batches = waiting.map(([batch, { length }]) => [batch, length]);
    const numbers = Float64Array.from(waiting.flatMap(([, list]) => [...list]));
    waiting = [];
    return { header: { kind: 'batches', study, batches }, numbers };
  };
  const { soon, close } = openNumbered(await makePlainFolder(out, progressName), last, take, onError);
  return {
    add(batch, numbers) {
      waiting.push([batch, numbers]);
      soon();
    },
    close,
  };
}

/** Takes away what is not needed any more. */
export async function removeProgress(out: string): Promise<void> {
  if ((await entriesOf(out)).includes(progressName)) await rm(join(out, progressName), { recursive: true });
}
