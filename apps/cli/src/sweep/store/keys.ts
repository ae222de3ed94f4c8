/**
 * What a record is of, as text short enough for a file: everything that decides its numbers but for its cell's point, its
 * step and its number of paths, which stand beside it.
 */
import { createHash } from 'node:crypto';
import { eachSweepOption } from '@trilogue/engine';
import { optionText, type Recipe } from '../recipe.js';

/** Of sweeps that may share records of the same point. */
export function baseKey(recipe: Recipe): string {
  const { game, backend, device, versions } = recipe;
  const { core, random, engine } = versions;
  return hash([game.sha256, asked(recipe, false), backend, device, core, random, engine]);
}

/** Of one sweep, in all its parts. */
export function sweepKey(recipe: Recipe): string {
  const axis = (given: Recipe['y']) => given && [given.name, given.from, given.to, given.count];
  return hash([baseKey(recipe), axis(recipe.x), axis(recipe.y), asked(recipe, true)]);
}

/** The options that stand beside each record, or all others. */
function asked(recipe: Recipe, besideRecord: boolean): (string | null)[][] {
  return eachSweepOption()
    .filter(([, option]) => (option.besideRecord ?? false) === besideRecord)
    .map(([name, option]) => [name, optionText(option, recipe[name])]);
}

export function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
