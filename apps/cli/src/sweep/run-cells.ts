/**
 * Runs the cells that are left, some seconds' worth at a time. Owns how many go together and what is reported; what a cell
 * gets does not depend on it.
 */
import type { ClusterError } from '@trilogue/cluster';
import type { PlannedSweep, Progress } from '@trilogue/engine';
import type { KnownReader } from '@trilogue/results';
import { Failed, isNamed } from '../errors/kinds.js';
import { chunkNumbers, type PlaceRunner } from './place/contract.js';

export interface CellsJob {
  readonly runner: PlaceRunner;
  /** That compute, as far as that is known. */
  readonly threads: number;
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
/** Parts that may fail before the run ends early. */
const mostFailures = 100;
/** What is assumed before anything is known: path-steps a second and thread, and paths of a cell within a tolerance. */
const guess = { speed: 2.5e7, paths: 3000 };

/**
 * Path-steps that were run. Rejects with the signal's reason when aborted, and with Failed, when all others are done, where
 * cells had to be left out.
 */
export async function runCells(job: CellsJob): Promise<number> {
  const { runner, planned, signal } = job;
  const { plan, bias } = planned;
  const left = job.done.reduce((count, done) => count + (done === 0 ? 1 : 0), 0);
  const meter = createMeter(job, left);
  const { take, most } =
    runner.partSteps === null ? byTime(job, meter, runner.together) : byNumber(job, runner.partSteps);
  const failures: string[] = [];
  const errors: unknown[] = [];
  const lanes: Promise<void>[] = [];
  let pathSteps = 0;
  let ended = false;
  const lane = async (number: number) => {
    try {
      while (!ended) {
        signal.throwIfAborted();
        const cells = take();
        if (cells.length === 0) return;
        const part = {
          cells,
          bias: bias === null ? undefined : cells.map((cell) => bias[cell]!),
          known: await job.known(cells),
        };
        const onProgress = (progress: Progress) => meter.during(number, progress);
        try {
          const result = await runner.cells(plan, part, { signal, onCell: job.onCell, onProgress });
          pathSteps += result.pathSteps;
          meter.finished(number, cells.length, result.pathSteps);
        } catch (error) {
          if (!(isNamed<ClusterError>(error, 'ClusterError') && error.code === 'failed')) throw error;
          failures.push(error.message);
          if (failures.length >= mostFailures) throw setAside(failures);
        }
        grow();
      }
    } catch (error) {
      errors.push(error);
    } finally {
      // what goes wrong in one lane ends the other too
      ended = true;
    }
  };
  /** Workers that come later get lanes too. */
  const grow = () => {
    while (!ended && lanes.length < runner.together(most * plan.recordSize)) lanes.push(lane(lanes.length));
  };
  grow();
  // lanes that are added meanwhile are waited for too
  for (const running of lanes) await running;
  if (errors.length > 0) throw errors[0];
  if (failures.length > 0) throw setAside(failures);
  return pathSteps;
}

function setAside(failures: readonly string[]): Failed {
  return new Failed(
    [...failures, 'All other cells that were computed are kept; the same command tries these again.'].join('\n'),
  );
}

/** Paths of a cell, as far as that is known beforehand: a third of what a number between 0 and 1 needs at most within a tolerance. */
function pathsOf({ paths, tolerance }: PlannedSweep['plan']): number {
  return paths ?? Math.max(guess.paths, 0.32 / tolerance! ** 2);
}

/** Gives the next cells that go together, and says how many these are at most. */
interface Taking {
  take(): number[];
  readonly most: number;
}

/** Cells that take some seconds together, as the speed so far says. */
function byTime(
  { planned: { plan }, done }: CellsJob,
  meter: ReturnType<typeof createMeter>,
  together: PlaceRunner['together'],
): Taking {
  const most = Math.max(1, Math.min(mostCells, Math.floor(mostNumbers / plan.recordSize)));
  const lanes = together(most * plan.recordSize);
  let next = 0;
  const take = () => {
    const cells: number[] = [];
    const wanted = Math.min(most, Math.max(1, Math.round((meter.cellsPerSecond() * seconds) / lanes)));
    for (; next < plan.cells && cells.length < wanted; next++) if (done[next] === 0) cells.push(next);
    return cells;
  };
  return { take, most };
}

/** The same cells together, whoever asks and whenever, but for those that are done. */
function byNumber({ planned: { plan }, done }: CellsJob, partSteps: number): Taking {
  const most = Math.max(1, Math.min(mostCells, Math.floor(chunkNumbers / plan.recordSize)));
  const size = Math.min(most, Math.max(1, Math.round(partSteps / (pathsOf(plan) * plan.steps))));
  let next = 0;
  const take = () => {
    const cells: number[] = [];
    while (next < plan.cells && cells.length === 0) {
      const end = Math.min(plan.cells, next + size);
      for (; next < end; next++) if (done[next] === 0) cells.push(next);
    }
    return cells;
  };
  return { take, most: size };
}

/** Speed so far, and the whole run's progress from that of lists of cells. */
function createMeter({ planned, threads, done, knownPaths, onProgress }: CellsJob, left: number) {
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
      return (guess.speed * threads) / ((plan.paths ?? guess.paths) * plan.steps);
    },
    during(lane: number, progress: Progress) {
      // each round within a tolerance counts from 0, and is reported when it is over
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
