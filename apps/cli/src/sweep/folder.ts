/**
 * What the folder of `--out` holds before a sweep begins. Only looks; nothing is made or changed here.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors/usage-error.js';
import { type FinishedManifest, isFinished, type Manifest, manifestName, readManifest } from './manifest.js';
import { differences, type Wanted } from './recipe.js';

export const csvName = 'cells.csv';
export const parquetName = 'cells.parquet';
const ours = [csvName, parquetName, 'heatmap.svg', 'heatmap.png', 'curve.svg', 'curve.png'];

export type Holding =
  | { readonly kind: 'nothing' }
  /** The same sweep, cut off. */
  | { readonly kind: 'unfinished'; readonly manifest: Manifest }
  /** The same sweep, whole. */
  | { readonly kind: 'finished'; readonly manifest: FinishedManifest; readonly csv: string };

/** @throws UsageError where the folder is a file, holds another sweep, or files that a sweep would write over. */
export async function inspect(folder: string, wanted: Wanted): Promise<Holding> {
  const names = await list(folder);
  const manifest = names.includes(manifestName) ? await readManifest(folder) : null;
  if (manifest === null) {
    const taken = ours.filter((name) => names.includes(name));
    if (taken.length === 0) return { kind: 'nothing' };
    throw new UsageError(
      `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: a sweep would write over files of something else. Choose another folder.`,
    );
  }
  const differing = differences(manifest.recipe, wanted);
  if (differing.length > 0) {
    throw new UsageError(
      [
        `--out "${folder}" holds another sweep:`,
        ...differing.map((line) => `  ${line}`),
        'Choose another folder.',
      ].join('\n'),
    );
  }
  if (!isFinished(manifest)) return { kind: 'unfinished', manifest };
  const csv = names.includes(csvName) ? await readFile(join(folder, csvName), 'utf8') : '';
  // numbers that were lost or edited are computed again
  return sha256(csv) === manifest.files[csvName] ? { kind: 'finished', manifest, csv } : { kind: 'nothing' };
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new UsageError(`cannot write to --out "${folder}": it, or a part of its path, is a file, not a folder.`);
    }
    throw new UsageError(`cannot read --out "${folder}": ${message}.`);
  }
}
