/** The process that computes, as the worker sees it: started when it is needed, and again where it has ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { BackendName } from '@trilogue/engine';
import { ClusterError } from '../errors.js';
import type { OpenedBackend, Reply, Request } from './protocol.js';

/** Megabytes of JavaScript memory; what a chunk needs beside its kernels is a few. */
const heap = 1024;

export interface ComputeRequest {
  readonly order: string;
  readonly orderText: string;
  readonly chunkId: string;
  readonly chunkText: string;
}

export interface Computed {
  readonly numbers: Float64Array;
  readonly pathSteps: number;
  readonly seconds: number;
}

export interface ComputeProcess {
  /** Opens a backend, once for the same one. Throws ClusterError where it does not work here. */
  open(backend: BackendName | 'auto', threads: number | undefined): Promise<OpenedBackend>;
  /** Throws HopelessError for a chunk that would fail anywhere, ClusterError (such as EndedError) for other failures, the signal's reason when aborted. */
  run(request: ComputeRequest, signal: AbortSignal): Promise<Computed>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** The process that computed ended, with all chunks that it had. */
export class EndedError extends ClusterError {
  constructor(how: string) {
    super('failed', `the process that computes ended with ${how}.`);
  }
}

/** A chunk that would fail anywhere. */
export class HopelessError extends Error {
  override readonly name = 'HopelessError';
}

interface Waiter {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

interface Choice {
  readonly backend: BackendName | 'auto';
  readonly threads: number | null;
}

interface Child {
  readonly process: ChildProcess;
  /** The backend that it was told to open, and its answer. */
  opening?: { readonly choice: Choice; readonly reply: Promise<Reply> };
  readonly orders: Set<string>;
  readonly waiting: Map<number, Waiter>;
}

export function computeProcess(): ComputeProcess {
  const entry = createRequire(import.meta.url).resolve('#compute');
  let child: Child | undefined;
  let chosen: Choice | undefined;
  let next = 0;

  const start = (): Child => {
    const started: Child = {
      process: fork(entry, [], {
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${heap}`],
        // what it prints is for people, as the worker's own notes are
        stdio: ['ignore', 2, 2, 'ipc'],
      }),
      orders: new Set(),
      waiting: new Map(),
    };
    started.process.on('message', (reply: Reply) => {
      started.waiting.get(reply.id)?.resolve(reply);
      started.waiting.delete(reply.id);
    });
    const end = (how: string) => {
      if (child === started) child = undefined;
      const error = new EndedError(how);
      for (const { reject } of started.waiting.values()) reject(error);
      started.waiting.clear();
    };
    started.process.on('error', (error) => end(error.message));
    started.process.on('exit', (code, signal) => end(signal ? `signal ${signal}` : `exit code ${code}`));
    return started;
  };

  const ask = (to: Child, request: Request) =>
    new Promise<Reply>((resolve, reject) => {
      to.waiting.set(request.id, { resolve, reject });
      to.process.send(request, (error) => {
        if (error && to.waiting.delete(request.id)) reject(error);
      });
    });

  /** A process with this backend open, and what it says of it. */
  const opened = async (choice: Choice): Promise<{ readonly to: Child; readonly backend: OpenedBackend }> => {
    child ??= start();
    const to = child;
    let { opening } = to;
    if (opening?.choice.backend !== choice.backend || opening.choice.threads !== choice.threads) {
      to.orders.clear();
      opening = { choice, reply: ask(to, { kind: 'open', id: next++, ...choice }) };
      to.opening = opening;
    }
    const reply = await opening.reply;
    if (reply.kind === 'opened') return { to, backend: reply.backend };
    if (to.opening === opening) to.opening = undefined;
    understood(reply);
    throw new Error(`an answer "${reply.kind}" to the opening of a backend`);
  };

  return {
    async open(backend, threads) {
      chosen = { backend, threads: threads ?? null };
      return (await opened(chosen)).backend;
    },
    async run({ order, orderText, chunkId, chunkText }, signal) {
      if (chosen === undefined) throw new Error('a chunk before a backend was opened');
      const { to } = await opened(chosen);
      const id = next++;
      const had = to.orders.has(order);
      to.orders.add(order);
      const stop = () => void to.process.send({ kind: 'stop', id } satisfies Request, () => {});
      signal.addEventListener('abort', stop, { once: true });
      try {
        const request: Request = { kind: 'run', id, order, orderText: had ? null : orderText, chunkId, chunkText };
        const reply = understood(await ask(to, request));
        signal.throwIfAborted();
        if (reply.kind !== 'numbers') throw new Error(`an answer "${reply.kind}" to a chunk`);
        return reply;
      } catch (error) {
        signal.throwIfAborted();
        to.orders.delete(order);
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    async close() {
      const ending = child?.process;
      child = undefined;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.disconnect();
      const late = setTimeout(() => ending.kill('SIGKILL'), 2_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function understood(reply: Reply): Reply {
  if (reply.kind !== 'failed') return reply;
  throw reply.hopeless ? new HopelessError(reply.message) : new ClusterError('failed', reply.message);
}
