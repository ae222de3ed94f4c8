/**
 * JavaScript object to source.
 */
import { gameLimits } from './limits.js';
import type { Source } from './source.js';

/** The source that an object is: own enumerable properties only, those that are `undefined` left out. */
export function objectSource(value: unknown, depth = 0): Source {
  if (typeof value !== 'object' || value === null || depth > gameLimits.depth) return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => objectSource(item, depth + 1)) };
  const given = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return { kind: 'map', entries: given.map(([key, entry]) => ({ key, value: objectSource(entry, depth + 1) })) };
}
