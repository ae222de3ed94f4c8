/**
 * Runs the cells that are left, some seconds' worth at a time. Owns how many go together and what is reported; what a cell
 * gets does not depend on it.
 */
import type { Backend, PlannedSweep, Progress, SweepRunner } from '@trilogue/engine';
import type { KnownReader } from './store/known.js';

export interface CellsJob {
  readonly runner: SweepRunner;
  readonly backend: Backend;
  readonly planned: PlannedSweep;
  /** 1 for each cell that is not to be run. */
  readonly done: Uint8Array;
  /** Paths of the program that a cell has already, and their records. */
  readonly knownPaths: Float64Array;
  readonly known: KnownReader;
  readonly signal: AbortSignal;
  onCell(cell: number, record: Float64Array): void;
  onProgress(progress: Progress): void;
}

/** Seconds that cells which go together should take. */
const seconds = 2;
/** The most cells and numbers of records that go together. */
const mostCells = 4096;
const mostNumbers = 2 ** 21;
/** What is assumed before anything is known: path-steps a second and thread, and paths of a cell within a tolerance. */
const guess = { speed: 2.5e7, paths: 3000 };

/** Path-steps that were run. Rejects with the signal's reason when aborted. */
export async function runCells(job: CellsJob): Promise<number> {
  const { runner, backend, planned, signal } = job;
  const { plan, bias } = planned;
  const left = job.done.reduce((count, done) => count + (done === 0 ? 1 : 0), 0);
  const most = Math.max(1, Math.min(mostCells, Math.floor(mostNumbers / plan.recordSize)));
  // a second list of cells keeps the threads busy while the last of the first come in
  const lanes = backend.concurrency > 1 ? 2 : 1;
  const meter = createMeter(job, left);
  let next = 0;
  const take = () => {
    const cells: number[] = [];
    const wanted = Math.min(most, Math.max(1, Math.round((meter.cellsPerSecond() * seconds) / lanes)));
    for (; next < plan.cells && cells.length < wanted; next++) if (job.done[next] === 0) cells.push(next);
    return cells;
  };
  let pathSteps = 0;
  let ended = false;
  const lane = async (number: number) => {
    try {
      while (!ended) {
        signal.throwIfAborted();
        const cells = take();
        if (cells.length === 0) return;
        const result = await runner.cells(
          plan,
          {
            cells,
            bias: bias === null ? undefined : cells.map((cell) => bias[cell]!),
            known: await job.known(cells),
          },
          { signal, onCell: job.onCell, onProgress: (progress) => meter.during(number, progress) },
        );
        pathSteps += result.pathSteps;
        meter.finished(number, cells.length, result.pathSteps);
      }
    } finally {
      // what goes wrong in one lane ends the other too
      ended = true;
    }
  };
  const results = await Promise.allSettled(Array.from({ length: lanes }, (_, number) => lane(number)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return pathSteps;
}

/** Speed so far, and the whole run's progress from that of lists of cells. */
function createMeter({ planned, backend, done, knownPaths, onProgress }: CellsJob, left: number) {
  const { plan } = planned;
  const started = performance.now();
  const running = new Map<number, number>();
  let [cellsDone, stepsDone] = [0, 0];
  let given = 0;
  if (plan.paths !== null) {
    for (let cell = 0; cell < plan.cells; cell++)
      if (done[cell] === 0) given += (plan.paths - knownPaths[cell]!) * plan.steps;
  }
  const elapsed = () => (performance.now() - started) / 1000;
  const report = () => {
    const so = stepsDone + [...running.values()].reduce((sum, steps) => sum + steps, 0);
    // within a tolerance the whole is as much as the cells so far say
    const total = plan.paths !== null ? given : Math.max(so, cellsDone === 0 ? 0 : (stepsDone * left) / cellsDone);
    onProgress({ stage: 'paths', done: so, total, cellsDone, cells: left, seconds: elapsed() });
  };
  return {
    cellsPerSecond() {
      if (cellsDone > 0) return cellsDone / elapsed();
      return (guess.speed * backend.threads) / ((plan.paths ?? guess.paths) * plan.steps);
    },
    during(lane: number, progress: Progress) {
      // rounds within a tolerance count from 0 each, and are told of when they are over
      if (plan.paths === null) return;
      running.set(lane, progress.done);
      report();
    },
    finished(lane: number, cells: number, pathSteps: number) {
      running.delete(lane);
      cellsDone += cells;
      stepsDone += pathSteps;
      report();
    },
  };
}
