/** Which scheme runs: the one that is asked for, or the default of the game's noise. */
import type { FieldShape } from '@trilogue/core';
import { EngineError } from '../errors.js';
import type { Scheme, SchemeName } from './contract.js';
import { schemes } from './schemes.js';

/**
 * The scheme of a run. Without a name: `weak-euler`, but `absorbing-euler` for demographic noise, where Euler schemes are
 * biased by their overshoot at the boundary.
 * Throws EngineError for an unknown name, and for a scheme that is not made for the game.
 */
export function chooseScheme(shape: FieldShape, name: SchemeName | undefined): Scheme {
  if (name === undefined) {
    return schemes[shape.noise === 'demographic' ? 'absorbing-euler' : 'weak-euler'];
  }
  if (!Object.hasOwn(schemes, name)) {
    throw new EngineError('option', `unknown scheme "${name}". Known: ${Object.keys(schemes).join(', ')}.`);
  }
  const refused = schemes[name].refuse?.(shape);
  if (refused === undefined) return schemes[name];
  const able = Object.values(schemes).filter((scheme) => scheme.refuse?.(shape) === undefined);
  throw new EngineError('option', `scheme "${name}" ${refused}. Use ${able.map((scheme) => scheme.name).join(', ')}.`);
}

/**
 * The scheme of a run that is to be right within a tolerance: of the highest weak order that the game admits. Of the Euler
 * schemes the Gaussian one, whose steps of two lengths share their noise whole, so that its bias is soon known.
 */
export function accurateScheme(shape: FieldShape): SchemeName {
  const wanted: readonly SchemeName[] = ['logit-weak-2', 'weak-2', 'absorbing-euler'];
  return wanted.find((name) => schemes[name].refuse?.(shape) === undefined) ?? 'euler';
}
