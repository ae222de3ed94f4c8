/**
 * What a report is made of: one game at one point, and how its runs are made.
 */
import { type Game, type Point, pointAt } from '@trilogue/core';
import {
  type Accuracy,
  type Axis,
  accuracyOf,
  type Backend,
  type ChunkOptions,
  givenOptions,
  parseMetric,
  type RunOptions,
  runDefaults,
  type SimulateResult,
} from '@trilogue/engine';
import type { Target } from '@trilogue/study';

/** What a report is asked for. */
export interface ReportOptions extends RunOptions {
  /** An open one, which is left open. */
  readonly backend: Backend;
  /**
   * Largest error of every outcome and every mean share; sweeps, of which many cells make one picture, are held to twice of it.
   * Default 0.01 where neither `paths` nor `dt` is given.
   */
  readonly tolerance?: number;
  /** Paths of each run, in place of a tolerance; default 10,000 where only `dt` is given. */
  readonly paths?: number;
  /** The number that is followed through all sections; default the game's own, else the likeliest outcome, else a share. */
  readonly metric?: string;
  /** What the metric is to reach; default 0.9, and no recommendation for metrics for which none goes without saying. */
  readonly target?: number;
  /** Default `at-least`. */
  readonly goal?: Target['goal'];
  /** Factors of the heatmap; default those of the bundled game, else the two that do most. */
  readonly axes?: { readonly x: Axis; readonly y?: Axis };
  readonly signal?: AbortSignal;
  /** How much is computed before the signal is looked at again; default the engine's. It changes no figure. */
  readonly chunk?: ChunkOptions;
}

type Filled = 'set' | 'seed' | 'horizon' | 'delta';

/** The same with every default filled in; null where something is chosen later. */
export interface ReportJob extends Omit<RunOptions, 'dt' | Filled>, Required<Pick<RunOptions, Filled>> {
  readonly point: Point;
  readonly accuracy: Accuracy;
  readonly metric: string | null;
  readonly target: Target;
  /** Whether the target was given. */
  readonly targetAsked: boolean;
  readonly axes: { readonly x: Axis; readonly y?: Axis } | null;
  readonly backend: Backend;
  readonly signal: AbortSignal;
  readonly chunk: ChunkOptions | undefined;
}

const defaultTarget = 0.9;

/** @throws GameError for a scenario or values that the game does not take, EngineError for a metric that cannot be read. */
export function jobOf(options: ReportOptions): ReportJob {
  const { metric, target, goal = 'at-least', axes, tolerance: _, paths: __, dt: ___, chunk, ...run } = options;
  const { game, scenario, set = {}, seed = runDefaults.seed, horizon = game.horizon, delta = runDefaults.delta } = run;
  if (metric !== undefined) parseMetric(game, metric);
  return {
    ...{ ...run, set, seed, horizon, delta, chunk },
    point: pointAt(game, { scenario, set }),
    accuracy: accuracyOf(options),
    metric: metric ?? null,
    target: { value: target ?? defaultTarget, goal },
    targetAsked: target !== undefined,
    axes: axes ?? null,
    signal: run.signal ?? new AbortController().signal,
  };
}

/** What every run of a report has in common, accuracy aside. */
export function common({ point, accuracy, metric, target, targetAsked, axes, ...run }: ReportJob) {
  return run;
}

/** A run that is as accurate as was asked for. */
export function accurate(job: ReportJob) {
  return { ...common(job), ...givenOptions(job.accuracy) };
}

/** What a tolerance is multiplied by where many cells make one picture. */
const looser = 2;

/** A sweep: held to twice the tolerance, which costs a quarter. */
export function swept(job: ReportJob) {
  const { tolerance } = job.accuracy;
  return { ...common(job), ...givenOptions({ ...job.accuracy, tolerance: sweptTolerance(tolerance) }) };
}

/** The tolerance of sweeps; null where there is none. */
export function sweptTolerance(tolerance: number | null): number | null {
  return tolerance === null ? null : Math.min(0.5, looser * tolerance);
}

/** Paths of runs whose curves are drawn. */
const drawnPaths = 8192;

/**
 * A run for a picture: step and scheme of the ensemble, which was held to the tolerance, and fewer paths; the tolerance itself where
 * paths choose their steps.
 */
export function sketched(
  job: ReportJob,
  { dt, scheme, paths, tolerance }: Pick<SimulateResult, 'dt' | 'scheme' | 'paths' | 'tolerance'>,
  most = drawnPaths,
) {
  const step = dt === null ? { tolerance: tolerance! } : { dt, paths: Math.min(paths, most) };
  return { ...common(job), scheme, ...step };
}

/** The values that are set, without those of where these players start. */
export function withoutStart(
  set: ReportJob['set'],
  players: readonly { readonly name: string }[],
): Record<string, number> {
  const starts = (name: string) =>
    players.some((player) => name === `initial.${player.name}` || name.startsWith(`initial.${player.name}.`));
  return Object.fromEntries(Object.entries(set).filter(([name]) => !starts(name)));
}

/** What sets a start: shares by [player][strategy]. */
export function startSettings({ players }: Pick<Game, 'players'>, shares: readonly (readonly number[])[]) {
  const entries = players.flatMap(({ name, strategies }, i) =>
    strategies.length === 2
      ? [[`initial.${name}`, shares[i]![0]!] as const]
      : strategies.map((strategy, s) => [`initial.${name}.${strategy}`, shares[i]![s]!] as const),
  );
  return Object.fromEntries(entries);
}
