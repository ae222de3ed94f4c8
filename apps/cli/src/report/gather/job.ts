/**
 * What a report is made of: one game at one point, and how its runs are made.
 */
import type { Game, Point } from '@trilogue/core';
import type { Axis, Backend, SchemeName, SimulateResult } from '@trilogue/engine';
import type { Target } from '@trilogue/study';
import { type Accuracy, accuracyOptions } from '../../options/accuracy.js';

export interface ReportJob {
  readonly game: Game;
  readonly point: Point;
  readonly scenario: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly accuracy: Accuracy;
  readonly seed: string;
  readonly horizon: number;
  readonly delta: number;
  /** Null where the engine chooses. */
  readonly scheme: SchemeName | null;
  /** As asked for; null where the report chooses. */
  readonly metric: string | null;
  readonly target: Target;
  readonly x: Axis | null;
  readonly y: Axis | null;
  readonly backend: Backend;
  readonly signal: AbortSignal;
  /** Hears what begins. */
  onStage(stage: string): void;
}

/** What every run of a report has in common, accuracy aside. */
export function common({ game, scenario, set, seed, horizon, delta, scheme, backend, signal }: ReportJob) {
  return {
    ...{ game, set, seed, horizon, delta, backend, signal },
    scenario: scenario ?? undefined,
    scheme: scheme ?? undefined,
  };
}

/** A run that is as accurate as was asked for. */
export function accurate(job: ReportJob) {
  return { ...common(job), ...accuracyOptions(job.accuracy) };
}

/** What a tolerance is multiplied by where many cells make one picture. */
const looser = 2;

/** A sweep: held to twice the tolerance, which costs a quarter. */
export function swept(job: ReportJob) {
  const { tolerance } = job.accuracy;
  return { ...common(job), ...accuracyOptions({ ...job.accuracy, tolerance: sweptTolerance(tolerance) }) };
}

/** The tolerance of sweeps; null where there is none. */
export function sweptTolerance(tolerance: number | null): number | null {
  return tolerance === null ? null : Math.min(0.5, looser * tolerance);
}

/** Paths of runs whose curves are drawn. */
const drawnPaths = 8192;

/** A run for a picture: step and scheme of the ensemble, which was held to the tolerance, and fewer paths. */
export function sketched(job: ReportJob, { dt, scheme, paths }: Pick<SimulateResult, 'dt' | 'scheme' | 'paths'>) {
  return { ...common(job), dt, scheme, paths: Math.min(paths, drawnPaths) };
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
