/** The tables of a sweep, `cells.csv` and `cells.parquet`: a row a cell. Their hashes stand in the manifest. */
import { createHash } from 'node:crypto';
import { ResultError } from '../errors.js';
import { writeInPieces } from '../files/write-whole.js';
import { cellColumns, cellCount, cellsCsv, type Grid } from './cells.js';
import type { FinishedManifest } from './manifest.js';
import { cellsParquet } from './parquet.js';

/** Of the tables of a sweep. */
export const tableNames = ['cells.csv', 'cells.parquet'] as const;

/** Each table by its name, in pieces. */
export function sweepTables(grid: Grid): [name: string, pieces: Iterable<string | Uint8Array>][] {
  const [columns, cells] = [cellColumns(grid), cellCount(grid)];
  return [
    [tableNames[0], cellsCsv(columns, cells)],
    [tableNames[1], cellsParquet(columns, cells)],
  ];
}

/**
 * Writes the tables; gives their hashes.
 *
 * @param expected hashes of the files, where the same sweep was finished before
 * @throws ResultError, before anything is replaced, where the numbers are not those
 */
export async function writeTables(
  folder: string,
  grid: Grid,
  expected: FinishedManifest['files'] | null,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [name, pieces] of sweepTables(grid)) {
    const hash = createHash('sha256');
    await writeInPieces(folder, name, async (file) => {
      for (const piece of pieces) {
        hash.update(piece);
        await file.write(piece);
      }
      hashes[name] = hash.digest('hex');
      if (expected === null || hashes[name] === expected[name]) return;
      throw new ResultError(
        [
          `"${folder}": its records give another ${name} than the one that its manifest has the hash of, so that one of them was changed after the sweep was finished. Nothing is replaced.`,
          'trilogue verify recomputes cells and says more; another folder begins anew.',
        ].join('\n'),
      );
    });
  }
  return hashes;
}
