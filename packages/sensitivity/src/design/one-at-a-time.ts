/**
 * One at a time: a base point, and rows in which one factor alone is moved through its range.
 * Model runs: 1 + levels x factors. Row 0 is the base; then the levels of the first factor, rising, and so on.
 */
import { checkCount, checkList, checkObject, shown } from '../check.js';
import { SensitivityError } from '../errors.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { type Design, defineDesign } from './contract.js';
import type { OneAtATimeRecipe } from './recipe.js';

/** Options of {@link oneAtATimeDesign}. */
export interface OneAtATimeOptions {
  /** The base point, one value for each factor; default the middle of every range. It may lie outside the ranges. */
  readonly base?: readonly number[];
  /** Equally spaced levels of each factor, from 2 (default: the ends of its range) to 2^16. */
  readonly levels?: number;
}

/** @throws SensitivityError for wrong factors or levels, and a base of another length or not finite. */
export function oneAtATimeDesign(
  factors: readonly Factor[],
  options: OneAtATimeOptions = {},
): Design<OneAtATimeRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { base, levels = 2 } = options;
  if (base !== undefined) {
    checkList('The base', base);
  }
  const centre = base ? [...base] : own.map((factor) => scale(factor, 0.5));
  checkCount('The number of levels', levels, 2, 2 ** 16);
  if (centre.length !== own.length) {
    throw new SensitivityError('option', `There are ${own.length} factors, and the base has ${centre.length} values.`);
  }
  for (const [i, value] of centre.entries()) {
    if (!Number.isFinite(value)) {
      throw new SensitivityError(
        'option',
        `The base value of "${own[i]!.name}" must be finite, found ${shown(value)}.`,
      );
    }
  }
  const recipe = { method: 'one-at-a-time', factors: own, base: centre, levels } as const;
  return defineDesign(recipe, 1 + levels * own.length, (row) => {
    const moved = Math.floor((row - 1) / levels);
    const level = (row - 1) % levels;
    return centre.map((value, i) => (i === moved ? scale(own[i]!, level / (levels - 1)) : value));
  });
}
