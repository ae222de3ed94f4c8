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

/** Milliseconds between two files: the first at first, growing to the second, so that days of work stay some thousand files. */
const pauses = { shortest: 1000, longest: 5000 };
/** A hundredth of the time so far. */
const part = 0.01;

/** Writes what gathers, one file after the other; after the first that cannot be written, none. */
export interface NumberedWriter {
  /** Something has gathered: it is written within seconds. */
  soon(): void;
  /** What has gathered is written now. */
  flush(): void;
  /** Resolves when all that was to be written so far is; rejects where a write has failed. */
  written(): Promise<void>;
  /** Number of the last file so far. */
  last(): number;
  /** Writes what is left. Rejects where a write has failed. */
  close(): Promise<void>;
}

/**
 * @param last number of the last file that is there
 * @param take gives what has gathered, with what is to be done when it is on the disk; null for nothing
 * @param onError called at once with the first write that fails
 */
export function openNumbered(
  folder: string,
  last: number,
  take: () => (Sealed & { kept?(): void }) | null,
  onError?: (error: unknown) => void,
): NumberedWriter {
  const started = performance.now();
  let number = last;
  let writing = Promise.resolve();
  let failed: { readonly error: unknown } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const taken = take();
    if (taken === null) return;
    writing = writing.then(async () => {
      if (failed !== undefined) return;
      try {
        await writeWhole(folder, numberedName(++number), seal(taken));
        taken.kept?.();
      } catch (error) {
        failed = { error };
        onError?.(error);
      }
    });
  };
  const written = async () => {
    await writing;
    if (failed !== undefined) throw failed.error;
  };
  return {
    soon() {
      const pause = Math.min(pauses.longest, Math.max(pauses.shortest, part * (performance.now() - started)));
      timer ??= setTimeout(flush, pause).unref();
    },
    ...{ flush, written },
    last: () => number,
    close() {
      flush();
      return written();
    },
  };
}
