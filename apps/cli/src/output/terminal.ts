/**
 * What a command may do to the outside apart from files: print its result, print a note, be told to stop.
 * Owns the rules that results go to standard output and all else to standard error, and that nothing in a text is obeyed by a terminal.
 */
import { visible } from './visible.js';

export interface Terminal {
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** The result, on standard output. */
  print(text: string): void;
  /** A piece of a result that is too large for one text, on standard output; resolves when there is room for the next. */
  write(piece: string): Promise<void>;
  /** What somebody should know although the run goes on, on standard error. */
  warn(text: string): void;
  /** A remark while it runs, on standard error, for people only: nothing where standard error is a file or a pipe. */
  note(text: string): void;
}

/** A line or more on standard error. */
export function printError(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** @param signal asked for by the first command that can be stopped in good order */
export function openTerminal(signal: () => AbortSignal): Terminal {
  return {
    get signal() {
      return signal();
    },
    print: (text) => void process.stdout.write(`${visible(text)}\n`),
    write: (piece) =>
      new Promise((resolve) => {
        if (process.stdout.write(visible(piece))) resolve();
        else process.stdout.once('drain', resolve);
      }),
    warn: printError,
    note(text) {
      if (process.stderr.isTTY) printError(text);
    },
  };
}

/** Ends without a message where the reader closed the pipe (`| head`), and with one where the disk behind `>` is full. */
export function watchStandardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    printError(`cannot write to standard output: ${error.message}`);
    process.exit(1);
  });
  process.stderr.on('error', () => {});
}
