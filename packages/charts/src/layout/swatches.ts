/**
 * Swatches of the key for lines and bands.
 */
import { type KeyEntry, swatchSize } from './key.js';
import { path, polyline, rectangle } from './shapes.js';

/** A line in its colour. */
export function lineEntry(label: string, stroke: string): KeyEntry {
  return {
    label,
    swatch: ([x, y]) => {
      const middle = y + swatchSize.height / 2;
      const data = polyline([
        [x, middle],
        [x + swatchSize.width, middle],
      ]);
      return [path(data, { stroke, lineWidth: 2.2 })];
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
