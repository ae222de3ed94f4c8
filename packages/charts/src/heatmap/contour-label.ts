/**
 * Where the label of an iso-line stands: in a gap of its longest line, half-way, along the line.
 * Owns arc lengths in pixels; the lines themselves are iso-lines.ts.
 */
import type { Pixel } from '../layout/shapes.js';

export interface LabelledLine {
  /** What is left of the line: before and after the label. */
  parts: Pixel[][];
  /** Where the label is centred, and its angle in radians, anticlockwise, never upside down; none on a short line. */
  place?: { at: Pixel; rotation: number };
}

/** Opens a gap of `gap` pixels in the middle of `line`, unless the line is shorter than three gaps. */
export function withLabelGap(line: readonly Pixel[], gap: number): LabelledLine {
  const total = arcLength(line);
  if (total < 3 * gap) return { parts: [[...line]] };
  const [before, after] = [(total - gap) / 2, (total + gap) / 2];
  const [from, to] = [pointAt(line, before), pointAt(line, after)];
  const angle = Math.atan2(-(to[1] - from[1]), to[0] - from[0]);
  const upright = Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle;
  return {
    parts: [stretch(line, 0, before), stretch(line, after, total)],
    place: { at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], rotation: upright },
  };
}

/** Length of a polyline. */
export function arcLength(line: readonly Pixel[]): number {
  return line.slice(1).reduce((sum, point, k) => sum + distance(line[k]!, point), 0);
}

/** The part of `line` between two arc lengths. */
function stretch(line: readonly Pixel[], from: number, to: number): Pixel[] {
  let travelled = 0;
  const inner = line.filter((point, k) => {
    if (k > 0) travelled += distance(line[k - 1]!, point);
    return travelled > from && travelled < to;
  });
  return [pointAt(line, from), ...inner, pointAt(line, to)];
}

function pointAt(line: readonly Pixel[], wanted: number): Pixel {
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
