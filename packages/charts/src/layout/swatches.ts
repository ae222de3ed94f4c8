/**
 * Swatches of the key for lines, bands and marks.
 */
import { type KeyEntry, swatchSize } from './key.js';
import { type Paint, type Pixel, path, polyline, rectangle, type Shape } from './shapes.js';

/** A line in its colour, dashed and as wide as in the plot. */
export function lineEntry(label: string, stroke: string, more: Pick<Paint, 'lineDash' | 'lineWidth'> = {}): KeyEntry {
  return {
    label,
    swatch: ([x, y]) => {
      const middle = y + swatchSize.height / 2;
      const data = polyline([
        [x, middle],
        [x + swatchSize.width, middle],
      ]);
      return [path(data, { stroke, lineWidth: 2.2, ...more })];
    },
  };
}

/** A filled area. */
export function areaEntry(label: string, fill: string, opacity: number): KeyEntry {
  return {
    label,
    swatch: ([x, y]) => [
      path(rectangle([x, y], [x + swatchSize.width, y + swatchSize.height]), {
        fill,
        opacity,
        stroke: fill,
        lineWidth: 1,
      }),
    ],
  };
}

/** A mark in the middle of its swatch. */
export function markEntry(label: string, mark: (at: Pixel) => Shape[]): KeyEntry {
  return {
    label,
    swatch: ([x, y]) => mark([x + swatchSize.width / 2, y + swatchSize.height / 2]),
  };
}
