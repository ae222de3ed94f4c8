/**
 * Paths through the space of the shares: lines with an arrow half-way and a dot where they start, noisy ones thin.
 * Owns their look, their colours and their entries in the key.
 */
import { lineColours } from '../colour/ink.js';
import { arcLength, pointAt } from '../layout/arc.js';
import type { KeyEntry } from '../layout/key.js';
import { circle } from '../layout/marks.js';
import { type Pixel, path, polygon, polyline, type Shape } from '../layout/shapes.js';
import { lineEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';

/** One path; a point has one share per axis of the picture. */
export interface PhasePath {
  /** In the order of time; each share in 0..1. */
  points: readonly (readonly number[])[];
  /** Whether this is a path with noise: it is drawn thin and without an arrow. Default: false. */
  noisy?: boolean;
  /** Paths of one group have one colour and one entry in the key, such as `ends at (1, 1, 1)`. At most seven. */
  group?: string;
}

export interface PathStyle {
  stroke: string;
  lineWidth: number;
  opacity: number;
  arrow: boolean;
}

const arrowLength = 9;
/** Points closer than this to the last kept one are not seen, and noisy paths have thousands. */
const leastStep = 0.8;

/** One style per path, and the entries of the key. */
export function pathStyles(paths: readonly PhasePath[]): {
  styles: readonly PathStyle[];
  entries: readonly KeyEntry[];
} {
  const names = [...new Set(paths.map(nameOf))];
  const styles = paths.map((one): PathStyle => {
    const stroke = lineColours[names.indexOf(nameOf(one)) % lineColours.length]!;
    return one.noisy
      ? { stroke, lineWidth: 0.9, opacity: 0.65, arrow: false }
      : { stroke, lineWidth: 1.8, opacity: 0.95, arrow: true };
  });
  const entries = names.map((name) => {
    const k = paths.findIndex((one, at) => nameOf(one) === name && styles[at]!.arrow);
    const { stroke, lineWidth } = styles[k < 0 ? paths.findIndex((one) => nameOf(one) === name) : k]!;
    return lineEntry(name, stroke, { lineWidth });
  });
  return { styles, entries };
}

/** The entry of the key to which a path belongs. */
function nameOf({ group, noisy = false }: PhasePath): string {
  return printable(group ?? (noisy ? 'noisy paths' : 'paths without noise'));
}

/** A path through these pixels. */
export function pathShapes(pixels: readonly Pixel[], { stroke, lineWidth, opacity, arrow }: PathStyle): Shape[] {
  const line = thinned(pixels);
  const start = path(circle(line[0]!, 2.4), { fill: stroke, opacity });
  const drawn = path(polyline(line), { stroke, lineWidth, opacity, lineJoin: 'round' });
  const head = arrow ? arrowHead(line) : '';
  return [drawn, start, ...(head === '' ? [] : [path(head, { fill: stroke, opacity })])];
}

/** The pixels without those that lie on their predecessor; first and last stay. */
function thinned(pixels: readonly Pixel[]): Pixel[] {
  const kept = pixels.slice(0, 1);
  for (const pixel of pixels.slice(1, -1)) {
    const [x, y] = kept.at(-1)!;
    if (Math.hypot(pixel[0] - x, pixel[1] - y) >= leastStep) kept.push(pixel);
  }
  return pixels.length > 1 ? [...kept, pixels.at(-1)!] : kept;
}

/** A triangle half-way along the line, or nothing on a line too short for it. */
function arrowHead(line: readonly Pixel[]): string {
  const length = arcLength(line);
  if (length < 3 * arrowLength) return '';
  const middle = length / 2;
  const [from, to] = [pointAt(line, middle - arrowLength / 2), pointAt(line, middle + arrowLength / 2)];
  const reach = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (reach < arrowLength / 2) return '';
  const across = [(-(to[1] - from[1]) / reach) * 4, ((to[0] - from[0]) / reach) * 4] as const;
  return polygon([to, [from[0] + across[0], from[1] + across[1]], [from[0] - across[0], from[1] - across[1]]]);
}

/** @throws RangeError if a path has no point, a point not `dimensions` finite numbers, or there are too many groups. */
export function checkPaths(paths: readonly PhasePath[], dimensions: number): void {
  paths.forEach(({ points }, k) => {
    if (points.length === 0) throw new RangeError(`path ${k} has no points.`);
    points.forEach((point, at) => {
      checkPoint(point, dimensions, `path ${k}, point ${at}`);
    });
  });
  const groups = new Set(paths.map(nameOf)).size;
  if (groups <= lineColours.length) return;
  throw new RangeError(`${lineColours.length} groups of paths can be told apart, but there are ${groups}.`);
}

/** @throws RangeError if the point has not `dimensions` finite numbers. */
export function checkPoint(point: readonly number[], dimensions: number, which: string): void {
  if (point.length === dimensions && point.every(Number.isFinite)) return;
  throw new RangeError(`${which} is (${point.join(', ')}), but ${dimensions} finite numbers are needed.`);
}
