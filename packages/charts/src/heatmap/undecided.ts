/**
 * What the hatching of a heatmap says: where the confidence intervals are too wide for the reading that the colours suggest.
 * Owns the choice and its words; the comparisons are interval-masks.ts.
 */

import type { MaybeValue } from '../metric.js';
import { type ChartWords, english } from '../text/words.js';
import { containsMask, overlapMask } from './interval-masks.js';

/**
 * What is hatched: `half`, cells whose 95% interval contains 0.5, so that the side of the line they are on is open;
 * `neighbours`, cells whose 95% interval overlaps those of all adjacent cells; `none`.
 */
export type Hatch = 'half' | 'neighbours' | 'none';

export interface Undecided {
  /** `mask[j][i]`, true where the cell is hatched. */
  mask: readonly (readonly boolean[])[];
  /** What the hatching means, for the key; empty where nothing is to be said. */
  words: string;
}

/** An interval this close to 0 or 1 is one end of a probability: such plateaus are flat for the eye, and stay plain. */
const plateau = 0.02;

/**
 * The cells to hatch.
 *
 * @param probability Whether the values are probabilities: their plateaus at 0 and 1 are then not hatched.
 */
export function undecided(
  low: readonly (readonly MaybeValue[])[],
  high: readonly (readonly MaybeValue[])[],
  hatch: Hatch,
  probability = false,
  words: Pick<ChartWords, 'containsHalf' | 'overlapsNeighbours'> = english,
): Undecided {
  const nothing = low.map((row) => row.map(() => false));
  if (hatch === 'none') return { mask: nothing, words: '' };
  const overlap = hatch === 'half' ? containsMask(low, high, 0.5) : overlapMask(low, high);
  const flat = (j: number, i: number) => probability && (high[j]![i]! < plateau || low[j]![i]! > 1 - plateau);
  const mask = overlap.map((row, j) => row.map((marked, i) => marked && !flat(j, i)));
  if (!mask.some((row) => row.includes(true))) return { mask, words: '' };
  return { mask, words: hatch === 'half' ? words.containsHalf : words.overlapsNeighbours };
}
