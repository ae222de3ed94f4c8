/** What keeps a wanted sweep from being the one that a folder holds. */
import { type Axis, axisValues, type BackendName, eachSweepOption, type SweepOptionName } from '@trilogue/engine';
import { optionText, type Recipe } from '@trilogue/results';

/** A recipe that leaves the choice of the backend open. */
export type Wanted = Omit<Recipe, 'backend' | 'device'> & { readonly backend: BackendName | 'auto' };

/**
 * A line for each difference; empty where nothing differs.
 *
 * @param additions whether more cells, more paths and a narrower tolerance are no difference: what is there can be added to
 */
export function differences(held: Recipe, wanted: Wanted, additions = false): string[] {
  const lines: string[] = [];
  const compare = (name: string, there: string, here: string) => {
    if (there !== here) lines.push(`${name}: ${there} there, ${here} asked for`);
  };
  const same = held.game.sha256 === wanted.game.sha256;
  compare('game', held.game.name, wanted.game.name);
  if (!same && held.game.name === wanted.game.name) lines.push(`game: the file of "${wanted.game.name}" has changed`);
  if (!(additions && contains(wanted.x, held.x))) compare('--x', axisText(held.x), axisText(wanted.x));
  if (!(additions && contains(wanted.y, held.y))) compare('--y', axisText(held.y), axisText(wanted.y));
  const added = (name: SweepOptionName) =>
    (name === 'tolerance' && isBelow(wanted.tolerance, held.tolerance)) ||
    (name === 'paths' && isBelow(held.paths, wanted.paths));
  for (const [name, option] of eachSweepOption()) {
    if (additions && added(name)) continue;
    const [there, here] = [held, wanted].map((recipe) => optionText(option, recipe[name]) ?? option.unset ?? 'none');
    compare(option.flag, there!, here!);
  }
  if (wanted.backend !== 'auto') compare('--backend', held.backend, wanted.backend);
  compare('version of @trilogue/core', held.versions.core, wanted.versions.core);
  compare('version of @trilogue/random', held.versions.random, wanted.versions.random);
  compare('version of @trilogue/engine', held.versions.engine, wanted.versions.engine);
  return lines;
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
