/**
 * A metric over a grid of one or two factors: plan, records, summary, in one process. Cells share their random numbers by
 * default (common random numbers), so that differences between cells are the model's and not the sample's.
 */
import { pointAt } from '@trilogue/core';
import type { Opened } from '../../backends/choose.js';
import type { EnsembleOptions, Progress } from '../ensemble.js';
import { type NamedPoint, namedPoint, type RunReport, runReport } from '../run-report.js';
import { type BackendChoice, withBackend } from '../use-backend.js';
import { type AxisValues, gridOf } from './axes.js';
import { type SweepDefinition, sweepCells } from './definition.js';
import { type PlannedSweep, planSweep, programOf } from './plan.js';
import { openSweepRunner, type SweepRunner } from './runner.js';
import { type SweepSummary, summariseSweep } from './summary.js';

export interface SweepOptions extends SweepDefinition, BackendChoice, Omit<EnsembleOptions, 'onCell'> {
  /** Records of cells that an earlier, cut-off run of the same sweep has finished, by cell number. */
  readonly finished?: ReadonlyMap<number, Float64Array>;
  /** A cell is finished: its number (y index times the number of x values, plus x index) and its record. */
  readonly onCell?: (cell: number, record: Float64Array) => void;
}

/** Numbers by [y][x], one row where there is no y. */
type Rows<T> = readonly (readonly T[])[];

export interface SweepResult extends RunReport, NamedPoint {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly metric: string;
  /** Null where the ensemble does not say. */
  readonly values: Rows<number | null>;
  /** 95% interval of the paths' noise. */
  readonly low: Rows<number | null>;
  readonly high: Rows<number | null>;
  /** 95% bound of the bias that the step leaves; null where there is no tolerance, or none could be estimated. */
  readonly bias: Rows<number | null>;
  /** Paths of each cell. */
  readonly cellPaths: Rows<number>;
  /** What was asked for; null where step and paths were. */
  readonly tolerance: number | null;
  readonly independent: boolean;
  readonly cells: number;
  /** Cells without a value because the game is not defined there: number, place and reason. */
  readonly impossible: readonly { readonly cell: number; readonly reason: string }[];
}

/** Cells that are run together. */
const BLOCK = 8192;

/**
 * Runs a sweep. Cost: cells times paths times steps; memory grows with cells, not with paths.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function sweep(options: SweepOptions): Promise<SweepResult> {
  sweepCells(options);
  return withBackend(options, async (opened) => {
    const started = performance.now();
    const runner = openSweepRunner(options, opened.backend);
    try {
      const { signal, chunk, onProgress } = options;
      const planned = await planSweep(options, {
        ...{ signal, onProgress },
        trial: (trial) => runner.trial(trial, { signal, chunk }),
      });
      const summary = summariseSweep(options, planned.plan);
      const pathSteps = planned.plan.trialSteps + (await runAll(options, runner, planned, summary));
      return resultOf(options, opened, planned, summary, pathSteps, (performance.now() - started) / 1000);
    } finally {
      await runner.close();
    }
  });
}

/** Path-steps that were run. */
async function runAll(
  { finished = new Map(), onCell, signal, chunk, onProgress }: SweepOptions,
  runner: SweepRunner,
  { plan, bias }: PlannedSweep,
  summary: SweepSummary,
): Promise<number> {
  const left: number[] = [];
  for (let cell = 0; cell < plan.cells; cell++) if (!finished.has(cell)) left.push(cell);
  for (const [cell, record] of finished) summary.add([cell], record);
  const total = plan.paths === null ? null : left.length * plan.paths * plan.steps;
  const started = performance.now();
  let pathSteps = 0;
  for (let from = 0; from < left.length; from += BLOCK) {
    const cells = left.slice(from, from + BLOCK);
    const before = pathSteps;
    // with given paths the total is known, and reported
    const whole = (progress: Progress): Progress =>
      total === null
        ? progress
        : {
            ...{ stage: 'paths', total, done: before + progress.done },
            ...{ cells: left.length, cellsDone: from + progress.cellsDone },
            seconds: (performance.now() - started) / 1000,
          };
    const result = await runner.cells(
      plan,
      { cells, bias: bias === null ? undefined : cells.map((cell) => bias[cell]) },
      { signal, chunk, onCell, onProgress: onProgress && ((progress) => onProgress(whole(progress))) },
    );
    summary.add(cells, result.records);
    pathSteps += result.pathSteps;
  }
  return pathSteps;
}

function resultOf(
  options: SweepOptions,
  opened: Opened,
  { plan, bias }: PlannedSweep,
  summary: SweepSummary,
  pathSteps: number,
  seconds: number,
): SweepResult {
  const { game, scenario, set, independent = false } = options;
  const grid = gridOf(game, options.x, options.y);
  const { value, low, high, paths, error } = summary.columns;
  const rows = <T>(of: (cell: number) => T): T[][] =>
    Array.from({ length: grid.rows }, (_, j) =>
      Array.from({ length: grid.columns }, (_, i) => of(j * grid.columns + i)),
    );
  const known = (column: Float64Array) => rows((cell) => (Number.isNaN(column[cell]) ? null : column[cell]));
  const most = paths.reduce((largest, count) => Math.max(largest, count), 0);
  const prepared = programOf(sweepCells(options), plan, plan.dt);
  return {
    ...runReport(game, prepared, opened, most, summary.boundaryHits(), pathSteps, seconds),
    ...namedPoint(game, pointAt(game, { scenario, set })),
    x: grid.x,
    y: grid.y,
    metric: options.metric,
    values: known(value),
    low: known(low),
    high: known(high),
    bias: bias === null ? rows(() => null) : known(error ?? bias),
    cellPaths: rows((cell) => paths[cell]),
    tolerance: plan.tolerance,
    independent,
    cells: plan.cells,
    impossible: [...summary.impossible].sort(([a], [b]) => a - b).map(([cell, reason]) => ({ cell, reason })),
  };
}
