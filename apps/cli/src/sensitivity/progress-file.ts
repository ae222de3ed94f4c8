/**
 * `progress.jsonl`: what the batches that are finished gave, while an analysis runs. One line a batch, its number
 * and then its tally; written about once a second, so that a process that is killed loses no more than that.
 */
import { appendFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

export const progressName = 'progress.jsonl';
/** Milliseconds between two writes. */
const pause = 1000;

export type Tallies = ReadonlyMap<number, Float64Array>;

/**
 * The cells that are finished. Whatever stands after the first line that is not whole, such as the one that was being
 * written when the process was killed, is cut off the file.
 */
export function readProgress(folder: string): Tallies {
  const file = join(folder, progressName);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  const tallies = new Map<number, Float64Array>();
  let end = 0;
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', end)) {
    const numbers = readLine(text.slice(end, next));
    if (numbers === undefined) break;
    tallies.set(numbers[0]!, Float64Array.from(numbers.slice(1)));
    end = next + 1;
  }
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  return tallies;
}

function readLine(line: string): number[] | undefined {
  try {
    const found: unknown = JSON.parse(line);
    const whole = Array.isArray(found) && found.length > 1 && found.every(Number.isFinite);
    return whole ? (found as number[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes finished cells as they come. */
export interface ProgressWriter {
  add(cell: number, tally: Float64Array): void;
  /** Writes what is left and stops. */
  close(): void;
}

/** @param onError hears of the first write that fails; later cells are then not written */
export function openProgress(folder: string, onError: (error: unknown) => void): ProgressWriter {
  const file = join(folder, progressName);
  let lines: string[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    const text = lines.join('');
    lines = [];
    try {
      appendFileSync(file, text);
    } catch (error) {
      clearInterval(timer);
      onError(error);
    }
  };
  const timer = setInterval(flush, pause);
  timer.unref();
  return {
    add: (cell, tally) => void lines.push(`${JSON.stringify([cell, ...tally])}\n`),
    close() {
      clearInterval(timer);
      flush();
    },
  };
}

export function removeProgress(folder: string): void {
  rmSync(join(folder, progressName), { force: true });
}
