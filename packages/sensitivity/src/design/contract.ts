/**
 * A design: the list of points at which a model is to be run. Owns what all designs share. A method's file makes one
 * from its options; the caller runs the model; `createAnswers` takes what came out; an estimator refuses designs that
 * it cannot use and answers that are not complete.
 *
 * A design follows from its recipe alone, so a run that was cut off goes on from the recipe and the answers so far.
 */
import { keyOf } from '@trilogue/random';
import type { Recipe } from './recipe.js';

/** Points at which a model is to be run. */
export interface Design<R extends Recipe = Recipe> {
  readonly recipe: R;
  /** Sixteen hexadecimal digits that stand for the recipe; for designs that grow, without the number of samples. */
  readonly id: string;
  /** True where the design with more samples begins with this one, row for row. */
  readonly grows: boolean;
  /** Number of rows: model runs. */
  readonly runs: number;
  /** The point of a row, from 0 to `runs` - 1: one value for each factor, in their order. */
  point(row: number): number[];
}

/** Adds the id to a design, and the check to `point`. */
export function defineDesign<R extends Recipe>(
  recipe: R,
  runs: number,
  point: (row: number) => number[],
  grows = false,
): Design<R> {
  return {
    recipe,
    id: digest(JSON.stringify(grows ? { ...recipe, samples: null } : recipe)),
    grows,
    runs,
    point(row) {
      if (!Number.isInteger(row) || row < 0 || row >= runs) {
        throw new RangeError(`A row of this design is a whole number from 0 to ${runs - 1}, found ${row}.`);
      }
      return point(row);
    },
  };
}

/** A chain of keys: `keyOf` folds texts above 255 bytes, so they are handed over in pieces. */
function digest(text: string): string {
  const hex = (word: number): string => word.toString(16).padStart(8, '0');
  let id = '';
  for (let at = 0; at < text.length; at += 50) {
    const { lo, hi } = keyOf(id + text.slice(at, at + 50));
    id = hex(hi) + hex(lo);
  }
  return id;
}
