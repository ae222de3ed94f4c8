/**
 * Writes what a sweep leaves in its folder: cells, pictures, and last of all the manifest that calls it finished.
 */

import { createHash } from 'node:crypto';
import type { Game } from '@trilogue/core';
import { type CellAccuracy, describeMetric } from '@trilogue/engine';
import { UsageError } from '../errors/usage-error.js';
import { writeInPieces, writeWhole } from '../files/write-whole.js';
import { caption, departures } from '../output/caption.js';
import { cellColumns, cellCount, cellsCsv, type Grid, leastPaths } from './cells.js';
import { csvName, parquetName } from './folder.js';
import { type FinishedManifest, writeManifest } from './manifest.js';
import { cellsParquet } from './parquet.js';
import { drawSweep, pictureName } from './pictures.js';

/** A finished manifest, but for the hashes of files that are not yet written. */
export type Unsealed = Omit<FinishedManifest, 'format' | 'formatVersion' | 'files'>;

/**
 * Whoever is stopped in the middle leaves a folder that counts as unfinished.
 *
 * @param expected hashes of the files, where the same sweep was finished before
 * @throws UsageError, before anything is replaced, where the numbers are not those
 */
export async function writeResults(
  folder: string,
  game: Game,
  grid: Grid,
  accuracy: CellAccuracy,
  manifest: Unsealed,
  expected: FinishedManifest['files'] | null,
  signal: AbortSignal,
): Promise<void> {
  const { recipe, ran } = manifest;
  const columns = cellColumns(grid);
  const cells = cellCount(grid);
  const files = {
    [csvName]: await writeHashed(folder, csvName, cellsCsv(columns, cells), expected),
    [parquetName]: await writeHashed(folder, parquetName, cellsParquet(columns, cells), expected),
  };
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
  const name = pictureName(grid);
  await writeWhole(folder, `${name}.svg`, picture.svg);
  await writeWhole(folder, `${name}.png`, picture.png);
  await writeManifest(folder, { ...manifest, files });
}

/** Writes pieces; resolves to the SHA-256 of the file. */
async function writeHashed(
  folder: string,
  name: string,
  pieces: Iterable<string | Uint8Array>,
  expected: FinishedManifest['files'] | null,
): Promise<string> {
  const hash = createHash('sha256');
  let sum = '';
  await writeInPieces(folder, name, async (file) => {
    for (const piece of pieces) {
      hash.update(piece);
      await file.write(piece);
    }
    sum = hash.digest('hex');
    if (expected === null || sum === expected[name]) return;
    throw new UsageError(
      [
        `"${folder}": its records give another ${name} than the one that its manifest has the hash of, so that one of them was changed after the sweep was finished. Nothing is replaced.`,
        'trilogue verify recomputes cells and says more; another folder begins anew.',
      ].join('\n'),
    );
  });
  return sum;
}
