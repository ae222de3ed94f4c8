/**
 * A direction field: arrows on an even lattice, longer where the drift is faster.
 * Owns the lattice and the arrows' lengths; the drift between the points of the grid is bilinear.
 */
import type { ToPixel } from '../layout/layer.js';
import { type Pixel, polyline } from '../layout/shapes.js';
import type { DriftGrid } from './nullclines.js';

/** Pixels from one arrow to the next, at least. */
const spacing = 27;
const shortest = 5;
const longest = 20;
const head = 4;
/** Drift differs by orders of magnitude between edges and middle: lengths grow as this power of it. */
const power = 0.5;

/** Path data of the arrows in a plot of that size; a place without drift has none. */
export function arrows(drift: DriftGrid, toPixel: ToPixel, size: { width: number; height: number }): string {
  const columns = Math.max(2, Math.floor(size.width / spacing));
  const rows = Math.max(2, Math.floor(size.height / spacing));
  const lattice = Array.from({ length: rows }, (_, j) =>
    Array.from({ length: columns }, (_, i) => [(i + 0.5) / columns, (j + 0.5) / rows] as const),
  ).flat();
  const fastest = Math.max(...drift.dx.flatMap((row, j) => row.map((dx, i) => Math.hypot(dx, drift.dy[j]![i]!))));
  return lattice
    .filter(([x, y]) => x >= drift.x[0]! && x <= drift.x.at(-1)! && y >= drift.y[0]! && y <= drift.y.at(-1)!)
    .map(([x, y]) => {
      const [dx, dy] = [interpolated(drift, drift.dx, x, y), interpolated(drift, drift.dy, x, y)];
      const speed = Math.hypot(dx, dy);
      if (speed === 0 || fastest === 0) return '';
      const length = shortest + (longest - shortest) * Math.min(1, speed / fastest) ** power;
      const [from, to] = [toPixel(0, 0), toPixel(dx / speed, dy / speed)];
      return arrow(toPixel(x, y), Math.atan2(to[1] - from[1], to[0] - from[0]), length);
    })
    .join('');
}

/** An arrow around a point; the angle is clockwise, as pixels are. */
function arrow([x, y]: Pixel, angle: number, length: number): string {
  const at = (distance: number, turn: number, from: Pixel): Pixel => [
    from[0] + distance * Math.cos(angle + turn),
    from[1] + distance * Math.sin(angle + turn),
  ];
  const [tail, tip] = [at(-length / 2, 0, [x, y]), at(length / 2, 0, [x, y])];
  return polyline([tail, tip]) + polyline([at(-head, 0.45, tip), tip, at(-head, -0.45, tip)]);
}

function interpolated(
  { x: xs, y: ys }: DriftGrid,
  table: readonly (readonly number[])[],
  x: number,
  y: number,
): number {
  const [i, u] = cellAt(xs, x);
  const [j, v] = cellAt(ys, y);
  const row = (k: number) => table[k]![i]! * (1 - u) + table[k]![i + 1]! * u;
  return row(j) * (1 - v) + row(j + 1) * v;
}

/** Index of the value before `at`, and how far `at` is on the way to the next. */
function cellAt(values: readonly number[], at: number): [number, number] {
  const next = values.findIndex((value, k) => k > 0 && value >= at);
  const k = next - 1;
  return [k, (at - values[k]!) / (values[next]! - values[k]!)];
}
