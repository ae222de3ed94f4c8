/** Sealed files under ascending numbers, `000001.bin` and so on: what has gathered goes into the next one, whole and synced. */
import { entriesOf } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { type Sealed, seal } from './container.js';

/** Numbers of files; one every second for ten days, and longer since pauses grow. */
const mostFiles = 1_000_000;
/** Bytes of a file that are read at most: some millions of numbers, and as many runs of cells. */
export const mostFileBytes = 64 * 2 ** 20;

export function numberedName(number: number): string {
  return `${String(number).padStart(6, '0')}.bin`;
}

/** Numbers of the files in a folder, ascending; none where there is no folder. */
export async function listNumbered(folder: string): Promise<number[]> {
  return (await entriesOf(folder))
    .flatMap((name) => /^(\d{6,})\.bin$/.exec(name)?.slice(1).map(Number) ?? [])
    .filter((number) => number >= 1 && number <= mostFiles)
    .sort((a, b) => a - b);
}

/** One file after the other; after the first that cannot be written, none. */
export interface NumberedWriter {
  /** @param kept when it is on the disk */
  add(content: () => Sealed, kept?: () => void): void;
  /** Resolves when all that was added so far is written; rejects where a write has failed. */
  written(): Promise<void>;
  /** Number of the last file so far. */
  last(): number;
}

/**
 * @param last number of the last file that is there
 * @param onError called at once with the first write that fails
 */
export function openNumbered(folder: string, last: number, onError?: (error: unknown) => void): NumberedWriter {
  let number = last;
  let writing = Promise.resolve();
  let failed: { readonly error: unknown } | undefined;
  return {
    add(content, kept) {
      writing = writing.then(async () => {
        if (failed !== undefined) return;
        try {
          await writeWhole(folder, numberedName(++number), seal(content()));
          kept?.();
        } catch (error) {
          failed = { error };
          onError?.(error);
        }
      });
    },
    last: () => number,
    async written() {
      await writing;
      if (failed !== undefined) throw failed.error;
    },
  };
}
