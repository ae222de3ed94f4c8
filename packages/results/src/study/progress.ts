/**
 * `progress/`: what the batches that are finished gave, while an analysis runs, in files like the records of a sweep: sealed by
 * a checksum, named `000001.bin` and so on, written about once a second, so that a process that is killed loses no more than that.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makePlainFolder, plainEntries, readPlain } from '../files/plain.js';
import { unseal } from '../sealed/container.js';
import { listNumbered, mostFileBytes, numberedName, openNumbered } from '../sealed/numbered.js';

export const progressName = 'progress';
/** Milliseconds between two files. */
const pause = 1000;
/** Numbers of a file. */
const mostNumbers = 2 ** 22;

/** By number of the batch: the value of each of its rows, then the variance of each. */
export type Batches = ReadonlyMap<number, Float64Array>;

/** What a file of batches says of itself. */
interface Header {
  readonly kind: 'batches';
  /** Hash of all that decides their numbers. */
  readonly study: string;
  /** Number of each batch, and how many numbers it has. */
  readonly batches: readonly (readonly [number: number, size: number])[];
}

export interface Progress {
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
): Promise<Progress> {
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
): readonly (readonly [number: number, numbers: Float64Array])[] | string {
  const found = unseal<Header>(bytes, headerFault);
  if (typeof found === 'string') return found;
  const fault = contentFault(found, study, isPossible);
  if (fault !== null) return fault;
  let next = 0;
  return found.header.batches.map(([batch, size]) => {
    next += size;
    return [batch, found.numbers.slice(next - size, next)];
  });
}

function headerFault(header: unknown, count: number): string | null {
  if (!isHeader(header)) return 'its header is not that of batches';
  const size = header.batches.reduce((sum, [, numbers]) => sum + numbers, 0);
  if (size !== count) return 'its numbers do not fit its batches';
  return count > mostNumbers && header.batches.length > 1 ? `${count} numbers are more than a file has` : null;
}

function isHeader(value: unknown): value is Header {
  const found = value as Partial<Header> | null;
  const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) >= 0;
  return (
    found?.kind === 'batches' &&
    typeof found.study === 'string' &&
    Array.isArray(found.batches) &&
    found.batches.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isCount) && pair[1] % 2 === 0)
  );
}

function contentFault(
  { header, numbers }: { readonly header: Header; readonly numbers: Float64Array },
  study: string,
  isPossible: (value: number) => boolean,
): string | null {
  if (header.study !== study) return 'it is of another analysis';
  let next = 0;
  for (const [batch, size] of header.batches) {
    const values = numbers.subarray(next, next + size / 2);
    const variances = numbers.subarray(next + size / 2, next + size);
    next += size;
    const wrong =
      values.find((value) => !isPossible(value)) ??
      variances.find((variance) => !(variance >= 0 && variance < Number.POSITIVE_INFINITY));
    if (wrong !== undefined) return `batch ${batch} has ${wrong}, which no run gives`;
  }
  return null;
}

/** Writes finished batches as they come. */
export interface ProgressWriter {
  add(batch: number, numbers: Float64Array): void;
  /** Writes what is left. Rejects where a write has failed. */
  close(): Promise<void>;
}

/**
 * @param last number of the last file that is there
 * @param onError hears of the first write that fails; later batches are then not written
 */
export async function openProgress(
  out: string,
  study: string,
  last: number,
  onError: (error: unknown) => void,
): Promise<ProgressWriter> {
  const files = openNumbered(await makePlainFolder(out, progressName), last, onError);
  let waiting: [number, Float64Array][] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const those = waiting;
    waiting = [];
    const header: Header = { kind: 'batches', study, batches: those.map(([batch, { length }]) => [batch, length]) };
    files.add(() => ({ header, numbers: Float64Array.from(those.flatMap(([, list]) => [...list])) }));
  };
  const timer = setInterval(flush, pause);
  timer.unref();
  return {
    add: (batch, numbers) => void waiting.push([batch, numbers]),
    async close() {
      clearInterval(timer);
      flush();
      await files.close();
    },
  };
}

/** Takes away what is not needed any more. */
export async function removeProgress(out: string): Promise<void> {
  if ((await plainEntries(out)).includes(progressName)) await rm(join(out, progressName), { recursive: true });
}
