/** What the folder of a sweep holds before it begins. Only looks; nothing is made or changed here. */
import { type Axis, axisValues, type SweepOptionName } from '@trilogue/engine';
import {
  entriesOf,
  type Manifest,
  type Part,
  partText,
  type Recipe,
  readManifest,
  recordsName,
  tableNames,
} from '@trilogue/results';
import { checkFree, checkSame, difference, differences, type Wanted } from '../files/holding.js';

export type WantedSweep = Wanted<Recipe>;

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
export async function inspect(folder: string, wanted: WantedSweep, part: Part | null): Promise<Holding | null> {
  // in this order, and whatever the list says of the manifest: it comes first into a folder, perhaps at this moment
  const names = await entriesOf(folder);
  const manifest = names.length > 0 ? await readManifest(folder) : null;
  if (manifest === null) {
    checkFree(folder, names, ours);
    return null;
  }
  const words = (of: Part | null) => (of === null ? 'all' : partText(of));
  const parts = difference('--part', words(manifest.part), words(part));
  checkSame(folder, 'sweep', [...sweepDifferences(manifest.recipe, wanted, true), ...parts]);
  return { manifest, smaller: sweepDifferences(manifest.recipe, wanted).length > 0 };
}

/**
 * What keeps a wanted sweep from being the one that a folder holds, a line for each difference.
 *
 * @param additions whether more cells, more paths and a narrower tolerance are no difference: what is there can be added to
 */
export function sweepDifferences(held: Recipe, wanted: WantedSweep, additions = false): string[] {
  const axis = (name: 'x' | 'y') =>
    additions && contains(wanted[name], held[name])
      ? []
      : difference(`--${name}`, axisText(held[name]), axisText(wanted[name]));
  const added = (name: SweepOptionName) =>
    additions &&
    ((name === 'tolerance' && isBelow(wanted.tolerance, held.tolerance)) ||
      (name === 'paths' && isBelow(held.paths, wanted.paths)));
  return [...axis('x'), ...axis('y'), ...differences(held, wanted, added)];
}

function isBelow(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a < b;
}

/** Whether an axis has every value of another. */
function contains(wanted: Axis | null, held: Axis | null): boolean {
  if (wanted === null || held === null || wanted.name !== held.name) return false;
  const values = new Set(axisValues(wanted));
  return axisValues(held).every((value) => values.has(value));
}

function axisText(axis: Axis | null): string {
  return axis === null ? 'none' : `${axis.name}=${axis.from}:${axis.to}:${axis.count}`;
}
