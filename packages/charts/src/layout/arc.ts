/**
 * Arc lengths along a polyline, in pixels.
 */
import type { Pixel } from './shapes.js';

/** Length of a polyline. */
export function arcLength(line: readonly Pixel[]): number {
  return line.slice(1).reduce((sum, point, k) => sum + distance(line[k]!, point), 0);
}

/** The part of `line` between two arc lengths. */
export function stretch(line: readonly Pixel[], from: number, to: number): Pixel[] {
  let travelled = 0;
  const inner = line.filter((point, k) => {
    if (k > 0) travelled += distance(line[k - 1]!, point);
    return travelled > from && travelled < to;
  });
  return [pointAt(line, from), ...inner, pointAt(line, to)];
}

/** The point at an arc length, linear between the points around it. */
export function pointAt(line: readonly Pixel[], wanted: number): Pixel {
  let travelled = 0;
  for (let k = 1; k < line.length; k++) {
    const [a, b] = [line[k - 1]!, line[k]!];
    const piece = distance(a, b);
    if (piece > 0 && travelled + piece >= wanted) {
      const t = (wanted - travelled) / piece;
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    }
    travelled += piece;
  }
  return line.at(-1)!;
}

function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}
