/**
 * Finds a place for the name of each point of a scatter, so that no two names meet and none hides a point or an obstacle.
 * Owns the search: in the order given, the first free place of eight around the point, near before far.
 */
import { textWidth } from '../text/width.js';
import type { Box, Pixel } from './shapes.js';

export interface PointName {
  at: Pixel;
  text: string;
}

export interface PlacedName extends PointName {
  /** Left end of the text, at its middle height. */
  place: Pixel;
}

const distances = [9, 18];
const radius = 5;
const directions: readonly (readonly [across: -1 | 0 | 1, down: -1 | 0 | 1])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** The names that found a place inside `box`, at font size `size`; the others are left out. Whiskers are obstacles. */
export function placeLabels(
  names: readonly PointName[],
  box: Box,
  size: number,
  obstacles: readonly Box[] = [],
): PlacedName[] {
  const points = names.map(({ at: [x, y] }) => ({
    left: x - radius,
    top: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const taken: Box[] = [...points, ...obstacles];
  const placed: PlacedName[] = [];
  names.forEach((name) => {
    const width = textWidth(name.text, size);
    const candidates = distances.flatMap((distance) =>
      directions.map(([across, down]): Box => {
        const [x, y] = name.at;
        const middle = y + down * (distance + size / 2 - radius * Math.abs(across));
        const left = across === 0 ? x - width / 2 : across > 0 ? x + distance : x - distance - width;
        return { left, top: middle - size / 2, width, height: size };
      }),
    );
    const free = candidates.find((one) => inside(one, box) && !taken.some((other) => meet(one, other)));
    if (free === undefined) return;
    taken.push(free);
    placed.push({ ...name, place: [free.left, free.top + size / 2] });
  });
  return placed;
}

/** The box around a whisker, its caps included. */
export function whiskerBox([ax, ay]: Pixel, [bx, by]: Pixel, cap: number): Box {
  const [left, top] = [Math.min(ax, bx) - cap, Math.min(ay, by) - cap];
  return { left, top, width: Math.abs(bx - ax) + 2 * cap, height: Math.abs(by - ay) + 2 * cap };
}

function inside(one: Box, box: Box): boolean {
  const rightEnd = one.left + one.width <= box.left + box.width;
  return one.left >= box.left && one.top >= box.top && rightEnd && one.top + one.height <= box.top + box.height;
}

function meet(a: Box, b: Box): boolean {
  const apart = a.left >= b.left + b.width || b.left >= a.left + a.width;
  return !apart && a.top < b.top + b.height && b.top < a.top + a.height;
}
