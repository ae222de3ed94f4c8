/**
 * Small marks around a point: discs, squares, triangles, diamonds, and the whiskers of an interval.
 * Owns their outlines as path data; what they mean is each chart's business.
 */
import { type Pixel, polygon, polyline, rectangle } from './shapes.js';

/**
 * Control points of a quarter circle lie at this part of the radius. Bezier curves, because ECharts rounds to tenths of a
 * pixel, and an arc whose ends do not fit its radius is no longer round.
 */
const quarter = 0.5523;

/** Path data of a circle. */
export function circle([x, y]: Pixel, r: number): string {
  return `M${hundredths(x)} ${hundredths(y + r)}${curves([x, y], r, -1, 1)}${curves([x, y], r, 1, -1)}Z`;
}

/** Path data of the left half of a disc. */
export function leftHalf([x, y]: Pixel, r: number): string {
  return `M${hundredths(x)} ${hundredths(y + r)}${curves([x, y], r, -1, 1)}Z`;
}

/** Two quarters from the bottom (`start` 1) or the top (-1) to the other end, over the left or the right. */
function curves([x, y]: Pixel, r: number, side: 1 | -1, start: 1 | -1): string {
  const k = quarter * r;
  const curve = (...points: readonly [number, number][]) => `C${points.flat().map(hundredths).join(' ')}`;
  return (
    curve([x + side * k, y + start * r], [x + side * r, y + start * k], [x + side * r, y]) +
    curve([x + side * r, y - start * k], [x + side * k, y - start * r], [x, y - start * r])
  );
}

/** Path data of a square with a corner up. */
export function diamond([x, y]: Pixel, radius: number): string {
  return polygon([
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
    [x - radius, y],
  ]);
}

/** Outlines that tell series apart without their colours, in the order in which they are taken. */
export const outlines: readonly ((at: Pixel, radius: number) => string)[] = [
  circle,
  ([x, y], r) => rectangle([x - 0.9 * r, y - 0.9 * r], [x + 0.9 * r, y + 0.9 * r]),
  ([x, y], r) =>
    polygon([
      [x, y - 1.15 * r],
      [x + 1.1 * r, y + 0.8 * r],
      [x - 1.1 * r, y + 0.8 * r],
    ]),
  (at, r) => diamond(at, 1.25 * r),
  ([x, y], r) =>
    polygon([
      [x, y + 1.15 * r],
      [x + 1.1 * r, y - 0.8 * r],
      [x - 1.1 * r, y - 0.8 * r],
    ]),
];

/** Path data of an interval: a line with a cap of `2 * cap` pixels across each end. */
export function whisker(from: Pixel, to: Pixel, cap: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const across = [(-(to[1] - from[1]) / length) * cap, ((to[0] - from[0]) / length) * cap] as const;
  const capAt = ([x, y]: Pixel) =>
    polyline([
      [x - across[0], y - across[1]],
      [x + across[0], y + across[1]],
    ]);
  return polyline([from, to]) + capAt(from) + capAt(to);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
