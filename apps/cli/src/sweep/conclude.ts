/**
 * From the records of all cells to what a sweep leaves in its folder: cells, pictures, and last of all the manifest that calls it
 * finished.
 */
import type { Game } from '@trilogue/core';
import {
  accuracyOfCells,
  type CellAccuracy,
  describeMetric,
  type PlannedSweep,
  type SweepSummary,
} from '@trilogue/engine';
import {
  type FinishedManifest,
  type Grid,
  gridOf,
  type Ran,
  type Recipe,
  ranOf,
  type Times,
  writeManifest,
  writeTables,
} from '@trilogue/results';
import { writePictures } from '../files/out-folder.js';
import { caption, departures } from '../output/caption.js';
import { versions } from '../versions.js';
import { drawSweep, pictureName } from './pictures.js';

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

/**
 * A folder in which this was stopped half-way counts as unfinished.
 *
 * @throws ResultError, before anything is replaced, where the numbers are not those of before
 */
export async function conclude(
  game: Game,
  out: string,
  { recipe, planned, summary, times, before, reused }: Concluded,
  signal: AbortSignal,
): Promise<SweepOutcome> {
  const grid = gridOf(game, recipe, planned, summary.columns);
  const accuracy = accuracyOfCells(game, recipe, grid);
  const ran = ranOf(game, recipe, planned.plan, summary);
  const made =
    before !== null && reused ? { versions: before.versions, times: before.times } : { versions: versions(), times };
  const files = await writeTables(out, grid, before?.files ?? null);
  signal.throwIfAborted();
  const picture = await drawSweep({
    title: recipe.game.title,
    subtitle: [recipe.metric, ...departures(recipe)].join(', '),
    caption: caption({ ...recipe, ...ran, leastPaths: leastPaths(grid), kept: accuracy.outside === 0 }, 'a cell'),
    metric: describeMetric(game, recipe.metric),
    grid,
    hatched: recipe.tolerance === null,
  });
  signal.throwIfAborted();
  await writePictures(out, [{ name: pictureName(grid), ...picture }]);
  await writeManifest(out, { recipe, part: null, ran, ...made, files });
  const impossible = [...summary.impossible].sort(([a], [b]) => a - b);
  return { recipe, ran, times: made.times, grid, accuracy, impossible, reused };
}

/** The fewest paths of a cell. */
export function leastPaths({ columns }: Grid): number {
  return columns.paths.reduce((least, paths) => Math.min(least, paths));
}
