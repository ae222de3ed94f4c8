/** A metric at any list of points: what designs of sensitivity analyses ask for. */
import { type Fault, type Game, GameError, mentions, pointAt } from '@trilogue/core';
import { EngineError } from '../../errors.js';
import { noiseVariance } from '../../measures/metric/noise-variance.js';
import { parseMetric } from '../../measures/metric/parse-metric.js';
import { unitOf } from '../../measures/metric/scale.js';
import { tallySize } from '../../measures/reduce/measure.js';
import { choosesSteps, requireSteps } from '../../schemes/choose.js';
import { type CellNumbers, readCells } from '../cell-numbers.js';
import { allPaths, type EnsembleOptions, runEnsemble } from '../ensemble.js';
import { followCells } from '../follow.js';
import { kernelOf, prepare, type RunOptions, runDefaults } from '../prepare.js';
import { type RunReport, runReport } from '../run-report.js';
import {
  type ErrorOfPath,
  followedSampler,
  followTask,
  hitsOf,
  type Sampler,
  singleSampler,
} from '../tolerance/sampler.js';
import { type BackendChoice, checkPaths, withBackend } from '../use-backend.js';

export interface PointsOptions extends RunOptions, BackendChoice, Omit<EnsembleOptions, 'onCell'> {
  /** What each point sets by settable name, on top of `set`. */
  readonly points: readonly Readonly<Record<string, number>>[];
  /** As on the command line, such as `P(share,share,coordinate)`. */
  readonly metric: string;
  /** Paths of each point; default 10,000. */
  readonly paths?: number;
  /** With a scheme whose paths choose their steps: the largest error, as in sweep; default 1e-4. */
  readonly tolerance?: number;
  /** Random numbers of its own for each point; default false: all share them. */
  readonly independent?: boolean;
  /** Number of the first point, in the addresses of independent random numbers; default 0. */
  readonly firstPoint?: number;
}

/** A fault that says at which point it is, by the values that what failed there is made of. */
function at(game: Game, number: number, point: Readonly<Record<string, number>>, fault: Fault): Fault {
  const read = namesReadAt(game, fault.path);
  const all = Object.entries(point);
  const own = all.filter(([name]) => read.has(name));
  const values = (own.length > 0 ? own : all).map(([name, value]) => `${name} = ${value}`);
  if (values.length === 0) return fault;
  return { ...fault, place: [`point ${number}, ${values.join(', ')}`, fault.place].filter(Boolean).join(': ') };
}

/** Parameters in the expression at an address of the game file, also through `where`; none where it is none of the payoffs. */
function namesReadAt(game: Game, path: string): ReadonlySet<string> {
  const [, row, player] = /^payoffs\[(\d+)\]\.pay\.(.+)$/.exec(path) ?? [];
  const where = new Map(game.where.map(({ name, expression }) => [`where.${name}`, expression]));
  const from =
    row === undefined
      ? game.players.flatMap(({ name, strategies }, i) =>
          strategies.flatMap((strategy, s) => (path === `payoffs.${name}.${strategy}` ? [game.payoffs[i][s]] : [])),
        )
      : [game.table?.[Number(row)]?.pay[game.players.findIndex(({ name }) => name === player)]];
  const open = [...from, where.get(path)].filter((expression) => expression !== undefined);
  const names = new Set<string>();
  for (const expression of open) {
    for (const { name } of mentions(expression)) {
      if (names.has(name)) continue;
      names.add(name);
      const inside = where.get(`where.${name}`);
      if (inside !== undefined) open.push(inside);
    }
  }
  return names;
}

export interface PointsResult extends RunReport {
  readonly metric: string;
  /** By point; null where the ensemble does not say. */
  readonly values: readonly (number | null)[];
  /** 95% interval of the paths' noise. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** Variance of the paths' noise, the square of the standard error, without bias; null where fewer than two paths say anything. */
  readonly variance: readonly (number | null)[];
}

/**
 * Computes a metric at points. One step serves all of them: give `dt` where points come in several calls. Cost: points
 * times paths times steps.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function metricAt(options: PointsOptions): Promise<PointsResult> {
  const { game, scenario, set, points, paths = runDefaults.paths, independent = false, firstPoint = 0 } = options;
  checkPaths(paths);
  const metric = parseMetric(game, options.metric);
  const strategies = game.players.map((player) => player.strategies.length);
  const delta = options.delta ?? runDefaults.delta;
  const sampler = singleSampler(metric, strategies, delta);
  const width = unitOf(metric, 1);
  const cells = readCells(game, {
    count: points.length,
    pointOf: (cell) => pointAt(game, { scenario, set: { ...set, ...points[cell] } }),
    impossible(cell, error) {
      throw new GameError(error.faults.map((fault) => at(game, firstPoint + cell, points[cell], fault)));
    },
    streamOf: (cell) => (independent ? firstPoint + cell : 0),
  });
  if (choosesSteps(options.scheme)) {
    if (options.paths !== undefined) requireSteps(cells.shape, options.scheme);
    return followPoints(options, cells, followedSampler(metric, strategies, delta));
  }
  if (options.tolerance !== undefined) {
    throw new EngineError(
      'option',
      'a tolerance at points is for schemes whose paths choose their steps. Leave it out.',
    );
  }
  const prepared = prepare(options, cells, sampler.plan.trackers);
  return withBackend(options, async (opened) => {
    const { backend } = opened;
    const started = performance.now();
    const { steps } = prepared.grid;
    const measures = sampler.measures(prepared);
    const size = tallySize(measures);
    const runner = await backend.open(kernelOf(prepared, [steps], measures));
    const { signal, chunk, onProgress } = options;
    const jobs = allPaths(prepared.cells, paths);
    const tallies = await runEnsemble(backend, runner, prepared.cells, jobs, steps, size, {
      ...{ signal, chunk, onProgress },
    }).finally(runner.close);
    const seconds = (performance.now() - started) / 1000;
    const tallyOf = (point: number) => tallies.subarray(point * size, (point + 1) * size);
    const estimates = points.map((_, point) => sampler.read(prepared, tallyOf(point), paths));
    const hits = points.reduce((sum, _, point) => sum + hitsOf(prepared, measures, tallyOf(point)), 0);
    return {
      ...runReport(game, prepared, opened, paths, hits, points.length * paths * steps, seconds),
      metric: options.metric,
      values: estimates.map(({ value }) => value),
      low: estimates.map(({ low }) => low),
      high: estimates.map(({ high }) => high),
      variance: estimates.map((estimate, point) =>
        noiseVariance(measures[0], tallyOf(point), paths, prepared.grid.dt, estimate, width),
      ),
    };
  });
}

const POINT_TOLERANCE = 1e-4;

/** Points of a game without noise: one path each. */
async function followPoints(
  options: PointsOptions,
  cells: CellNumbers,
  sampler: Sampler & ErrorOfPath,
): Promise<PointsResult> {
  const { trackers } = sampler.plan;
  const prepared = prepare(options, cells, trackers);
  return withBackend(options, async (opened) => {
    const started = performance.now();
    const values = new Array<number | null>(cells.count).fill(null);
    const pathSteps = await followCells(
      followTask(
        sampler,
        prepared,
        options.tolerance ?? POINT_TOLERANCE,
        unitOf(parseMetric(options.game, options.metric), prepared.grid.horizon),
      ),
      cells,
      (point, { tally }) => {
        values[point] = sampler.read(prepared, tally, 1).value;
      },
      options,
    );
    const seconds = (performance.now() - started) / 1000;
    return {
      ...runReport(options.game, prepared, opened, 1, 0, pathSteps, seconds),
      metric: options.metric,
      ...{ values, low: values, high: values },
      variance: values.map((value) => (value === null ? null : 0)),
    };
  });
}
