/**
 * Where the label of an iso-line stands: in a gap of its longest line, half-way, along the line.
 * Owns the gap and the angle; arc lengths are layout/arc.ts, the lines themselves iso-lines.ts.
 */
import { arcLength, pointAt, stretch } from '../layout/arc.js';
import type { Pixel } from '../layout/shapes.js';

export interface LabelledLine {
  /** What is left of the line: before and after the label. */
  parts: readonly (readonly Pixel[])[];
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
