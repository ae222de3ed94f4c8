/**
 * The coloured cells of a heatmap: one path per colour, runs of equal colour in a row as one rectangle, so that 300 x 300
 * cells stay at most 256 shapes.
 * Owns pixels and colours; edges come from axis/grid.ts.
 */
import { viridis } from '../colour/viridis.js';
import type { ToPixel } from '../layout/layer.js';
import { rectangle } from '../layout/shapes.js';
import { isValue, type MaybeValue } from '../metric.js';

/** Edges of all cells in whole pixels: between two cells there is neither a gap nor a blend. */
export interface PixelGrid {
  x: readonly number[];
  y: readonly number[];
}

export function pixelGrid(toPixel: ToPixel, xEdges: readonly number[], yEdges: readonly number[]): PixelGrid {
  return {
    x: xEdges.map((x) => Math.round(toPixel(x, yEdges[0]!)[0])),
    y: yEdges.map((y) => Math.round(toPixel(xEdges[0]!, y)[1])),
  };
}

/** Path data by colour; cells without a value are left out. */
export function colourPaths(
  grid: PixelGrid,
  values: readonly (readonly MaybeValue[])[],
  [low, high]: readonly [number, number],
): Map<string, string> {
  const paths = new Map<string, string>();
  values.forEach((row, j) => {
    const colours = row.map((value) => (isValue(value) ? colour((value - low) / (high - low)) : undefined));
    for (let i = 0, end = 0; i < colours.length; i = end) {
      end = i + 1;
      while (end < colours.length && colours[end] === colours[i]) end++;
      const key = colours[i];
      if (key === undefined) continue;
      const run = rectangle([grid.x[i]!, grid.y[j]!], [grid.x[end]!, grid.y[j + 1]!]);
      paths.set(key, (paths.get(key) ?? '') + run);
    }
  });
  return paths;
}

/** Viridis in 256 shades: finer differences cannot be seen. */
function colour(t: number): string {
  return viridis(Math.round(Math.min(Math.max(t, 0), 1) * 255) / 255);
}
