/**
 * A work-precision diagram: the error of each scheme against what it costs, both on logarithmic axes; a line further to
 * the left and below is a better scheme.
 * Owns the chart's layout.
 */
import { labelSize, plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { logAxis } from '../axis/log-ticks.js';
import { brief } from '../axis/ticks.js';
import { ink, lineColours, paper, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { layer, overlay } from '../layout/layer.js';
import { outlines, whisker } from '../layout/marks.js';
import { placeLabels, whiskerBox } from '../layout/place-labels.js';
import { label, type Pixel, path, polyline } from '../layout/shapes.js';
import { lineEntry, markEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';

/** One run of a scheme. */
export interface WorkPoint {
  /** The step, written beside the point. */
  dt: number;
  /** In the unit of the axis, above 0. */
  cost: number;
  /** Above 0. */
  error: number;
  /** The error's 95% interval, both above 0. Default: no whisker. */
  interval?: readonly [low: number, high: number];
}

export interface WorkPrecisionInput extends Heading {
  /** What a run costs, such as `{ name: 's', title: 'Time' }`. */
  cost: { name: string; title?: string };
  /** What is wrong by how much. */
  error: { name: string; title?: string };
  /** At most seven. */
  schemes: readonly { name: string; points: WorkPoint[] }[];
  /** The error that the measurement itself has; points below are not better. Default: no line. */
  floor?: number;
}

const radius = 4.5;
const cap = 3;
const floorStyle = { lineWidth: 1.4, lineDash: [6, 4] };

/**
 * The work-precision diagram of several schemes. Where steps would be written over one another, some points go without.
 *
 * @param size Default: 640 x 520.
 * @throws RangeError if there is no scheme or more than seven, a scheme has no points, or a number is not above 0.
 */
export function workPrecision(input: WorkPrecisionInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { cost, error, schemes, floor } = input;
  const picture = { width: 640, height: 520, ...size };
  const looks = schemes.map(({ name, points }, k) => ({
    name: printable(name),
    points: points.toSorted((a, b) => a.cost - b.cost),
    colour: lineColours[k]!,
    outline: outlines[k % outlines.length]!,
  }));
  const entries = [
    ...looks.map(({ name, colour, outline }) => markEntry(name, (at) => [path(outline(at, radius), { fill: colour })])),
    ...(floor === undefined ? [] : [lineEntry('noise of the measurement', softInk, floorStyle)]),
    { label: 'numbers: step dt' },
  ];
  const around = frame(input, entries, picture);
  const all = schemes.flatMap(({ points }) => points);
  const errors = all.flatMap((point) => [point.error, ...(point.interval ?? [])]).concat(floor ?? []);
  const x = logAxis(Math.min(...all.map((point) => point.cost)), Math.max(...all.map((point) => point.cost)));
  const y = logAxis(Math.min(...errors), Math.max(...errors));
  const height = around.bottom - xAxisHeight - around.top;
  const left = margin + yAxisWidth(y.ticks);
  const width = picture.width - left - margin - 8;
  const pixel = (at: number, up: number): Pixel => [
    left + ((Math.log10(at) - x.ends[0]) / (x.ends[1] - x.ends[0])) * width,
    around.top + (1 - (Math.log10(up) - y.ends[0]) / (y.ends[1] - y.ends[0])) * height,
  ];
  const steps = placeLabels(
    all.map((point) => ({ text: brief(point.dt), at: pixel(point.cost, point.error) })),
    { left, top: around.top, width, height },
    labelSize - 1,
    all.flatMap(({ cost: at, interval }) =>
      interval === undefined ? [] : [whiskerBox(pixel(at, interval[0]), pixel(at, interval[1]), cap)],
    ),
  );
  const drawn = layer(() => [
    ...(floor === undefined
      ? []
      : [
          path(
            polyline([
              [left, pixel(1, floor)[1]],
              [left + width, pixel(1, floor)[1]],
            ]),
            { stroke: softInk, ...floorStyle },
          ),
        ]),
    ...looks.flatMap(({ points, colour, outline }) => [
      path(polyline(points.map((point) => pixel(point.cost, point.error))), { stroke: colour, lineWidth: 1.8 }),
      ...points.flatMap(({ cost: at, interval }) => {
        const ends = interval?.map((end) => pixel(at, end));
        return ends === undefined ? [] : [path(whisker(ends[0]!, ends[1]!, cap), { stroke: colour, lineWidth: 1.2 })];
      }),
      ...points.map((point) => {
        const mark = outline(pixel(point.cost, point.error), radius);
        return path(mark, { fill: colour, stroke: paper, lineWidth: 0.8 });
      }),
    ]),
  ]);
  const words = steps.map(({ text, place }) => label(text, place, { size: labelSize - 1, fill: ink, outline: paper }));
  const ends = ([min, max]: [number, number]) => ({ min, max });
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, width, height)],
      xAxis: [xAxis({ ticks: x.ticks, ...ends(x.ends), length: width, name: cost, lines: true })],
      yAxis: [yAxis({ ticks: y.ticks, ...ends(y.ends), length: height, name: error, lines: true })],
      series: [drawn, overlay(words), around.series],
    },
  };
}

function summary({ cost, error, schemes }: WorkPrecisionInput): string {
  const parts = schemes.map(({ name, points }) => {
    const runs = points.map((point) => `dt ${brief(point.dt)} error ${brief(point.error)} cost ${brief(point.cost)}`);
    return `${printable(name)}: ${runs.join(', ')}`;
  });
  return `Work-precision diagram of ${printable(error.name)} against ${printable(cost.name)}. ${parts.join('; ')}.`;
}

function check({ schemes, floor }: WorkPrecisionInput): void {
  if (schemes.length === 0 || schemes.length > lineColours.length) {
    throw new RangeError(`workPrecision takes 1 to ${lineColours.length} schemes, but there are ${schemes.length}.`);
  }
  const positive = (value: number) => Number.isFinite(value) && value > 0;
  if (floor !== undefined && !positive(floor)) throw new RangeError(`floor is ${floor}, but must be above 0.`);
  for (const { name, points } of schemes) {
    if (points.length === 0) throw new RangeError(`scheme "${name}" has no points.`);
    for (const { dt, cost, error, interval = [] } of points) {
      for (const [which, value] of Object.entries({ dt, cost, error, low: interval[0], high: interval[1] })) {
        if (value === undefined || positive(value)) continue;
        throw new RangeError(
          `scheme "${name}", dt ${dt}: ${which} is ${value}, but a logarithmic axis needs it above 0.`,
        );
      }
    }
  }
}
