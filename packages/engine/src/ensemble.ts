/**
 * Runs an ensemble: every path of every cell, chunk by chunk, into one tally a cell. Owns order, progress and
 * cancellation; tallies are exact sums, so chunks and threads leave no trace in them.
 */
import { pickCells } from './backend/cells.js';
import type { Backend, Cells, Chunk, Runner } from './backend/contract.js';
import { type ChunkLimits, type ChunkPlan, planChunks } from './plan/chunks.js';

/** How far a run is. */
export interface Progress {
  /** Path-steps done and in all. */
  readonly done: number;
  readonly total: number;
  readonly cellsDone: number;
  readonly cells: number;
  /** Seconds since the run began. */
  readonly seconds: number;
}

export interface EnsembleOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** A cell's tally is complete; cells finish in no particular order. */
  readonly onCell?: (cell: number, tally: Float64Array) => void;
  /** Smaller chunks than the backend asks for. */
  readonly chunk?: Partial<ChunkLimits>;
}

/**
 * Runs paths 0 to `paths - 1` of every cell.
 *
 * @param size numbers of one cell's tally
 * @returns the tallies, cell after cell. Rejects with the signal's reason when aborted.
 */
export async function runEnsemble(
  backend: Backend,
  runner: Runner,
  cells: Cells,
  paths: number,
  steps: number,
  size: number,
  options: EnsembleOptions = {},
): Promise<Float64Array> {
  const { signal, onProgress, onCell } = options;
  signal?.throwIfAborted();
  const tallies = new Float64Array(cells.count * size);
  const left = new Float64Array(cells.count).fill(paths);
  const total = cells.count * paths * steps;
  const started = performance.now();
  let done = 0;
  let cellsDone = 0;
  const report = () =>
    onProgress?.({ done, total, cellsDone, cells: cells.count, seconds: (performance.now() - started) / 1000 });

  const add = (plan: ChunkPlan, tally: Float64Array) => {
    for (let i = 0; i < tally.length; i++) tallies[plan.firstCell * size + i] += tally[i];
    for (let cell = plan.firstCell; cell < plan.firstCell + plan.cells; cell++) {
      left[cell] -= plan.paths;
      if (left[cell] > 0) continue;
      cellsDone++;
      onCell?.(cell, tallies.slice(cell * size, (cell + 1) * size));
    }
    done += plan.cells * plan.paths * steps;
    report();
  };

  const limits: ChunkLimits = { ...backend.chunk, ...options.chunk };
  const plans = planChunks(cells.count, paths, steps, limits);
  let ended = false;
  const lane = async () => {
    try {
      while (!ended) {
        signal?.throwIfAborted();
        const { value: plan, done: finished } = plans.next();
        if (finished) return;
        add(plan, await runner.run(chunkOf(cells, plan)));
        // a backend that computes in this thread would otherwise never let an abort be heard
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

/** The part of the cells that a chunk needs. */
function chunkOf(cells: Cells, plan: ChunkPlan): Chunk {
  const wanted = Array.from({ length: plan.cells }, (_, i) => plan.firstCell + i);
  return { cells: pickCells(cells, wanted), firstPath: plan.firstPath, paths: plan.paths };
}
