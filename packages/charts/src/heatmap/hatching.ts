/**
 * Diagonal strokes over the marked cells of a grid, each as long as the run of marked cells that it crosses, so that a
 * large marked area costs few strokes.
 * Owns geometry in pixels; which cells are marked is overlap.ts.
 */
import type { Pixel } from '../layout/shapes.js';

export type Stroke = readonly [from: Pixel, to: Pixel];

/**
 * Strokes along the lines x + y = k * `spacing`.
 *
 * @param xEdges Pixel columns of the cell edges, monotone; cell i lies between edges i and i + 1.
 * @param yEdges Pixel rows of the cell edges, monotone either way.
 * @param mask `mask[j][i]`, true where cell (j, i) is to be hatched.
 */
export function hatchStrokes(
  xEdges: readonly number[],
  yEdges: readonly number[],
  mask: readonly (readonly boolean[])[],
  spacing: number,
): Stroke[] {
  const [left, right] = [Math.min(...xEdges), Math.max(...xEdges)];
  const [top, bottom] = [Math.min(...yEdges), Math.max(...yEdges)];
  const strokes: Stroke[] = [];
  for (let k = Math.ceil((left + top) / spacing); k * spacing <= right + bottom; k++) {
    const sum = k * spacing;
    const cuts = [...xEdges, ...yEdges.map((y) => sum - y)]
      .filter((x) => x >= Math.max(left, sum - bottom) && x <= Math.min(right, sum - top))
      .sort((a, b) => a - b);
    let start: number | undefined;
    for (let c = 0; c + 1 <= cuts.length; c++) {
      const [from, to] = [cuts[c]!, cuts[c + 1] ?? cuts[c]!];
      const middle = (from + to) / 2;
      const on = to > from && mask[cellOf(yEdges, sum - middle)]?.[cellOf(xEdges, middle)] === true;
      if (on) start ??= from;
      const empty = to === from && c + 1 < cuts.length;
      if (!on && !empty && start !== undefined) {
        strokes.push([
          [start, sum - start],
          [from, sum - from],
        ]);
        start = undefined;
      }
    }
  }
  return strokes;
}

/** Index of the cell that holds `position`, by bisection; edges may run either way. */
function cellOf(edges: readonly number[], position: number): number {
  const direction = edges.at(-1)! >= edges[0]! ? 1 : -1;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (direction * (position - edges[middle]!) >= 0) low = middle;
    else high = middle;
  }
  return low;
}
