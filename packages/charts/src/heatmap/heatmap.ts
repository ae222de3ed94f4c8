/**
 * A two-factor sweep as a heatmap: colour for the metric, a line where a probability is one half, hatching where
 * neighbouring cells cannot be told apart.
 * Owns the chart's layout; each part is a file of its own.
 */

import { plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { axisTicks, cellEdges, checkAxis, ends, valueAt } from '../axis/grid.js';
import type { Ticks } from '../axis/ticks.js';
import type { ChartDescription, Heading, Metric, Size, SweepAxis } from '../description.js';
import { type Frame, frame, margin } from '../layout/frame.js';
import { layer, type ToPixel } from '../layout/layer.js';
import { path } from '../layout/shapes.js';
import { extentInWords, isValue, type MaybeValue, metricName, metricTitle, rangeInWords, scaleOf } from '../metric.js';
import { printable } from '../text/printable.js';
import { type ChartWords, filled, wordsOf } from '../text/words.js';
import { colourPaths, pixelGrid } from './cells.js';
import { barSpace, colourBar } from './colour-bar.js';
import { type GridPoint, isoLines } from './iso-lines.js';
import {
  faintIsoLine,
  hatchEntry,
  hatching,
  isoEntry,
  mainIsoLine,
  missingCells,
  missingEntry,
  overlaidEntry,
  overlaidLine,
} from './marks.js';
import { type Hatch, undecided } from './undecided.js';

/** A sweep over two parameters. `values[j][i]`, `low[j][i]` and `high[j][i]` belong to `y.values[j]`, `x.values[i]`. */
export interface HeatmapInput extends Heading {
  x: SweepAxis;
  y: SweepAxis;
  metric: Metric;
  /** Null (or not finite) where a cell has no value. */
  values: readonly (readonly MaybeValue[])[];
  /** Ends of the 95% confidence interval; null where there is none. */
  low: readonly (readonly MaybeValue[])[];
  high: readonly (readonly MaybeValue[])[];
  /** What is hatched; default `neighbours`. A probability's plateaus at 0 and 1 are left plain. */
  hatch?: Hatch;
  /** Lines that belong over the cells, such as the boundary between basins; points are values of `x` and `y`. Default: none. */
  lines?: OverlaidLines;
}

/** Lines of one meaning. */
export interface OverlaidLines {
  /** For the key. */
  name: string;
  lines: readonly (readonly (readonly [x: number, y: number])[])[];
}

const defaultSize: Size = { width: 720, height: 640 };
/** The first is the line of the chart, the others are faint. */
const isoLevels = [0.5, 0.1, 0.9];

/**
 * The heatmap of a sweep.
 *
 * @param size Most that the picture may take, default 720 x 640; it is a little smaller where that makes all cells alike.
 * @throws RangeError if an axis is empty or not monotone, or a table has not one row per y and one column per x.
 */
export function heatmap(input: HeatmapInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { x, y, metric, values, low, high } = input;
  const words = wordsOf(input);
  const most = { ...defaultSize, ...size };
  const scale = scaleOf(metric, values.flat());
  const overlaid = input.lines ?? { name: '', lines: [] };
  const missing = values.map((row) => row.map((value) => !isValue(value)));
  const open = undecided(low, high, input.hatch ?? 'neighbours', metric.probability, words);
  const levels = (metric.probability ? isoLevels : []).map((level) => ({ level, lines: isoLines(values, level) }));
  const entries = [
    ...(levels[0]?.lines.length ? [isoEntry(`${metricTitle(metric)} = ${levels[0].level}`)] : []),
    ...(overlaid.lines.length > 0 ? [overlaidEntry(overlaid.name)] : []),
    ...(open.words === '' ? [] : [hatchEntry(open.words)]),
    ...(some(missing) ? [missingEntry(words.noValue)] : []),
  ];
  const heading = { ...input, subtitle: input.subtitle ?? metricName(metric) };

  const [xEdges, yEdges] = [cellEdges(x.values), cellEdges(y.values)];
  const roughHeight = heightIn(frame(heading, entries, most));
  const yTicks = axisTicks(yEdges, roughHeight, false);
  const left = margin + yAxisWidth(yTicks);
  const right = barSpace(scale, roughHeight) + margin;
  const width = fitted(most.width - left - right, x.values.length);
  const pictureWidth = left + width + right;
  const xTicks = axisTicks(xEdges, width, true);

  const roomy = heightIn(frame(heading, entries, { width: pictureWidth, height: most.height }));
  const height = fitted(roomy, y.values.length);
  const picture = { width: pictureWidth, height: most.height - (roomy - height) };
  const around = frame(heading, entries, picture);
  const bar = colourBar({ left: left + width, top: around.top, height, scale, name: { name: metricTitle(metric) } });

  const [xScaled, yScaled] = [scaled(xEdges, xTicks), scaled(yEdges, yTicks)];
  const toPixels = (toPixel: ToPixel, lines: readonly (readonly GridPoint[])[]) =>
    lines.map((line) =>
      line.map(([i, j]) => toPixel(valueAt(x.values, i) / xTicks.unit, valueAt(y.values, j) / yTicks.unit)),
    );
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input, words),
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, width, height), bar.grid],
      xAxis: [xAxis({ ticks: xTicks, ...span(xScaled), length: width, name: x }), bar.axes.x],
      yAxis: [yAxis({ ticks: yTicks, ...span(yScaled), length: height, name: y }), bar.axes.y],
      series: [
        layer((toPixel) => {
          const pixels = pixelGrid(toPixel, xScaled, yScaled);
          const colours = [...colourPaths(pixels, values, scale)];
          return [
            ...colours.map(([fill, data]) => path(data, { fill })),
            ...missingCells(pixels, missing),
            ...hatching(pixels, open.mask),
          ];
        }),
        layer(
          (toPixel) =>
            overlaidLine(
              overlaid.lines.map((line) => line.map(([at, up]) => toPixel(at / xTicks.unit, up / yTicks.unit))),
            ),
          { z: 3 },
        ),
        layer(
          (toPixel) =>
            levels.flatMap(({ level, lines }, k) =>
              (k === 0 ? mainIsoLine : faintIsoLine)(toPixels(toPixel, lines), level),
            ),
          { z: 3 },
        ),
        bar.series,
        around.series,
      ],
    },
  };
}

/** Pixels between the heading and what stands under the plot. */
function heightIn({ top, bottom }: Frame): number {
  return bottom - xAxisHeight - top;
}

/** The largest multiple of `cells` in `available` pixels, where that costs little: all cells are then of equal size. */
function fitted(available: number, cells: number): number {
  const each = Math.floor(available / cells);
  return each >= 4 ? each * cells : Math.floor(available);
}

function scaled(edges: readonly number[], { unit }: Ticks): number[] {
  return edges.map((edge) => edge / unit);
}

function span(edges: readonly number[]): { min: number; max: number } {
  const [min, max] = ends(edges);
  return { min, max };
}

function some(mask: readonly (readonly boolean[])[]): boolean {
  return mask.some((row) => row.includes(true));
}

function summary({ x, y, metric, values }: HeatmapInput, words: ChartWords): string {
  const range = (axis: SweepAxis) => rangeInWords(axis, words);
  return filled(words.heatmapSummary, {
    ...{ metric: metricName(metric), x: range(x), y: range(y) },
    ...{ columns: x.values.length, rows: y.values.length, extent: extentInWords(values.flat(), words) },
  });
}

function check({ x, y, values, low, high, lines }: HeatmapInput): void {
  checkAxis('x', x);
  checkAxis('y', y);
  for (const [name, table] of Object.entries({ values, low, high })) {
    if (table.length !== y.values.length) {
      throw new RangeError(`${name} has ${table.length} rows, but axis y ("${y.name}") has ${y.values.length} values.`);
    }
    const odd = table.findIndex((row) => row.length !== x.values.length);
    if (odd >= 0) {
      throw new RangeError(
        `${name}[${odd}] has ${table[odd]!.length} columns, but axis x ("${x.name}") has ${x.values.length} values.`,
      );
    }
  }
  lines?.lines.flat().forEach((point, k) => {
    if (point.every(Number.isFinite)) return;
    throw new RangeError(`lines "${lines.name}": point ${k} is (${point.join(', ')}); both numbers must be finite.`);
  });
}
