/**
 * What a record is of, as text short enough for a file: everything that decides its numbers but for its cell's point, its
 * step and its number of paths, which stand beside it.
 */
import { createHash } from 'node:crypto';
import type { Recipe } from '../recipe.js';

/** Of sweeps that may share records of the same point. */
export function baseKey(recipe: Recipe): string {
  const { game, metric, scenario, set, seed, horizon, delta, independent, backend, device, versions } = recipe;
  const { core, random, engine } = versions;
  const values = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash([
    game.sha256,
    metric,
    scenario,
    values,
    seed,
    horizon,
    delta,
    independent,
    backend,
    device,
    core,
    random,
    engine,
  ]);
}

/** Of one sweep, in all its parts. */
export function sweepKey(recipe: Recipe): string {
  const { x, y, tolerance, paths, dt, scheme } = recipe;
  const axis = (given: Recipe['y']) => given && [given.name, given.from, given.to, given.count];
  return hash([baseKey(recipe), axis(x), axis(y), tolerance, paths, dt, scheme]);
}

export function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
