/**
 * The marks of equilibria by type, the same in the cube and in the portrait.
 * Owns their look and their entries in the key; the types are found elsewhere.
 */

import { ink, missingFill, paper } from '../colour/ink.js';
import type { KeyEntry } from '../layout/key.js';
import { circle, diamond, leftHalf } from '../layout/marks.js';
import { type Pixel, path, type Shape } from '../layout/shapes.js';
import { markEntry } from '../layout/swatches.js';
import type { ChartWords } from '../text/words.js';

/** As the linearisation says; `degenerate` where it does not decide. */
export type EquilibriumType = 'sink' | 'source' | 'saddle' | 'center' | 'degenerate';

const radius = 6;
const outline = { stroke: ink, lineWidth: 1.6 };
/** Under every mark, so that it stands out from the lines that cross it. */
const halo = (at: Pixel) => path(circle(at, radius + 2), { fill: paper, opacity: 0.85 });

const marks: Record<EquilibriumType, { draw: (at: Pixel) => Shape[] }> = {
  sink: { draw: (at) => [path(circle(at, radius), { fill: ink, ...outline })] },
  source: { draw: (at) => [path(circle(at, radius), { fill: paper, ...outline })] },
  saddle: {
    draw: (at) => [path(circle(at, radius), { fill: paper, ...outline }), path(leftHalf(at, radius), { fill: ink })],
  },
  center: {
    draw: (at) => [path(circle(at, radius), { fill: paper, ...outline }), path(circle(at, 2.2), { fill: ink })],
  },
  degenerate: {
    draw: (at) => [path(diamond(at, radius * 1.15), { fill: missingFill, ...outline })],
  },
};

/** The mark of an equilibrium. */
export function equilibriumMark(type: EquilibriumType, at: Pixel): Shape[] {
  return [halo(at), ...marks[type].draw(at)];
}

/** One entry per type that occurs, in the order of this file. */
export function equilibriumEntries(types: readonly EquilibriumType[], words: ChartWords): KeyEntry[] {
  const found = new Set(types);
  return Object.entries(marks).flatMap(([type, { draw }]) =>
    found.has(type as EquilibriumType)
      ? [markEntry(words[type === 'degenerate' ? 'degenerateKey' : (type as EquilibriumType)], draw)]
      : [],
  );
}

/** @throws RangeError if the type is none of the five. */
export function checkEquilibriumType(type: string, which: string): void {
  if (type in marks) return;
  throw new RangeError(`${which}: unknown type "${type}". Known types: ${Object.keys(marks).join(', ')}.`);
}
