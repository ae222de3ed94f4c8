/**
 * A tornado chart: what the output becomes where one factor is set to its low or to its high value, the widest swing at
 * the top, one colour per group.
 * Owns the chart's layout and the order.
 */

import { brief } from '../axis/ticks.js';
import { ink, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Metric, Size } from '../description.js';
import { bar } from '../layout/bar.js';
import { layer, overlay, type ToPixel } from '../layout/layer.js';
import { rowName, rowsLayout } from '../layout/rows.js';
import { label, path, polyline, type Shape } from '../layout/shapes.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import { metricName, metricTitle } from '../metric.js';
import { printable } from '../text/printable.js';
import { type ChartWords, filled, wordsOf } from '../text/words.js';
import { checkFactors, type Factor, groupColours } from './groups.js';

/** One end of a factor's range. */
export interface TornadoEnd {
  /** The factor's value there; written at the end of the bar. */
  value: number;
  /** The output there. */
  output: number;
  /** Its 95% interval. Default: no whisker. */
  interval?: readonly [low: number, high: number];
}

/** A factor with the output at both ends of its range, the others at their defaults. */
export interface TornadoFactor extends Factor {
  low: TornadoEnd;
  high: TornadoEnd;
}

export interface TornadoInput extends Heading {
  metric: Metric;
  /** The output where all factors have their defaults. */
  base: number;
  /** In any order; drawn with the widest swing at the top. Groups have their colours in the order given here. */
  factors: readonly TornadoFactor[];
}

const thickness = 16;
const opacities = { low: 0.45, high: 0.95 };
/** Room for the values at the ends of the bars, as a part of the swing; more where bars have fewer pixels. */
const roomIn = (width: number) => (width < 600 ? 0.14 : 0.1);
const valueSize = 11;
const valueGap = 5;

/**
 * The tornado of a one-at-a-time analysis. Where both ends lie on one side of the base, the low one is the upper half.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no factor, a name occurs twice, a number is not finite, or there are more than seven groups.
 */
export function tornado(input: TornadoInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { metric, base } = input;
  const chartWords = wordsOf(input);
  const factors = input.factors.toSorted((a, b) => swing(b, base) - swing(a, base));
  const { colourOf, groups } = groupColours(input.factors);
  const outputs = factors
    .flatMap(({ low, high }) => [low, high])
    .flatMap((end) => [end.output, ...(end.interval ?? [])]);
  const [from, to] = [Math.min(base, ...outputs), Math.max(base, ...outputs)];
  const around = roomIn(size.width ?? 760) * (to - from) || Math.abs(base) / 10 || 1;
  const {
    picture,
    around: outside,
    option,
    barAt,
    words,
    unit,
  } = rowsLayout({
    heading: { ...input, subtitle: input.subtitle ?? metricName(metric) },
    entries: [
      ...groups.map(([name, colour]) => areaEntry(name, colour, opacities.high)),
      areaEntry(chartWords.atLow, softInk, opacities.low),
      areaEntry(chartWords.atHigh, softInk, opacities.high),
      lineEntry(filled(chartWords.defaults, { value: brief(base) }), ink, { lineWidth: 1.4 }),
    ],
    rows: factors.map((factor) => ({ ...rowName(factor), figures: [''] })),
    ...{ barStep: 20, rowGap: 4, size },
    x: { name: { name: metricTitle(metric) }, ends: [from - around, to + around] },
  });
  const bars = layer((toPixel) =>
    factors.flatMap((factor, k) => drawn(factor, { base, unit, at: barAt(k, 0), fill: colourOf(factor) }, toPixel)),
  );
  const baseLine = layer(
    (toPixel) => [path(polyline([toPixel(base / unit, 0), toPixel(base / unit, 1)]), { stroke: ink, lineWidth: 1.4 })],
    { z: 3 },
  );
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input, factors, chartWords),
    option: { ...outside.option, ...option, series: [bars, baseLine, overlay(words), outside.series] },
  };
}

function swing({ low, high }: TornadoFactor, base: number): number {
  return Math.max(low.output, high.output, base) - Math.min(low.output, high.output, base);
}

interface RowStyle {
  base: number;
  unit: number;
  at: number;
  fill: string;
}

function drawn({ low, high }: TornadoFactor, { base, unit, at, fill }: RowStyle, toPixel: ToPixel): Shape[] {
  const split = (low.output - base) * (high.output - base) > 0;
  const height = split ? thickness / 2 : thickness;
  const halfRow = split ? barOffset(toPixel, height / 2) : 0;
  return (['low', 'high'] as const).flatMap((which) => {
    const { value, output, interval } = which === 'low' ? low : high;
    const middle = which === 'low' ? at - halfRow : at + halfRow;
    const scaled = interval?.map((end) => end / unit) as [number, number] | undefined;
    const paint = { fill, opacity: opacities[which] };
    const [from, to] = [base / unit, output / unit];
    const left = output < base || (output === base && which === 'low');
    const tip = left ? Math.min(to, ...(scaled ?? [])) : Math.max(to, ...(scaled ?? []));
    const [x, y] = toPixel(tip, middle);
    const place = [x + (left ? -valueGap : valueGap), y] as const;
    return [
      ...bar(toPixel, { from, to, at: middle, thickness: height, paint, interval: scaled }),
      label(brief(value), place, { size: valueSize, fill: softInk, align: left ? 'right' : 'left' }),
    ];
  });
}

/** So many pixels as a vertical coordinate. */
function barOffset(toPixel: ToPixel, pixels: number): number {
  return pixels / (toPixel(0, 1)[1] - toPixel(0, 0)[1]);
}

function summary({ metric, base }: TornadoInput, factors: readonly TornadoFactor[], words: ChartWords): string {
  const swings = factors.map(({ name, low, high }) => {
    const end = ({ value, output }: TornadoEnd) =>
      filled(words.tornadoEnd, { output: brief(output), value: brief(value) });
    return `${printable(name)} ${end(low)}, ${end(high)}`;
  });
  return filled(words.tornadoSummary, { metric: metricName(metric), base: brief(base), list: swings.join('; ') });
}

function check({ base, factors }: TornadoInput): void {
  if (!Number.isFinite(base)) throw new RangeError(`tornado: base is ${base}; it must be a finite number.`);
  checkFactors('tornado', factors, ({ low, high }) => ({
    ...{ 'low value': low.value, 'low output': low.output, 'high value': high.value, 'high output': high.output },
    ...Object.fromEntries(
      [...(low.interval ?? []), ...(high.interval ?? [])].map((end, k) => [`interval end ${k}`, end]),
    ),
  }));
}
