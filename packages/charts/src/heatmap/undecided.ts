/**
 * What the hatching of a heatmap says: where the confidence intervals are too wide for the reading that the colours suggest.
 * Owns the choice and its words; the comparisons are interval-masks.ts.
 */
import type { MaybeValue } from '../metric.js';
import { containsMask, overlapMask } from './interval-masks.js';

/**
 * What is hatched: `half`, cells whose 95% interval contains 0.5, so that the side of the line they are on is open;
 * `neighbours`, cells whose 95% interval overlaps those of all adjacent cells; `none`.
 */
export type Hatch = 'half' | 'neighbours' | 'none';

export interface Undecided {
  /** `mask[j][i]`, true where the cell is hatched. */
  mask: boolean[][];
  /** What the hatching means, for the key; empty where nothing is to be said. */
  words: string;
}

/**
 * Hatching that covers most of a picture shows nothing: on a fine grid adjacent cells always overlap. Above this part of
 * the cells `neighbours` says so in words instead.
 */
const mostHatched = 0.5;

/** The cells to hatch. */
export function undecided(low: readonly MaybeValue[][], high: readonly MaybeValue[][], hatch: Hatch): Undecided {
  const nothing = low.map((row) => row.map(() => false));
  if (hatch === 'none') return { mask: nothing, words: '' };
  const mask = hatch === 'half' ? containsMask(low, high, 0.5) : overlapMask(low, high);
  const marks = mask.flat();
  const part = marks.filter(Boolean).length / marks.length;
  if (part === 0) return { mask, words: '' };
  if (hatch === 'half') return { mask, words: '95% interval contains 0.5' };
  if (part <= mostHatched) return { mask, words: '95% interval overlaps those of all adjacent cells' };
  const percent = Math.floor(100 * part);
  return {
    mask: nothing,
    words: `Not hatched: in ${percent}% of the cells the 95% interval overlaps those of all adjacent cells`,
  };
}
