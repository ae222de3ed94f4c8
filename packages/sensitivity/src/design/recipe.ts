/**
 * Recipes: everything that a design follows from, as plain data that survives JSON.
 * Owns the forms only; each method's file fills its own in, with every default spelt out.
 */
import type { Factor } from '../factor/factor.js';
import type { Groups, UnitKind } from '../factor/units.js';

export interface GridRecipe {
  readonly method: 'grid';
  readonly factors: readonly Factor[];
  /** Number of levels of each factor. */
  readonly levels: readonly number[];
}

export interface LatinHypercubeRecipe {
  readonly method: 'latin-hypercube';
  readonly factors: readonly Factor[];
  readonly samples: number;
  readonly seed: string;
}

export interface MorrisRecipe {
  readonly method: 'morris';
  readonly factors: readonly Factor[];
  readonly trajectories: number;
  readonly seed: string;
  readonly levels: number;
  readonly candidates: number;
  readonly groups: Groups;
  readonly effectsOf: UnitKind;
}

export interface OneAtATimeRecipe {
  readonly method: 'one-at-a-time';
  readonly factors: readonly Factor[];
  readonly base: readonly number[];
  readonly levels: number;
}

export interface SaltelliRecipe {
  readonly method: 'saltelli';
  readonly factors: readonly Factor[];
  readonly samples: number;
  readonly seed: string;
  readonly groups: Groups;
  readonly indicesOf: readonly UnitKind[];
  readonly secondOrder: boolean;
  readonly points: 'sobol' | 'random';
}

export interface SobolPointsRecipe {
  readonly method: 'sobol-points';
  readonly factors: readonly Factor[];
  readonly samples: number;
  readonly seed: string;
}

export type Recipe =
  | GridRecipe
  | LatinHypercubeRecipe
  | MorrisRecipe
  | OneAtATimeRecipe
  | SaltelliRecipe
  | SobolPointsRecipe;
