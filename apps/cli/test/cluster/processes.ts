/** Workers and collectors as processes of their own, which tests kill, pause, and whose clocks they set. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'trilogue.js');

export interface Process {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly text: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
  running(): boolean;
  /** Ends it at once, and waits for that. */
  kill(): Promise<void>;
}

export interface ProcessOptions {
  /** Program and arguments that start it, such as `ip netns exec NAME`. */
  readonly through?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built command line. */
export function launch(args: readonly string[], { through = [], env = {} }: ProcessOptions = {}): Process {
  return run([...through, process.execPath, bin, ...args], { env, input: 'ignore' });
}

/**
 * Starts it at a terminal of its own, by `script` of Linux: what the terminal shows is its standard output, and Ctrl-C is the
 * character 3 on its standard input.
 */
export function atTerminal(args: readonly string[]): Process {
  const quoted = [process.execPath, bin, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const command = `stty cols 200; exec ${quoted.join(' ')}`;
  return run(['script', '--quiet', '--return', '--command', command, '/dev/null'], {
    ...{ env: { TERM: 'xterm', SHELL: '/bin/sh' }, input: 'pipe' },
  });
}

function run(
  [program, ...rest]: readonly string[],
  { env, input }: { readonly env: Readonly<Record<string, string>>; readonly input: 'ignore' | 'pipe' },
): Process {
  const { VK_DRIVER_FILES: _, VK_ICD_FILENAMES: __, ...own } = process.env;
  const child = spawn(program!, rest, { env: { ...own, ...env }, stdio: [input, 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]!.setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code));
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    ...{ child, text, ended, running },
    async kill() {
      if (!running()) return;
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A clock that jumps, for one process and those that it starts. */
export interface Clock {
  readonly env: Readonly<Record<string, string>>;
  /** Seconds that the clock is ahead, from now on. */
  set(ahead: number): void;
}

/** @param file where the process reads how far its clock is ahead */
export function clock(file: string): Clock {
  const set = (ahead: number) => writeFileSync(file, `${ahead}`);
  set(0);
  const preload = pathToFileURL(join(import.meta.dirname, 'clock.mjs')).href;
  return { env: { CLOCK_FILE: file, NODE_OPTIONS: `--import=${preload}` }, set };
}
