/**
 * The phase portrait of two shares: direction field, nullclines, paths and equilibria; of a game of two players, or a
 * section of a larger game at fixed values of the other shares.
 * Owns the chart's layout.
 */
import { plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { brief, niceTicks } from '../axis/ticks.js';
import { shareEnds } from '../axis/time.js';
import { gridInk, lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { layer } from '../layout/layer.js';
import { type Pixel, path, polyline } from '../layout/shapes.js';
import { lineEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';
import { wordsOf } from '../text/words.js';
import { arrows } from './arrows.js';
import { checkEquilibriumType, type EquilibriumType, equilibriumEntries, equilibriumMark } from './equilibrium.js';
import { checkDriftGrid, type DriftGrid, nullclines } from './nullclines.js';
import { checkPaths, checkPoint, type PhasePath, pathShapes, pathStyles } from './paths.js';

export interface PortraitInput extends Heading {
  /** The two shares: name such as `A.share`, and words, default the name alone. */
  x: { name: string; title?: string };
  y: { name: string; title?: string };
  /** The other shares of a section, said in the subtitle. Default: none. */
  at?: readonly { name: string; value: number }[];
  /** The drift in the plane, for arrows and nullclines; 41 x 41 values give smooth lines. Default: neither is drawn. */
  drift?: DriftGrid;
  paths?: readonly PhasePath[];
  equilibria?: readonly { point: readonly number[]; type: EquilibriumType }[];
}

const nullclineStyles = {
  x: { stroke: lineColours[3], lineWidth: 2, lineDash: [8, 4] },
  y: { stroke: lineColours[4], lineWidth: 2, lineDash: [3, 3] },
};

/**
 * The phase portrait of two shares.
 *
 * @param size Default: 560 wide, and as high as makes the plot a square.
 * @throws RangeError if a point has not two finite shares, the drift does not fit its grid, a type is unknown, or there
 *   are more than seven groups of paths.
 */
export function portrait(input: PortraitInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { x, y, drift, paths = [], equilibria = [] } = input;
  const width = size.width ?? 560;
  const heading = { ...input, subtitle: input.subtitle ?? section(input) };
  const lines =
    drift === undefined ? [] : (['x', 'y'] as const).map((axis) => ({ axis, lines: nullclines(drift, axis) }));
  const { styles, entries: pathEntries } = pathStyles(paths);
  const entries = [
    ...pathEntries,
    ...lines.flatMap(({ axis, lines: found }) => {
      const { stroke, ...look } = nullclineStyles[axis];
      return found.length === 0 ? [] : [lineEntry(`${printable({ x, y }[axis].name)} stands still`, stroke, look)];
    }),
    ...equilibriumEntries(
      equilibria.map(({ type }) => type),
      wordsOf(input),
    ),
  ];
  const empty = frame(heading, entries, { width, height: 0 });
  const ticks = (length: number, horizontal = false) => niceTicks(...shareEnds, { length, horizontal });
  const left = margin + yAxisWidth(ticks(width));
  const plotWidth = width - left - margin - 8;
  const picture = { width, height: size.height ?? empty.top - empty.bottom + xAxisHeight + plotWidth };
  const around = frame(heading, entries, picture);
  const height = around.bottom - xAxisHeight - around.top;
  const [min, max] = shareEnds;
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, plotWidth, height)],
      xAxis: [xAxis({ ticks: ticks(plotWidth, true), min, max, length: plotWidth, name: x })],
      yAxis: [yAxis({ ticks: ticks(height), min, max, length: height, name: y })],
      series: [
        layer((toPixel) => {
          const pixel = ([px, py]: readonly number[]): Pixel => toPixel(px!, py!);
          const square = [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
            [0, 0],
          ].map(pixel);
          const field = drift === undefined ? '' : arrows(drift, toPixel, { width: plotWidth, height });
          const drawn = paths
            .map(({ points, noisy = false }, k) => ({ noisy, shapes: pathShapes(points.map(pixel), styles[k]!) }))
            .toSorted((a, b) => Number(b.noisy) - Number(a.noisy));
          return [
            path(polyline(square), { stroke: gridInk, lineWidth: 1 }),
            ...(field === '' ? [] : [path(field, { stroke: softInk, lineWidth: 0.9, opacity: 0.55 })]),
            ...lines.flatMap(({ axis, lines: found }) =>
              found.map((line) => path(polyline(line.map(pixel)), nullclineStyles[axis])),
            ),
            ...drawn.flatMap(({ shapes }) => shapes),
          ];
        }),
        {
          ...layer(
            (toPixel) => equilibria.flatMap(({ point: [px, py], type }) => equilibriumMark(type, toPixel(px!, py!))),
            { z: 6 },
          ),
          clip: false,
        },
        around.series,
      ],
    },
  };
}

function section({ at = [] }: PortraitInput): string {
  if (at.length === 0) return 'Phase portrait';
  return `Section at ${at.map(({ name, value }) => `${printable(name)} = ${brief(value)}`).join(', ')}`;
}

function summary({ x, y, at = [], paths = [], equilibria = [] }: PortraitInput): string {
  const fixed = at.map(({ name, value }) => `${printable(name)} = ${brief(value)}`).join(', ');
  const found = equilibria.map(({ point, type }) => `${type} at (${point.map(brief).join(', ')})`);
  return [
    `Phase portrait of ${printable(x.name)} and ${printable(y.name)}${fixed === '' ? '' : ` at ${fixed}`}`,
    ` with ${paths.length} paths.`,
    found.length === 0 ? '' : ` Equilibria: ${found.join('; ')}.`,
  ].join('');
}

function check({ drift, paths = [], equilibria = [] }: PortraitInput): void {
  if (drift !== undefined) checkDriftGrid(drift);
  checkPaths(paths, 2);
  equilibria.forEach(({ point, type }, k) => {
    checkPoint(point, 2, `equilibrium ${k}`);
    checkEquilibriumType(type, `equilibrium ${k}`);
  });
}
