/**
 * What the folder of `--out` holds before a sweep begins. Only looks; nothing is made or changed here.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors/usage-error.js';
import { type FinishedManifest, type Manifest, manifestName, readManifest } from './manifest.js';
import { type Part, partText } from './part.js';
import { differences, type Wanted } from './recipe.js';
import { recordsName } from './store/chunk.js';

export const csvName = 'cells.csv';
export const parquetName = 'cells.parquet';
const ours = [csvName, parquetName, 'heatmap.svg', 'heatmap.png', 'curve.svg', 'curve.png'];

/** What was begun there; null where nothing was. */
export interface Holding {
  readonly manifest: Manifest;
  /** Fewer cells or paths, or a wider tolerance: what is there is added to. */
  readonly smaller: boolean;
}

/**
 * @param part what the folder is to have of the sweep; null for all of it
 * @throws UsageError where the folder is a file, holds another sweep, or files that a sweep would write over.
 */
export async function inspect(folder: string, wanted: Wanted, part: Part | null): Promise<Holding | null> {
  // in this order, and whatever the list says of the manifest: it comes first into a folder, perhaps at this moment
  const names = await list(folder);
  const manifest = names.length > 0 ? await readManifest(folder) : null;
  if (manifest === null) {
    const taken = [...ours, recordsName].filter((name) => names.includes(name));
    if (taken.length === 0) return null;
    throw new UsageError(
      `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: a sweep would write over files of something else. Choose another folder.`,
    );
  }
  const differing = [...differences(manifest.recipe, wanted, true), ...partDifference(manifest.part, part)];
  if (differing.length > 0) {
    throw new UsageError(
      [
        `--out "${folder}" holds another sweep:`,
        ...differing.map((line) => `  ${line}`),
        'Choose another folder.',
      ].join('\n'),
    );
  }
  return { manifest, smaller: differences(manifest.recipe, wanted).length > 0 };
}

function partDifference(held: Part | null, wanted: Part | null): string[] {
  const words = (part: Part | null) => (part === null ? 'all' : partText(part));
  return words(held) === words(wanted) ? [] : [`--part: ${words(held)} there, ${words(wanted)} asked for`];
}

/** Whether the numbers that a finished sweep wrote are there as it wrote them. */
export async function areIntact(folder: string, { files }: FinishedManifest): Promise<boolean> {
  for (const [name, expected] of Object.entries(files)) {
    const found = createHash('sha256');
    try {
      for await (const piece of createReadStream(join(folder, name))) found.update(piece as Buffer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
    if (found.digest('hex') !== expected) return false;
  }
  return true;
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
