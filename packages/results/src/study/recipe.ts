/**
 * Everything that decides the numbers of a sensitivity analysis. Equal recipes give equal bytes on machines that compute
 * alike.
 */
import type { Game } from '@trilogue/core';
import {
  type AskedOptions,
  type Backend,
  type BackendName,
  givenOptions,
  metricScale,
  type SchemeName,
} from '@trilogue/engine';
import type { Design, Factor } from '@trilogue/sensitivity';
import { baseOf, type MethodName, type Model, methods, type StudyStep } from '@trilogue/study';
import type { GameRecord, NumberVersions } from '../manifest/file.js';
import { sha256 } from '../sealed/container.js';

/** As it was asked for; null where the command chooses. */
export interface StudyRecipe extends Omit<AskedOptions, 'tolerance'> {
  readonly game: GameRecord;
  readonly method: MethodName;
  readonly metric: string;
  readonly factors: readonly Factor[];
  readonly samples: number;
  readonly paths: number;
  readonly scheme: SchemeName;
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly horizon: number;
  readonly delta: number;
  readonly independent: boolean;
  /** The one that computes, never `auto`. */
  readonly backend: BackendName;
  /** The graphics processor, which may round like no other; null where results do not depend on the machine. */
  readonly device: string | null;
  readonly versions: NumberVersions;
}

/** The points of the runs. @throws SensitivityError for a wrong design. */
export function designOf(game: Game, recipe: Omit<StudyRecipe, 'backend' | 'device'>): Design {
  const { method, factors, samples, seed } = recipe;
  return methods[method].design(factors, { samples, seed, base: baseOf(game, recipe) });
}

/** What is run at each point. */
export function modelOf(game: Game, recipe: StudyRecipe, backend: Backend, signal: AbortSignal): Model {
  const { paths: _, dt: __, independent: ___, ...settings } = givenOptions(recipe);
  return { ...settings, game, backend, signal };
}

/** Whether a run of the analysis can have given a value. */
export function possible(game: Game, { metric, horizon }: Pick<StudyRecipe, 'metric' | 'horizon'>) {
  const { most } = metricScale(game, metric, horizon);
  return (value: number) => value >= 0 && value <= most * (1 + 1e-9);
}

/** Hash of all that decides the numbers of an analysis's batches. */
export function studyKey(recipe: StudyRecipe, step: StudyStep): string {
  const { game, ...rest } = recipe;
  // the order in which a manifest's fields were read or written says nothing
  return sha256([JSON.stringify([game.sha256, Object.entries(rest).sort(), step])]);
}
