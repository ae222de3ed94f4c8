/**
 * Runs an ensemble: every path of every cell, chunk by chunk, into one tally a cell. Owns order, progress and
 * cancellation; tallies are exact sums, so chunks and threads leave no trace in them.
 */
import { pickCells } from '../backends/cells.js';
import type { Backend, Cells, Chunk, Runner } from '../backends/contract.js';
import { EngineError } from '../errors.js';
import { type ChunkLimits, planChunks } from './plan/chunks.js';
import { type Pace, paceOf } from './plan/pace.js';

/** How far a run is. A run within a tolerance has several rounds; each begins with a report of nothing done. */
export interface Progress {
  /** `trials`: paths that choose the step, and an ensemble's number of paths; `paths`: those of the result. */
  readonly stage: 'trials' | 'paths';
  /** Path-steps of the round, done and in all. */
  readonly done: number;
  readonly total: number;
  readonly cellsDone: number;
  readonly cells: number;
  /** Seconds since the round began. */
  readonly seconds: number;
}

export interface EnsembleOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** A cell's tally is complete; cells finish in no particular order. */
  readonly onCell?: (cell: number, tally: Float64Array) => void;
  readonly chunk?: ChunkOptions;
}

/**
 * Smaller chunks than the backend asks for, so that an abort takes effect soon; they change no number. `pathSteps` and `seconds` count
 * between two checks of the signal.
 */
export interface ChunkOptions extends Partial<ChunkLimits> {
  /**
   * How long an abort may have to wait, more or less: chunks get as long as that allows, beginning with `pathSteps`. Above 0; default:
   * as long as the backend asks for, or `pathSteps`.
   */
  readonly seconds?: number;
}

/** The same options for paths that are no part of the result. */
export function trialOptions<T extends Pick<EnsembleOptions, 'onProgress'>>(options: T): T {
  const { onProgress } = options;
  return {
    ...options,
    onProgress: onProgress && ((progress: Progress) => onProgress({ ...progress, stage: 'trials' })),
  };
}

/** Some paths of some cells. */
export interface Job {
  /** Numbers of cells. */
  readonly cells: readonly number[];
  /** A multiple of 4. */
  readonly firstPath: number;
  readonly paths: number;
}

/** Paths 0 to `paths - 1` of every cell. */
export function allPaths(cells: Cells, paths: number): Job[] {
  return [{ cells: Array.from({ length: cells.count }, (_, cell) => cell), firstPath: 0, paths }];
}

/**
 * Runs jobs.
 *
 * @param size numbers of one cell's tally
 * @returns the tallies, cell after cell. Rejects with the signal's reason when aborted.
 */
export async function runEnsemble(
  backend: Backend,
  runner: Runner,
  cells: Cells,
  jobs: readonly Job[],
  steps: number,
  size: number,
  options: EnsembleOptions = {},
): Promise<Float64Array> {
  const { signal, onProgress, onCell } = options;
  signal?.throwIfAborted();
  const tallies = new Float64Array(cells.count * size);
  const left = new Float64Array(cells.count);
  let total = 0;
  for (const job of jobs) {
    for (const cell of job.cells) left[cell] += job.paths;
    total += job.cells.length * job.paths * steps;
  }
  const wanted = left.reduce((count, paths) => count + (paths > 0 ? 1 : 0), 0);
  const started = performance.now();
  let done = 0;
  let cellsDone = 0;
  const report = () =>
    onProgress?.({
      stage: 'paths',
      ...{ done, total, cellsDone, cells: wanted, seconds: (performance.now() - started) / 1000 },
    });

  const add = (part: Job, tally: Float64Array) => {
    for (const [i, cell] of part.cells.entries()) {
      for (let k = 0; k < size; k++) tallies[cell * size + k] += tally[i * size + k];
      left[cell] -= part.paths;
      if (left[cell] > 0) continue;
      cellsDone++;
      onCell?.(cell, tallies.slice(cell * size, (cell + 1) * size));
    }
    done += part.cells.length * part.paths * steps;
    report();
  };

  const limits = withinRegisters(
    { ...fairChunk(backend, total), ...chunkAsked(backend, runner, options.chunk) },
    Math.floor((backend.chunk.registers * cells.count) / cells.start.length),
  );
  const pace = paceAsked(backend, runner, options.chunk, limits);
  const parts = cut(jobs, steps, pace?.limits ?? limits);
  let ended = false;
  const lane = async () => {
    try {
      while (!ended) {
        signal?.throwIfAborted();
        const { value: part, done: finished } = parts.next();
        if (finished) return;
        const asked = performance.now();
        const tally = await runner.run(chunkOf(cells, part), signal);
        pace?.took(part.cells.length * part.paths * steps, (performance.now() - asked) / 1000);
        add(part, tally);
        // a backend that computes in this thread would otherwise block the event that aborts
        if (backend.concurrency === 1) await new Promise((resolve) => setTimeout(resolve, 0));
      }
    } finally {
      // what goes wrong in one lane, or in a caller's callback, ends the others too
      ended = true;
    }
  };
  report();
  const lanes = await Promise.allSettled(Array.from({ length: backend.concurrency }, lane));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
  return tallies;
}

/** Path-steps below which a chunk costs more to hand over than to compute. */
const SMALLEST_CHUNK = 250_000;

/** The backend's chunk, smaller where several threads would otherwise wait for the last of few chunks. */
function fairChunk({ chunk, concurrency, threads }: Backend, total: number): ChunkLimits {
  if (threads === 1) return chunk;
  return { ...chunk, pathSteps: Math.min(chunk.pathSteps, Math.max(SMALLEST_CHUNK, total / (8 * concurrency))) };
}

/** A chunk of several pieces may be as many times as long, but not longer than the backend itself wants it. */
function chunkAsked(
  { chunk }: Backend,
  { pieces = 1 }: Runner,
  { paths, pathSteps }: ChunkOptions = {},
): Partial<ChunkLimits> {
  return {
    ...(paths === undefined ? {} : { paths }),
    ...(pathSteps === undefined
      ? {}
      : { pathSteps: Math.max(pathSteps, Math.min(chunk.pathSteps, pathSteps * pieces)) }),
  };
}

/** Null where no time was asked for. */
function paceAsked(
  { chunk }: Backend,
  { pieces = 1 }: Runner,
  { seconds }: ChunkOptions = {},
  limits: ChunkLimits,
): Pace | null {
  if (seconds === undefined) return null;
  if (!(seconds > 0)) throw new EngineError('option', `chunk.seconds must be a positive number; found ${seconds}.`);
  return paceOf(limits, seconds * pieces, chunk.pathSteps);
}

/** No more paths than a backend can address the registers of, whatever was asked for. */
function withinRegisters(limits: ChunkLimits, paths: number): ChunkLimits {
  return limits.paths > paths ? { ...limits, paths } : limits;
}

/** Jobs in parts that fit the limits. */
function* cut(jobs: readonly Job[], steps: number, limits: ChunkLimits): Generator<Job, undefined> {
  for (const { cells, firstPath, paths } of jobs) {
    for (const part of planChunks(cells.length, paths, steps, limits, firstPath)) {
      yield { ...part, cells: cells.slice(part.firstCell, part.firstCell + part.cells) };
    }
  }
}

/** The part of the cells that a job needs. */
function chunkOf(cells: Cells, { cells: wanted, firstPath, paths }: Job): Chunk {
  return { cells: pickCells(cells, wanted), firstPath, paths };
}
