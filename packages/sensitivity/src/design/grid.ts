/**
 * Grid: every combination of equally spaced values.
 * Model runs: the product of the numbers of levels. Owns the order of the rows: the first factor changes fastest.
 */
import { checkCount, checkList, checkObject } from '../check.js';
import { SensitivityError } from '../errors.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { type Design, defineDesign } from './contract.js';
import type { GridRecipe } from './recipe.js';

/** Options of {@link gridDesign}. */
export interface GridOptions {
  /** Levels of every factor, or of each one, from 2 to 2^16; the range's ends are among them. */
  readonly levels: number | readonly number[];
}

/**
 * The full factorial design.
 *
 * @throws SensitivityError for wrong factors, levels out of range, and more than 2^32 rows.
 */
export function gridDesign(factors: readonly Factor[], options: GridOptions): Design<GridRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { levels } = options;
  if (typeof levels !== 'number') {
    checkList('The numbers of levels', levels);
  }
  const counts = typeof levels === 'number' ? own.map(() => levels) : [...levels];
  if (counts.length !== own.length) {
    throw new SensitivityError('option', `There are ${own.length} factors and ${counts.length} numbers of levels.`);
  }
  for (const [i, count] of counts.entries()) {
    checkCount(`The number of levels of "${own[i]!.name}"`, count, 2, 2 ** 16);
  }
  const runs = counts.reduce((product, count) => product * count, 1);
  checkCount('The number of rows of a grid', runs, 1);
  return defineDesign({ method: 'grid', factors: own, levels: counts }, runs, (row) => {
    let rest = row;
    return own.map((factor, i) => {
      const level = rest % counts[i]!;
      rest = Math.floor(rest / counts[i]!);
      return scale(factor, level / (counts[i]! - 1));
    });
  });
}
