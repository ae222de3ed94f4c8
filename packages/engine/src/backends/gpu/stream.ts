/**
 * How a kernel receives its random streams: six Integer arguments, which GPU.js passes on as exact 32-bit integers.
 * The path of a thread is the base plus thread x, its stream cell `streamCell` plus thread y times `streamCellStep`.
 */
import type { Kernel } from '#gpujs';

export const STREAM_ARGUMENTS = [
  'streamKeyLo',
  'streamKeyHi',
  'streamPathLo',
  'streamPathHi',
  'streamCell',
  'streamCellStep',
  'streamBlock',
] as const;

export interface StreamStart {
  readonly keyLo: number;
  readonly keyHi: number;
  /** First path of the launch. */
  readonly path: number;
  readonly cell: number;
  /** 1 where neighbouring cells of the launch have streams of their own, 0 where they share one. */
  readonly cellStep: 0 | 1;
  /** First block of four words. */
  readonly block: number;
}

/** The arguments in the order of STREAM_ARGUMENTS. */
export function streamValues(start: StreamStart): number[] {
  const { keyLo, keyHi, path, cell, cellStep, block } = start;
  return [keyLo, keyHi, path % 2 ** 32, Math.floor(path / 2 ** 32), cell, cellStep, block].map((n) => n | 0);
}

/** Throws where a kernel draws random numbers without stream arguments: it would draw some others. */
export function requireStream(kernel: Kernel): void {
  for (const name of STREAM_ARGUMENTS) {
    const at = kernel.argumentNames.indexOf(name);
    if (at < 0 || kernel.argumentTypes[at] !== 'Integer') {
      throw new Error(`bug: a GPU.js kernel draws random numbers but has no Integer argument "${name}"`);
    }
  }
}

/** Replaces the one place in a text where a pattern matches; anything but one means another GPU.js. */
export function replaceOnce(text: string, pattern: RegExp, replacement: string, what: string): string {
  let found = 0;
  const replaced = text.replace(pattern, () => {
    found++;
    return replacement;
  });
  if (found !== 1) throw new Error(`bug: this GPU.js has ${found} places for the ${what}, not one`);
  return replaced;
}
