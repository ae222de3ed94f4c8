/**
 * What a command may do to the outside apart from files: print its result, leave a note, hear that it is to stop.
 * Owns the rule that results go to standard output and all else to standard error.
 */
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

export function openTerminal(signal: AbortSignal): Terminal {
  return {
    signal,
    print: (text) => void process.stdout.write(`${text}\n`),
    write: (piece) =>
      new Promise((resolve) => {
        if (process.stdout.write(piece)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    warn: (text) => void process.stderr.write(`${text}\n`),
    note(text) {
      if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
    },
  };
}

/** Makes a reader that closed the pipe (`| head`) a quiet end, and a full disk behind `>` a failure with a message. */
export function watchStandardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`cannot write to standard output: ${error.message}\n`);
    process.exit(1);
  });
  process.stderr.on('error', () => {});
}
