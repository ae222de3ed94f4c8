/** A kernel's program as a child process: requests go to its standard input, answers come from its standard output in the same order. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { EngineError } from '../../errors.js';

export interface Child {
  /** Requests not yet answered. */
  waiting(): number;
  /** Sends a request, and gives the answer of so many bytes; rejects with EngineError where the process ends before that. */
  ask(request: readonly Uint8Array[], bytes: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Resolves when the process has ended. */
  end(): Promise<void>;
}

interface Waiter {
  readonly answer: Uint8Array<ArrayBuffer>;
  filled: number;
  resolve(answer: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

/** @param first what the program reads before any request */
export function startChild(program: string, first: readonly Uint8Array[]): Child {
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
  const { stdin, stdout } = child;
  const waiters: Waiter[] = [];
  let failed: EngineError | undefined;
  const ended = new Promise<void>((resolve) => {
    const over = (what: string) => {
      failed ??= new EngineError(
        'backend',
        `backend "native": a process of compiled code ${what} and left its chunk undone, of which nothing is counted. Run it again, or use --backend wasm.`,
      );
      for (const waiter of waiters.splice(0)) waiter.reject(failed);
      resolve();
    };
    child.on('error', (error) => over(`could not be run (${error.message})`));
    child.on('close', (code, signal) => over(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
  });
  stdin.on('error', () => {});
  stdout.on('data', (data: Buffer) => receive(waiters, data, () => hold(child, false)));
  hold(child, false);
  for (const part of first) stdin.write(part);
  return {
    waiting: () => waiters.length,
    ask(request, bytes) {
      if (failed) return Promise.reject(failed);
      return new Promise((resolve, reject) => {
        waiters.push({ answer: new Uint8Array(bytes), filled: 0, resolve, reject });
        hold(child, true);
        for (const part of request) stdin.write(part);
      });
    },
    end() {
      hold(child, true);
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Hands what has come to those who wait, first come first served. */
function receive(waiters: Waiter[], data: Buffer, idle: () => void): void {
  let from = 0;
  while (from < data.length && waiters.length > 0) {
    const [waiter] = waiters;
    const part = data.subarray(from, from + waiter.answer.length - waiter.filled);
    waiter.answer.set(part, waiter.filled);
    waiter.filled += part.length;
    from += part.length;
    if (waiter.filled < waiter.answer.length) return;
    waiters.shift();
    if (waiters.length === 0) idle();
    waiter.resolve(waiter.answer);
  }
}

/** A waiting child does not keep a program alive. */
function hold(child: ChildProcess, busy: boolean): void {
  for (const part of [child, child.stdin as Socket, child.stdout as Socket]) busy ? part.ref() : part.unref();
}
