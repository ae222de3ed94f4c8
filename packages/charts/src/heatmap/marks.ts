/**
 * What is drawn over the cells: missing cells, hatching, iso-lines. Each mark as shapes, with its entry in the key.
 * Owns their look; where they are is overlap.ts, hatching.ts and iso-lines.ts.
 */
import { ink, lineColours, missingFill, paper, softInk } from '../colour/ink.js';
import { arcLength } from '../layout/arc.js';
import { type KeyEntry, swatchSize } from '../layout/key.js';
import { diagonals, label, type Paint, type Pixel, path, polyline, rectangle, type Shape } from '../layout/shapes.js';
import { printable } from '../text/printable.js';
import { textWidth } from '../text/width.js';
import type { PixelGrid } from './cells.js';
import { withLabelGap } from './contour-label.js';
import { hatchStrokes } from './hatching.js';

const labelSize = 12;
const hatchSpacing = 5;
const hatch: Paint = { stroke: paper, lineWidth: 0.8, opacity: 0.9 };
const casing: Paint = { stroke: ink, lineWidth: 4.5, lineJoin: 'round', lineCap: 'round' };
const core: Paint = { stroke: paper, lineWidth: 2, lineJoin: 'round', lineCap: 'round' };
const overlaid: Paint = { stroke: lineColours[1], lineWidth: 2.4, lineDash: [8, 4], lineJoin: 'round' };
const faint: Paint = { lineWidth: 1.2, lineDash: [5, 4], lineJoin: 'round' };

/** Grey cells with a cross. */
export function missingCells(grid: PixelGrid, missing: readonly (readonly boolean[])[]): Shape[] {
  const boxes = missing.flatMap((row, j) =>
    row.flatMap((on, i) => (on ? [[corner(grid, i, j), corner(grid, i + 1, j + 1)] as const] : [])),
  );
  return crossed(boxes);
}

/** Thin strokes over the marked cells. */
export function hatching(grid: PixelGrid, mask: readonly (readonly boolean[])[]): Shape[] {
  const strokes = hatchStrokes(grid.x, grid.y, mask, hatchSpacing);
  return strokes.length === 0 ? [] : [path(strokes.map(polyline).join(''), hatch)];
}

/** The main iso-line: white on dark, visible on every colour of the scale, with its level written into the longest line. */
export function mainIsoLine(lines: readonly (readonly Pixel[])[], level: number): Shape[] {
  const { data, labels } = labelled(lines, String(level), { fill: paper, outline: ink });
  return data === '' ? [] : [path(data, casing), path(data, core), ...labels];
}

/** A secondary iso-line of a probability, dashed, in the ink that stands out where it lies: dark on the light end. */
export function faintIsoLine(lines: readonly (readonly Pixel[])[], level: number): Shape[] {
  const fill = level > 0.5 ? ink : paper;
  const { data, labels } = labelled(lines, String(level), { fill });
  return data === '' ? [] : [path(data, { ...faint, stroke: fill }), ...labels];
}

/** A line from outside the table: orange-red on white, which no colour of the scale is near to. */
export function overlaidLine(lines: readonly (readonly Pixel[])[]): Shape[] {
  const data = lines
    .filter((line) => line.length > 1)
    .map(polyline)
    .join('');
  return data === '' ? [] : [path(data, { ...casing, stroke: paper }), path(data, overlaid)];
}

export function missingEntry(words: string): KeyEntry {
  return { label: words, swatch: (at) => crossed([[at, opposite(at)]]) };
}

export function hatchEntry(words: string): KeyEntry {
  return {
    label: words,
    swatch: (at) => {
      const to = opposite(at);
      const strokes = hatchStrokes([at[0], to[0]], [at[1], to[1]], [[true]], hatchSpacing);
      return [path(rectangle(at, to), { fill: '#21908c' }), path(strokes.map(polyline).join(''), hatch)];
    },
  };
}

export function isoEntry(words: string): KeyEntry {
  return { label: words, swatch: (corner) => strokesOf(corner, [casing, core]) };
}

export function overlaidEntry(words: string): KeyEntry {
  return { label: printable(words), swatch: (corner) => strokesOf(corner, [overlaid]) };
}

/** A horizontal line through a swatch, painted several times. */
function strokesOf([x, y]: Pixel, paints: readonly Paint[]): Shape[] {
  const middle = y + swatchSize.height / 2;
  const data = polyline([
    [x + 2, middle],
    [x + swatchSize.width - 2, middle],
  ]);
  return paints.map((paint) => path(data, paint));
}

function crossed(boxes: readonly (readonly [Pixel, Pixel])[]): Shape[] {
  if (boxes.length === 0) return [];
  return [
    path(boxes.map(([a, b]) => rectangle(a, b)).join(''), { fill: missingFill }),
    path(boxes.map(([a, b]) => diagonals(a, b)).join(''), { stroke: softInk, lineWidth: 0.8 }),
  ];
}

function labelled(lines: readonly (readonly Pixel[])[], level: string, colours: { fill: string; outline?: string }) {
  const longest = lines.toSorted((a, b) => arcLength(b) - arcLength(a))[0];
  if (longest === undefined) return { data: '', labels: [] };
  const { parts, place } = withLabelGap(longest, textWidth(level, labelSize, true) + 10);
  const lettering = { ...colours, size: labelSize, bold: true, align: 'center' as const };
  const labels = place === undefined ? [] : [label(level, place.at, { ...lettering, rotation: place.rotation })];
  const others = lines.filter((line) => line !== longest);
  return { data: [...others, ...parts].map(polyline).join(''), labels };
}

function corner(grid: PixelGrid, i: number, j: number): Pixel {
  return [grid.x[i]!, grid.y[j]!];
}

function opposite([x, y]: Pixel): Pixel {
  return [x + swatchSize.width, y + swatchSize.height];
}
