/**
 * A metric over a grid of one or two factors. Cells share their random numbers by default (common random numbers), so
 * that differences between cells are the model's and not the sample's.
 */
import { pointAt } from '@trilogue/core';
import type { EnsembleOptions } from '../ensemble.js';
import { parseMetric } from '../metric/parse-metric.js';
import type { RunOptions } from '../prepare.js';
import { type NamedPoint, namedPoint, type RunReport, runReport } from '../run-report.js';
import { toleranceOf } from '../tolerance/option.js';
import { type BackendChoice, checkPaths, withBackend } from '../use-backend.js';
import { type Axis, type AxisValues, gridOf, settingsOf } from './axes.js';
import { fixedSweep } from './fixed.js';
import { sweepWithin } from './within-tolerance.js';

export interface SweepOptions extends RunOptions, BackendChoice, Omit<EnsembleOptions, 'onCell'> {
  readonly x: Axis;
  readonly y?: Axis;
  /** As on the command line, such as `P(share,share,coordinate)`. */
  readonly metric: string;
  /** Paths of each cell, 10,000 where only `dt` is given. */
  readonly paths?: number;
  /**
   * Largest error of each cell: its distance to the limits of its 95% interval and the bound of its step bias together.
   * A probability or a share for metrics of these, a part of the horizon for `T(...)`. Chooses step and paths. Default
   * 0.01 where neither `paths` nor `dt` is given.
   */
  readonly tolerance?: number;
  /** Gives each cell random numbers of its own; default false. */
  readonly independent?: boolean;
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
}

/**
 * Runs a sweep. Cost: cells times paths times steps; memory grows with cells, not with paths.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function sweep(options: SweepOptions): Promise<SweepResult> {
  const { game, scenario, set, independent = false, onCell } = options;
  const tolerance = toleranceOf(options);
  const paths = options.paths ?? 10_000;
  checkPaths(paths);
  const grid = gridOf(game, options.x, options.y);
  const metric = parseMetric(game, options.metric);
  const cells = {
    count: grid.columns * grid.rows,
    pointOf: (cell: number) => pointAt(game, { scenario, set: settingsOf(grid, cell, set) }),
    streamOf: (cell: number) => (independent ? cell : 0),
  };
  return withBackend(options, async (opened) => {
    const started = performance.now();
    const run = {
      options,
      metric,
      cells,
      opened,
      finished: options.finished ?? new Map<number, Float64Array>(),
      onCell: onCell ?? (() => {}),
      ensemble: { signal: options.signal, chunk: options.chunk, onProgress: options.onProgress },
    };
    const outcome = await (tolerance === null ? fixedSweep(run, paths) : sweepWithin(run, grid, tolerance));
    const seconds = (performance.now() - started) / 1000;
    const rows = <T>(values: readonly T[]): T[][] =>
      Array.from({ length: grid.rows }, (_, j) => values.slice(j * grid.columns, (j + 1) * grid.columns));
    const { prepared, estimates, boundaryHits, pathSteps } = outcome;
    const most = outcome.paths.reduce((largest, count) => Math.max(largest, count), 0);
    return {
      ...runReport(game, prepared, opened, most, boundaryHits, pathSteps, seconds),
      ...namedPoint(game, pointAt(game, { scenario, set })),
      x: grid.x,
      y: grid.y,
      metric: options.metric,
      values: rows(estimates.map(({ value }) => value)),
      low: rows(estimates.map(({ low }) => low)),
      high: rows(estimates.map(({ high }) => high)),
      bias: rows(outcome.bias),
      cellPaths: rows(outcome.paths),
      tolerance,
      independent,
      cells: cells.count,
    };
  });
}
