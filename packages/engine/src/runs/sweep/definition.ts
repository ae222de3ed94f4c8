/** What a sweep is: which cells, which metric, how accurate. The same for whoever plans it, runs a part or reads it. */
import { type FieldShape, fieldShape, type Point, pointAt } from '@trilogue/core';
import type { Metric } from '../../measures/metric/metric.js';
import { parseMetric } from '../../measures/metric/parse-metric.js';
import { unitOf } from '../../measures/metric/scale.js';
import { accurateScheme, choosesSteps, requireSteps } from '../../schemes/choose.js';
import { type CellReader, cellReader } from '../cell-numbers.js';
import { keptCells } from '../kept-cells.js';
import { type RunOptions, runDefaults } from '../prepare.js';
import { toleranceOf } from '../tolerance/option.js';
import { createSampler, type ErrorOfPath, followedSampler, type Sampler, singleSampler } from '../tolerance/sampler.js';
import { checkPaths } from '../use-backend.js';
import { type Grid, gridOf, settingsOf } from './axes.js';
import type { Axis } from './axis-values.js';

/** Options that decide the numbers of a sweep; the game aside, plain data. */
export interface SweepDefinition extends RunOptions {
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
}

/** A definition that has been checked, with what follows from it. */
export interface SweepCells {
  readonly grid: Grid;
  readonly count: number;
  readonly metric: Metric;
  readonly shape: FieldShape;
  readonly sampler: Sampler;
  /** Where each cell is one path that chooses its steps; else null. */
  readonly followed: (Sampler & ErrorOfPath) | null;
  /** Null where step or paths are given, and `paths` holds. */
  readonly tolerance: number | null;
  readonly paths: number;
  /** What a tolerance of 1 means: 1 for probabilities and shares, the horizon for times. */
  readonly unit: number;
  /** With the scheme that a tolerance takes. */
  readonly options: RunOptions;
  /** The point of a cell. Throws the game's GameError where it cannot be. */
  pointOf(cell: number): Point;
  /** Reads the numbers of some cells. */
  readonly read: CellReader;
  /** Of the cells that were read, those at which the game is not defined, with the reason. */
  readonly impossible: ReadonlyMap<number, string>;
}

/** Cells whose numbers are kept once they are read: so many that they take a few megabytes. */
const KEPT_CELLS = 1 << 14;

/** Where a cell is, such as `k = 0, q = 1.5`. */
function placeOf(grid: Grid, cell: number): string {
  return Object.entries(settingsOf(grid, cell, {}))
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
}

/** Throws EngineError or the game's GameError for what is wrong with a definition, but for points of single cells. */
export function sweepCells(definition: SweepDefinition): SweepCells {
  const { game, scenario, set, independent = false, paths = runDefaults.paths } = definition;
  const tolerance = toleranceOf(definition);
  checkPaths(paths);
  const grid = gridOf(game, definition.x, definition.y);
  const count = grid.columns * grid.rows;
  const metric = parseMetric(game, definition.metric);
  const shape = fieldShape(game);
  const strategies = game.players.map((player) => player.strategies.length);
  const delta = definition.delta ?? runDefaults.delta;
  const options = tolerance === null ? definition : { ...definition, scheme: accurateScheme(shape, definition.scheme) };
  const followed = choosesSteps(options.scheme) ? followedSampler(metric, strategies, delta) : null;
  if (tolerance === null) requireSteps(shape, definition.scheme);
  const sampler = followed ?? (tolerance === null ? singleSampler : createSampler)(metric, strategies, delta);
  const impossible = new Map<number, string>();
  const pointOf = (cell: number) => pointAt(game, { scenario, set: settingsOf(grid, cell, set) });
  const read = cellReader(game, {
    impossible: (cell, { message }) => void impossible.set(cell, `${placeOf(grid, cell)}: ${message}`),
    pointOf,
    streamOf: (cell) => (independent ? cell : 0),
  });
  return {
    ...{ grid, count, metric, shape, tolerance, paths },
    ...{ sampler, followed, options },
    unit: unitOf(metric, definition.horizon ?? game.horizon),
    read: count <= KEPT_CELLS ? keptCells(read, count) : read,
    pointOf,
    impossible,
  };
}
