/**
 * What the folder of `--out` holds before a sweep begins. Only looks; nothing is made or changed here.
 */
import { createHash } from 'node:crypto';
import { isSystemError } from '../errors/report.js';
import { UsageError } from '../errors/usage-error.js';
import { openPlain, plainEntries } from '../files/plain.js';
import { type Manifest, manifestName, readManifest } from './manifest.js';
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
  const names = await entriesOf(folder);
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

/** Of the content of `folder/name`; null where there is none. */
export async function hashOfFile(folder: string, name: string): Promise<string | null> {
  const file = await openPlain(folder, name);
  if (file === null) return null;
  const hash = createHash('sha256');
  // the stream closes it
  for await (const piece of file.createReadStream()) hash.update(piece as Buffer);
  return hash.digest('hex');
}

export function hashOfPieces(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Names of a result folder's entries; none where there is no folder. @throws UsageError where one is a link or the like. */
export async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await plainEntries(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code, message } = error;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new UsageError(`cannot use "${folder}": it, or a part of its path, is a file, not a folder.`);
    }
    throw new UsageError(`cannot read "${folder}": ${message}.`);
  }
}
