/**
 * The cube of three shares: paths with and without noise, and the equilibria marked by type.
 * Owns the chart's layout; the view is projection.ts, the empty cube box.ts.
 */

import { softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { path, polyline } from '../layout/shapes.js';
import { lineEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';
import { type ChartWords, filled, wordsOf } from '../text/words.js';
import { backOfCube, edgeRoom, frontOfCube } from './box.js';
import { checkEquilibriumType, type EquilibriumType, equilibriumEntries, equilibriumMark } from './equilibrium.js';
import { checkPaths, checkPoint, type PhasePath, pathShapes, pathStyles } from './paths.js';
import { checkView, cubeShape, type Point3, projection, type View } from './projection.js';

export interface CubeInput extends Heading {
  /** The three shares, in the order of all points: name such as `A.share`, and words, default the name alone. */
  axes: readonly { name: string; title?: string }[];
  paths?: readonly PhasePath[];
  equilibria?: readonly { point: readonly number[]; type: EquilibriumType }[];
  /** Lines of equilibria, each a list of points. Default: none. */
  continua?: readonly (readonly (readonly number[])[])[];
  /** From where the cube is seen. Default: azimuth -60, elevation 22. */
  view?: View;
}

const continuumStyle = { lineWidth: 5, lineDash: [2, 3] };

/**
 * The cube of the shares. Corners are labelled with their shares, hidden edges dashed; a dot is a path's start.
 *
 * @param size Default: 600 wide, and as high as the cube needs.
 * @throws RangeError if there are not three axes, a point has not three finite shares, a type or a view is unknown, or
 *   there are more than seven groups of paths.
 */
export function cube(input: CubeInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { axes, paths = [], equilibria = [], continua = [], view = {} } = input;
  const words = wordsOf(input);
  const width = size.width ?? 600;
  const { styles, entries: pathEntries } = pathStyles(paths);
  const entries = [
    ...pathEntries,
    ...(continua.length > 0 ? [lineEntry(words.lineOfEquilibria, softInk, continuumStyle)] : []),
    ...equilibriumEntries(
      equilibria.map(({ type }) => type),
      words,
    ),
  ];
  const empty = frame(input, entries, { width, height: 0 });
  const room = width - 2 * (margin + edgeRoom);
  const wanted = Math.ceil(empty.top - empty.bottom + 1.5 * edgeRoom + room * cubeShape(view));
  const picture = { width, height: size.height ?? wanted };
  const around = frame(input, entries, picture);
  const seen = projection(view, {
    left: margin + edgeRoom,
    top: around.top + edgeRoom / 2,
    width: room,
    height: around.bottom - around.top - 1.5 * edgeRoom,
  });
  const pixel = (point: readonly number[]) => seen.toPixel(point as unknown as Point3);
  const lines = paths
    .map(({ points, noisy = false }, k) => ({ noisy, shapes: pathShapes(points.map(pixel), styles[k]!) }))
    .toSorted((a, b) => Number(b.noisy) - Number(a.noisy));
  const nearest = (a: { point: readonly number[] }, b: { point: readonly number[] }) =>
    seen.depth(a.point as unknown as Point3) - seen.depth(b.point as unknown as Point3);
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input, words),
    option: {
      ...around.option,
      series: [
        overlay([
          ...backOfCube(seen),
          ...continua.map((points) => path(polyline(points.map(pixel)), { stroke: softInk, ...continuumStyle })),
          ...lines.flatMap(({ shapes }) => shapes),
          ...frontOfCube(seen, axes),
          ...equilibria.toSorted(nearest).flatMap(({ point, type }) => equilibriumMark(type, pixel(point))),
        ]),
        around.series,
      ],
    },
  };
}

function summary({ axes, paths = [], equilibria = [] }: CubeInput, words: ChartWords): string {
  const noisy = paths.filter((one) => one.noisy).length;
  const found = equilibria.map(({ point, type }) =>
    filled(words.equilibriumAt, {
      type: words[type],
      point: point.map((share) => Number(share.toFixed(3))).join(', '),
    }),
  );
  const shares = axes.map(({ name }) => printable(name)).join(', ');
  return [
    filled(words.cubeSummary, { shares, still: paths.length - noisy, noisy }),
    found.length === 0 ? '' : filled(words.cubeEquilibria, { list: found.join('; ') }),
  ].join('');
}

function check({ axes, paths = [], equilibria = [], continua = [], view = {} }: CubeInput): void {
  if (axes.length !== 3) throw new RangeError(`cube needs three axes, but there are ${axes.length}.`);
  checkView(view);
  checkPaths(paths, 3);
  equilibria.forEach(({ point, type }, k) => {
    checkPoint(point, 3, `equilibrium ${k}`);
    checkEquilibriumType(type, `equilibrium ${k}`);
  });
  checkPaths(
    continua.map((points) => ({ points })),
    3,
  );
}
