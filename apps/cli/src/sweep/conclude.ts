/** From the records of all cells to what a sweep leaves: the grid, how accurate it is, files and manifest. */
import { type Game, pointAt } from '@trilogue/core';
import {
  accuracyOfCells,
  axisValues,
  type CellAccuracy,
  namedPoint,
  type PlannedSweep,
  type SweepSummary,
} from '@trilogue/engine';
import { versions } from '../versions.js';
import { type Grid, mostPaths } from './cells.js';
import type { FinishedManifest, Ran, Times } from './manifest.js';
import type { Recipe } from './recipe.js';
import { writeResults } from './write-results.js';

export interface SweepOutcome {
  readonly recipe: Recipe;
  readonly ran: Ran;
  readonly times: Times;
  readonly grid: Grid;
  readonly accuracy: CellAccuracy;
  /** Cells at which the game is not defined, with place and reason. */
  readonly impossible: readonly (readonly [cell: number, reason: string])[];
  /** The folder held the whole sweep: only the pictures are new. */
  readonly reused: boolean;
}

export interface Concluded {
  readonly recipe: Recipe;
  readonly planned: PlannedSweep;
  readonly summary: SweepSummary;
  readonly times: Times;
  /** Of the same sweep, finished before: these numbers must be those, whose hashes it has. */
  readonly before: FinishedManifest | null;
  /** Nothing was computed: it stays the result that it was. */
  readonly reused: boolean;
}

export async function conclude(
  game: Game,
  out: string,
  { recipe, planned, summary, times, before, reused }: Concluded,
  signal: AbortSignal,
): Promise<SweepOutcome> {
  const grid = gridOf(game, recipe, planned, summary);
  const accuracy = accuracyOfCells(game, recipe, grid);
  const ran = ranOf(game, recipe, planned, summary, grid);
  const made =
    before !== null && reused ? { versions: before.versions, times: before.times } : { versions: versions(), times };
  const manifest = { recipe, part: null, ran, ...made };
  await writeResults(out, game, grid, accuracy, manifest, before?.files ?? null, signal);
  const impossible = [...summary.impossible].sort(([a], [b]) => a - b);
  return { recipe, ran, times: made.times, grid, accuracy, impossible, reused };
}

export function gridOf(game: Game, { x, y }: Recipe, { bias }: PlannedSweep, { columns }: SweepSummary): Grid {
  const axis = (given: Recipe['x']) => {
    const title = game.parameters.find((parameter) => parameter.name === given.name)?.title;
    return { name: given.name, title, values: axisValues(given) };
  };
  return { x: axis(x), y: y === null ? null : axis(y), columns, bias };
}

export function ranOf(game: Game, recipe: Recipe, { plan }: PlannedSweep, summary: SweepSummary, grid: Grid): Ran {
  const { scheme, dt, steps, cells } = plan;
  const point = pointAt(game, { scenario: recipe.scenario ?? undefined, set: recipe.set });
  return {
    ...{ scheme, paths: mostPaths(grid), dt, steps, boundaryHits: summary.boundaryHits(), cells },
    ...namedPoint(game, point),
  };
}
