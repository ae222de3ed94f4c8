/**
 * Lines of equal value through a grid, by marching squares over the cell centres.
 * Owns the way from d3-contour's closed rings to open lines: parts that d3-contour adds along the edge of the grid and
 * around cells without a value are left out, so that a line only stands where values on both sides are known.
 * Source: W. Lorensen and H. Cline (1987) for the cube, its two-dimensional form as in d3-contour.
 */
import { contours } from 'd3-contour';
import { isValue, type MaybeValue } from '../metric.js';

/** A point as fractional column and row index: whole numbers are cell centres. */
export type GridPoint = readonly [column: number, row: number];

/** The lines at `level` in `values[row][column]`, each a list of at least two points; a closed line ends where it began. */
export function isoLines(values: readonly (readonly MaybeValue[])[], level: number): GridPoint[][] {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  if (rows < 2 || columns < 2) return [];
  const known = (column: number, row: number) => isValue(values[row]?.[column]);
  const below =
    values
      .flat()
      .filter(isValue)
      .reduce((least, value) => Math.min(least, value), level) - 1;
  const shape = contours()
    .size([columns, rows])
    .contour(
      values.flat().map((value) => (isValue(value) ? value : below)),
      level,
    );
  return shape.coordinates.flat().flatMap((ring) =>
    openParts(
      ring.map(([x, y]): GridPoint => [x! - 0.5, y! - 0.5]),
      ([ax, ay], [bx, by]) => {
        const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
        const columnsAround = [Math.floor(x), Math.ceil(x)];
        return [Math.floor(y), Math.ceil(y)].every((row) => columnsAround.every((column) => known(column, row)));
      },
    ),
  );
}

/** The runs of a closed ring's segments that satisfy `stands`, as lines; the whole ring if all do. */
function openParts(ring: readonly GridPoint[], stands: (from: GridPoint, to: GridPoint) => boolean): GridPoint[][] {
  const segments = ring.slice(1).map((to, k) => ({ from: ring[k]!, to, on: stands(ring[k]!, to) }));
  const firstGap = segments.findIndex(({ on }) => !on);
  if (firstGap < 0) return [[...ring]];
  const parts: GridPoint[][] = [];
  let open = false;
  for (const { from, to, on } of [...segments.slice(firstGap), ...segments.slice(0, firstGap)]) {
    if (on && !open) parts.push([from]);
    if (on) parts.at(-1)!.push(to);
    open = on;
  }
  return parts;
}
