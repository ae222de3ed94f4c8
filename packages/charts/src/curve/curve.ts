/**
 * A one-factor sweep as a curve with its 95% band.
 * Owns the chart's layout.
 */

import { plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { axisTicks, checkAxis, ends } from '../axis/grid.js';
import { niceTicks } from '../axis/ticks.js';
import { lineColours } from '../colour/ink.js';
import type { ChartDescription, Heading, Metric, Size, SweepAxis } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { band, line } from '../layout/series.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import {
  extentInWords,
  isValue,
  type MaybeValue,
  metricName,
  metricTitle,
  rangeInWords,
  scaleOf,
  widened,
} from '../metric.js';
import { printable } from '../text/printable.js';
import { filled, wordsOf } from '../text/words.js';

/** A sweep over one parameter. `values[i]`, `low[i]` and `high[i]` belong to `x.values[i]`. */
export interface CurveInput extends Heading {
  x: SweepAxis;
  metric: Metric;
  /** Null (or not finite) where there is no value: the line has a gap. */
  values: readonly MaybeValue[];
  /** Ends of the 95% confidence interval; null where there is none. */
  low: readonly MaybeValue[];
  high: readonly MaybeValue[];
  /** Whether the key stands at the foot. Default: true. */
  key?: boolean;
}

const defaultSize: Size = { width: 720, height: 460 };
const bandOpacity = 0.25;
/** Up to so many values each has a dot, so that one sees where was computed and where is interpolated. */
const mostDots = 60;

/**
 * The curve of a sweep.
 *
 * @param size Default: 720 x 460.
 * @throws RangeError if the axis is empty or not monotone, or a list has not one entry per value of the axis.
 */
export function curve(input: CurveInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { x, metric, values, low, high } = input;
  const words = wordsOf(input);
  const picture = { ...defaultSize, ...size };
  const [colour] = lineColours;
  const gaps = values.some((value) => !isValue(value));
  const entries =
    input.key === false
      ? []
      : [
          lineEntry(gaps ? filled(words.withGap, { metric: metricTitle(metric) }) : metricTitle(metric), colour),
          areaEntry(words.interval, colour, bandOpacity),
        ];
  const around = frame({ ...input, subtitle: input.subtitle ?? metricName(metric) }, entries, picture);

  const height = around.bottom - xAxisHeight - around.top;
  const yEnds = widened(scaleOf(metric, [...values, ...low, ...high]));
  const yTicks = niceTicks(...yEnds, { length: height });
  const left = margin + yAxisWidth(yTicks);
  const width = picture.width - left - margin - 12;
  const xEnds = widened(x.values.length === 1 ? [x.values[0]! - 0.5, x.values[0]! + 0.5] : ends(x.values));
  const xTicks = axisTicks(xEnds, width, true);

  const at = x.values.map((value) => value / xTicks.unit);
  const scaled = (list: readonly MaybeValue[]) => list.map((value) => (isValue(value) ? value / yTicks.unit : null));
  const [min, max] = xEnds.map((end) => end / xTicks.unit) as [number, number];
  const [yMin, yMax] = yEnds.map((end) => end / yTicks.unit) as [number, number];
  const y = { name: metricTitle(metric) };
  return {
    ...picture,
    title: printable(input.title),
    summary: filled(words.curveSummary, {
      ...{ metric: metricName(metric), x: rangeInWords(x, words), extent: extentInWords(values, words) },
    }),
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, width, height)],
      xAxis: [xAxis({ ticks: xTicks, min, max, length: width, name: x, lines: true })],
      yAxis: [yAxis({ ticks: yTicks, min: yMin, max: yMax, length: height, name: y, lines: true })],
      series: [
        band({ x: at, low: scaled(low), high: scaled(high), colour, opacity: bandOpacity }),
        line({ x: at, y: scaled(values), name: metricTitle(metric), colour, dots: values.length <= mostDots }),
        around.series,
      ],
    },
  };
}

function check({ x, values, low, high }: CurveInput): void {
  checkAxis('x', x);
  for (const [name, list] of Object.entries({ values, low, high })) {
    if (list.length !== x.values.length) {
      throw new RangeError(
        `${name} has ${list.length} entries, but axis x ("${x.name}") has ${x.values.length} values.`,
      );
    }
  }
}
