/**
 * What the folder of `--out` holds before a sweep begins. Only looks; nothing is made or changed here.
 */
import {
  entriesOf,
  type Manifest,
  manifestName,
  type Part,
  partText,
  readManifest,
  recordsName,
  tableNames,
} from '@trilogue/results';
import { UsageError } from '../errors/kinds.js';
import { differences, type Wanted } from './differences.js';

const ours = [...tableNames, 'heatmap.svg', 'heatmap.png', 'curve.svg', 'curve.png', recordsName];

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
    const taken = ours.filter((name) => names.includes(name));
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
