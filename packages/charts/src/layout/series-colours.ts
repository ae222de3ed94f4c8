/**
 * Colours for a list of series: one of the fixed colours each while they last, else a ramp in the order of the list.
 * Owns the choice and its words in the key.
 */

import { lineColours } from '../colour/ink.js';
import { viridis } from '../colour/viridis.js';
import type { KeyEntry } from './key.js';
import { lineEntry } from './swatches.js';

/** The yellow end of viridis is too pale for a line on white. */
const rampEnd = 0.82;

export interface SeriesColours {
  /** One per name. */
  colours: readonly string[];
  /** An entry per name, or only the first and the last of a ramp. */
  key: readonly KeyEntry[];
}

/** Colours for the series with these names. */
export function seriesColours(names: readonly string[]): SeriesColours {
  if (names.length <= lineColours.length) {
    const colours = names.map((_, k) => lineColours[k]!);
    return { colours, key: names.map((name, k) => lineEntry(name, colours[k]!)) };
  }
  const colours = names.map((_, k) => viridis((rampEnd * k) / (names.length - 1)));
  const key = [
    lineEntry(`first of ${names.length}: ${names[0]!}`, colours[0]!),
    lineEntry(`last: ${names.at(-1)!}`, colours.at(-1)!),
  ];
  return { colours, key };
}
