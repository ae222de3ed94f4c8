/** Computes chunks on one backend. Keeps the last orders read, with their kernels. */
import { type BackendName, openBackend, openSweepRunner, type SweepRunner } from '@trilogue/engine';
import { ClusterError } from '../errors.js';
import { readChunk } from '../message/chunk.js';
import { definitionOf, hashOf, readOrder } from '../message/order.js';
import { messageFault } from '../message/read-json.js';
import type { OpenedBackend } from './protocol.js';
import { createTurns } from './turns.js';

interface ComputerRequest {
  readonly order: string;
  readonly orderText: string | null;
  readonly chunkId: string;
  readonly chunkText: string;
}

export interface Computer {
  readonly backend: OpenedBackend;
  /**
   * Takes any number of chunks, and computes them one after the other. `seconds` are those of a chunk since it began or another one was
   * finished meanwhile: none is counted twice. Throws ClusterError, GameError or EngineError for a chunk that cannot be.
   */
  run(
    chunk: ComputerRequest,
    signal: AbortSignal,
  ): Promise<{ numbers: Float64Array; pathSteps: number; seconds: number }>;
  close(): Promise<void>;
}

/** Orders whose kernels stay open. */
const kept = 2;
/** The part of a chunk's cells at whose number left the next chunk begins: no thread waits for the last cells of one. */
const overlap = 0.25;
/** Path-steps of a chunk that are more than a day's work. */
const mostPathSteps = 1e13;

export async function openComputer(name: BackendName | 'auto', threads: number | undefined): Promise<Computer> {
  const { backend } = await openBackend(name, { threads });
  const turns = createTurns();
  let finished = 0;
  const runners = new Map<string, { readonly runner: SweepRunner; readonly horizon: number }>();

  const openFor = async (order: string, text: string | null) => {
    const open = runners.get(order);
    if (open) return open;
    if (text === null) throw new ClusterError('failed', 'this process has not had the order of that chunk.');
    if (hashOf(text) !== order) throw messageFault('sweep', 'its id is not the hash of its text');
    const definition = definitionOf(readOrder(text));
    const { horizon = definition.game.horizon } = definition;
    const opened = { runner: openSweepRunner(definition, backend), horizon };
    runners.set(order, opened);
    if (runners.size > kept) {
      const [oldest, closing] = [...runners][0];
      runners.delete(oldest);
      await closing.runner.close();
    }
    return opened;
  };

  const compute = async (
    { order, orderText, chunkId, chunkText }: ComputerRequest,
    signal: AbortSignal,
    passOn: () => void,
  ) => {
    const { runner, horizon } = await openFor(order, orderText);
    const chunk = readChunk(chunkId, chunkText, order);
    if (chunk.kind === 'trial') {
      const { dt, pairs } = chunk.trial;
      const pathSteps = workOf(3 * Math.round(horizon / dt) * pairs.reduce((sum, count) => sum + count, 0));
      return { numbers: await runner.trial(chunk.trial, { signal }), pathSteps };
    }
    const { plan, part } = chunk;
    workOf(part.cells.length * (plan.paths ?? pathsWithin(plan.tolerance!)) * plan.steps);
    let running = part.cells.length;
    const onCell = () => {
      if (--running <= overlap * part.cells.length) passOn();
    };
    const { records, pathSteps } = await runner.cells(plan, part, { signal, onCell });
    return { numbers: records, pathSteps };
  };

  return {
    backend: { name: backend.name, device: backend.device, threads: backend.threads },
    run: (chunk, signal) =>
      turns.run(async (passOn) => {
        const started = performance.now();
        const found = await compute(chunk, signal, passOn);
        const since = Math.max(started, finished);
        finished = performance.now();
        return { ...found, seconds: (finished - since) / 1000 };
      }),
    async close() {
      for (const { runner } of runners.values()) await runner.close();
      await backend.close();
    },
  };
}

/** Paths that a number between 0 and 1 needs at most for an interval of 95% within a tolerance: 1.96^2 / 4 / tolerance^2. */
function pathsWithin(tolerance: number): number {
  return Math.min(2 ** 30, 0.97 / tolerance ** 2);
}

/** Throws ClusterError for a chunk that would keep a worker for days. */
function workOf(pathSteps: number): number {
  if (pathSteps <= mostPathSteps) return pathSteps;
  throw messageFault('chunk', `it asks for ${pathSteps} path-steps, and at most ${mostPathSteps} are computed`);
}
