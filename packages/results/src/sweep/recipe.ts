/**
 * Everything that decides the numbers of a sweep. Two sweeps with equal recipes have equal cells, bit for bit, on
 * machines that compute alike.
 */
import type { Game } from '@trilogue/core';
import {
  type AskedOptions,
  type Axis,
  type BackendName,
  givenOptions,
  type SweepDefinition,
  type SweepSettings,
} from '@trilogue/engine';
import type { GameRecord, NumberVersions } from '../manifest/file.js';

/** Options that always have a value. */
export type NeededOptions = {
  readonly [K in 'metric' | 'set' | 'seed' | 'horizon' | 'delta' | 'independent']: NonNullable<SweepSettings[K]>;
};

/** As it was asked for; null where the engine chooses (the manifest's `ran` has what it chose). */
export interface Recipe extends Omit<AskedOptions, keyof NeededOptions>, NeededOptions {
  readonly game: GameRecord;
  readonly x: Axis;
  readonly y: Axis | null;
  /** The one that computes, never `auto`. */
  readonly backend: BackendName;
  /** The graphics processor, which may round like no other; null where results do not depend on the machine. */
  readonly device: string | null;
  readonly versions: NumberVersions;
}

/** A recipe as the engine takes it. */
export function definitionOf(game: Game, recipe: Recipe): SweepDefinition {
  return { ...givenOptions(recipe), game, x: recipe.x, y: recipe.y ?? undefined };
}
