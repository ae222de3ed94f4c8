/**
 * A metric over a grid of one or two factors. Cells share their random numbers by default (common random numbers), so
 * that differences between cells are the model's and not the sample's.
 */
import { type Game, pointAt, settableNames } from '@trilogue/core';
import { pickCells } from './backend/cells.js';
import { type EnsembleOptions, runEnsemble } from './ensemble.js';
import { EngineError } from './errors.js';
import type { Estimate } from './metric/metric.js';
import { planMetric } from './metric/metric-plan.js';
import { parseMetric } from './metric/parse-metric.js';
import { DEFAULT_DELTA, kernelOf, prepare, type RunOptions } from './prepare.js';
import { type Measure, tallyOffsets, tallySize } from './reduce/measure.js';
import { type NamedPoint, namedPoint, type RunReport, runReport } from './run-report.js';
import { type BackendChoice, checkPaths, withBackend } from './use-backend.js';

/** Evenly spaced values of a settable name, both ends included. */
export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Number of values, from 1. */
  readonly count: number;
}

export interface SweepOptions extends RunOptions, BackendChoice, Omit<EnsembleOptions, 'onCell'> {
  readonly x: Axis;
  readonly y?: Axis;
  /** As on the command line, such as `P(share,share,coordinate)`. */
  readonly metric: string;
  /** Paths of each cell; default 10,000. */
  readonly paths?: number;
  /** Gives each cell random numbers of its own; default false. */
  readonly independent?: boolean;
  /** Tallies of cells that an earlier, cut-off run of the same sweep has finished, by cell number. */
  readonly finished?: ReadonlyMap<number, Float64Array>;
  /** A cell is finished: its number (y index times the number of x values, plus x index) and its tally. */
  readonly onCell?: (cell: number, tally: Float64Array) => void;
}

/** An axis with its values and, where the name is a parameter, the game's words for it. */
export interface AxisValues {
  readonly name: string;
  readonly title?: string;
  readonly values: readonly number[];
}

export interface SweepResult extends RunReport, NamedPoint {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly metric: string;
  /** By [y][x], one row where there is no y; null where the ensemble does not say. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly low: readonly (readonly (number | null)[])[];
  readonly high: readonly (readonly (number | null)[])[];
  readonly independent: boolean;
  readonly cells: number;
}

/** The most cells of a sweep. */
const MAX_CELLS = 10_000_000;

/**
 * Runs a sweep. Cost: cells times paths times steps; memory grows with cells, not with paths.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function sweep(options: SweepOptions): Promise<SweepResult> {
  const { game, x, y, paths = 10_000, independent = false, finished = new Map(), onCell } = options;
  checkPaths(paths);
  const xValues = axisValues(game, x);
  const yValues = y ? axisValues(game, y) : null;
  if (y && y.name === x.name)
    throw new EngineError('option', `both axes vary "${x.name}"; choose two different names.`);
  const columns = xValues.values.length;
  const count = columns * (yValues?.values.length ?? 1);
  if (count > MAX_CELLS) throw new EngineError('option', `${count} cells are more than ${MAX_CELLS}.`);

  const strategies = game.players.map((player) => player.strategies.length);
  const plan = planMetric(parseMetric(game, options.metric), strategies, options.delta ?? DEFAULT_DELTA);
  const pointOf = (cell: number) =>
    pointAt(game, {
      scenario: options.scenario,
      set: {
        ...options.set,
        [x.name]: xValues.values[cell % columns],
        ...(y && yValues ? { [y.name]: yValues.values[Math.floor(cell / columns)] } : {}),
      },
    });
  const all = prepare(options, count, pointOf, (cell) => (independent ? cell : 0), plan.trackers);
  const measure = plan.measure(all.firstTracker, all.grid.steps);
  const measures: Measure[] = all.hits === null ? [measure] : [measure, { kind: 'total', register: all.hits }];
  const size = tallySize(measures);
  const tallies = new Float64Array(count * size);
  for (const [cell, tally] of finished) tallies.set(checkTally(cell, tally, count, size), cell * size);
  const left = Array.from({ length: count }, (_, cell) => cell).filter((cell) => !finished.has(cell));
  const cells = pickCells(all.cells, left);
  const kernel = kernelOf(all, [all.grid.steps], measures);

  return withBackend(options, async (opened) => {
    const runner = await opened.backend.open(kernel);
    try {
      const started = performance.now();
      await runEnsemble(opened.backend, runner, cells, paths, all.grid.steps, size, {
        signal: options.signal,
        chunk: options.chunk,
        onProgress: options.onProgress,
        onCell(index, tally) {
          tallies.set(tally, left[index] * size);
          onCell?.(left[index], tally);
        },
      });
      const seconds = (performance.now() - started) / 1000;
      const offsets = tallyOffsets(measures);
      const estimates = Array.from({ length: count }, (_, cell) =>
        plan.read(measure, tallies, cell * size, paths, all.grid.dt),
      );
      let hits = 0;
      if (all.hits !== null) for (let cell = 0; cell < count; cell++) hits += tallies[cell * size + offsets[1]];
      const rows = (of: (estimate: Estimate) => number | null) =>
        (yValues?.values ?? [0]).map((_, j) => estimates.slice(j * columns, (j + 1) * columns).map(of));
      return {
        ...runReport(game, all, opened, paths, hits, left.length * paths * all.grid.steps, seconds),
        ...namedPoint(game, pointAt(game, { scenario: options.scenario, set: options.set })),
        x: xValues,
        y: yValues,
        metric: options.metric,
        values: rows((estimate) => estimate.value),
        low: rows((estimate) => estimate.low),
        high: rows((estimate) => estimate.high),
        independent,
        cells: count,
      };
    } finally {
      await runner.close();
    }
  });
}

function axisValues(game: Game, axis: Axis): AxisValues {
  const { name, from, to, count } = axis;
  const known = settableNames(game);
  if (!known.includes(name)) {
    throw new EngineError('option', `axis "${name}" is not a name that can be set. Known: ${known.join(', ')}.`);
  }
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new EngineError('option', `axis "${name}" needs a whole number of values from 1; found ${count}.`);
  }
  if (!(Number.isFinite(from) && Number.isFinite(to))) {
    throw new EngineError('option', `axis "${name}" needs two finite ends; found ${from} and ${to}.`);
  }
  if (count > 1 && !(from < to)) {
    throw new EngineError('option', `axis "${name}" must go from a lower to a higher value; found ${from} to ${to}.`);
  }
  if (count === 1 && from !== to) {
    throw new EngineError(
      'option',
      `axis "${name}" has one value but two ends, ${from} and ${to}; use at least 2 values.`,
    );
  }
  // both ends exact, and the same number wherever two grids share a point
  const value = (i: number) => (count === 1 ? from : (from * (count - 1 - i) + to * i) / (count - 1));
  const title = game.parameters.find((parameter) => parameter.name === name)?.title;
  return { name, title, values: Array.from({ length: count }, (_, i) => value(i)) };
}

function checkTally(cell: number, tally: Float64Array, count: number, size: number): Float64Array {
  if (!(Number.isInteger(cell) && cell >= 0 && cell < count) || tally.length !== size) {
    throw new EngineError('option', `finished cell ${cell} does not belong to this sweep of ${count} cells.`);
  }
  return tally;
}
