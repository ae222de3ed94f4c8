/**
 * The key under a plot: a swatch and a few words for each mark whose meaning is not obvious.
 * Owns its rows; which entries there are is each chart's business.
 */
import { ink } from '../colour/ink.js';
import { textWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { label, type Pixel, type Shape } from './shapes.js';

/** One entry of the key: words, after a swatch unless there is none. */
export interface KeyEntry {
  label: string;
  /** Draws into the box of `swatchSize` whose top left corner it is given. */
  swatch?: (corner: Pixel) => Shape[];
}

export const swatchSize = { width: 24, height: 14 };
const size = 12;
const rowHeight = 20;
const gap = 8;
const betweenEntries = 22;

export interface Key {
  height: number;
  /** The shapes, with the key's top left corner at `corner`. */
  at: (corner: Pixel) => Shape[];
}

/** The key in rows of at most `width` pixels; of height 0 where there is no entry. */
export function key(entries: readonly KeyEntry[], width: number): Key {
  let x = 0;
  let row = 0;
  const placed = entries.map(({ label: words, swatch }) => {
    const indent = swatch === undefined ? 0 : swatchSize.width + gap;
    const text = wrap(words, { width: width - indent, size })[0] ?? '';
    const needed = indent + textWidth(text, size);
    if (x > 0 && x + needed > width) {
      x = 0;
      row += 1;
    }
    const place = { swatch, indent, text, x, y: row * rowHeight };
    x += needed + betweenEntries;
    return place;
  });
  return {
    height: entries.length === 0 ? 0 : (row + 1) * rowHeight,
    at: ([left, top]) =>
      placed.flatMap(({ swatch, indent, text, x, y }) => [
        ...(swatch?.([left + x, top + y + (rowHeight - swatchSize.height) / 2]) ?? []),
        label(text, [left + x + indent, top + y + rowHeight / 2], { size, fill: ink }),
      ]),
  };
}
