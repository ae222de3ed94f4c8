/**
 * Writes what a sweep leaves in its folder: cells, pictures, and last of all the manifest that calls it finished.
 */
import type { Game } from '@trilogue/core';
import { writeWhole } from '../files/write-whole.js';
import { caption, departures } from '../output/caption.js';
import { chartMetric } from '../output/metric-words.js';
import type { CellAccuracy } from './accuracy.js';
import { cellColumns, cellsCsv, type Grid, leastPaths } from './cells.js';
import { csvName, parquetName, sha256 } from './folder.js';
import { type FinishedManifest, writeManifest } from './manifest.js';
import { cellsParquet } from './parquet.js';
import { drawSweep, pictureName } from './pictures.js';
import { removeProgress } from './progress-file.js';

/** A finished manifest, but for the hashes of files that are not yet written. */
export type Unsealed = Omit<FinishedManifest, 'format' | 'formatVersion' | 'files'>;

/** Whoever is stopped in the middle leaves a folder that counts as unfinished. */
export async function writeResults(
  folder: string,
  game: Game,
  grid: Grid,
  accuracy: CellAccuracy,
  manifest: Unsealed,
  signal: AbortSignal,
): Promise<void> {
  const { recipe, ran } = manifest;
  const columns = cellColumns(grid);
  const [csv, parquet] = [cellsCsv(columns), cellsParquet(columns)];
  await writeWhole(folder, csvName, csv);
  await writeWhole(folder, parquetName, parquet);
  const picture = await drawSweep({
    title: recipe.game.title,
    subtitle: [recipe.metric, ...departures(recipe)].join(', '),
    caption: caption({ ...recipe, ...ran, leastPaths: leastPaths(grid), kept: accuracy.outside === 0 }, 'a cell'),
    metric: chartMetric(game, recipe.metric),
    grid,
    hatched: recipe.tolerance === null,
  });
  signal.throwIfAborted();
  const name = pictureName(grid);
  await writeWhole(folder, `${name}.svg`, picture.svg);
  await writeWhole(folder, `${name}.png`, picture.png);
  await writeManifest(folder, { ...manifest, files: { [csvName]: sha256(csv), [parquetName]: sha256(parquet) } });
  removeProgress(folder);
}
