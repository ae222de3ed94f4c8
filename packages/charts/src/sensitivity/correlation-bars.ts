/**
 * Correlations of an output with each factor, such as partial rank correlations: bars to both sides of zero with their
 * intervals, one colour per group, faint where the p value does not tell a correlation from none.
 * Owns the chart's layout and the order.
 */

import { written } from '../axis/ticks.js';
import { ink, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { bar } from '../layout/bar.js';
import { layer, overlay } from '../layout/layer.js';
import { rowName, rowsLayout } from '../layout/rows.js';
import { path, polyline } from '../layout/shapes.js';
import { areaEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';
import { filled, wordsOf } from '../text/words.js';
import { checkFactors, type Factor, groupColours } from './groups.js';

/** The correlation of one factor, from -1 to 1. */
export interface CorrelationFactor extends Factor {
  correlation: number;
  /** Its 95% interval. */
  interval: readonly [low: number, high: number];
  /** The p value of no correlation. */
  p: number;
}

export interface CorrelationBarsInput extends Heading {
  /** In any order; drawn with the strongest at the top. Groups have their colours in the order given here. */
  factors: readonly CorrelationFactor[];
}

/** From this p value on a bar is faint. */
const unclear = 0.05;
const thickness = 14;
const opacities = { clear: 0.95, unclear: 0.35 };

/**
 * The bars of correlations, on an axis from -1 to 1.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no factor, a name occurs twice, a number is not finite, or there are more than seven groups.
 */
export function correlationBars(input: CorrelationBarsInput, size: Partial<Size> = {}): ChartDescription {
  checkFactors('correlationBars', input.factors, ({ correlation, interval: [low, high], p }) => ({
    ...{ correlation, 'interval end 0': low, 'interval end 1': high, p },
  }));
  const factors = input.factors.toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  const { colourOf, groups } = groupColours(input.factors);
  const chartWords = wordsOf(input);
  const subtitle = input.subtitle ?? 'Partial rank correlations with 95% confidence intervals';
  const { picture, around, option, barAt, words, unit } = rowsLayout({
    heading: { ...input, subtitle },
    entries: [
      ...groups.map(([name, colour]) => areaEntry(name, colour, opacities.clear)),
      ...(factors.some(({ p }) => p >= unclear)
        ? [areaEntry(filled(chartWords.unclear, { p: unclear }), softInk, opacities.unclear)]
        : []),
    ],
    rows: factors.map((factor) => ({ ...rowName(factor), figures: [figures(factor)] })),
    ...{ barStep: 20, rowGap: 4, size },
    x: { name: { name: chartWords.correlation }, ends: [-1, 1] },
  });
  const bars = layer((toPixel) =>
    factors.flatMap((factor, row) => {
      const { correlation, interval, p } = factor;
      const paint = { fill: colourOf(factor), opacity: p < unclear ? opacities.clear : opacities.unclear };
      const [low, high] = [interval[0] / unit, interval[1] / unit];
      return bar(toPixel, {
        ...{ from: 0, to: correlation / unit, at: barAt(row, 0), thickness, paint },
        interval: [low, high],
      });
    }),
  );
  const zero = layer((toPixel) => [path(polyline([toPixel(0, 0), toPixel(0, 1)]), { stroke: ink, lineWidth: 1 })]);
  return {
    ...picture,
    title: printable(input.title),
    summary: filled(chartWords.correlationSummary, {
      list: factors.map((factor) => `${printable(factor.name)} ${figures(factor)}`).join('; '),
    }),
    option: { ...around.option, ...option, series: [zero, bars, overlay(words), around.series] },
  };
}

function figures({ correlation, interval }: CorrelationFactor): string {
  return `${written(correlation, 2)} (${interval.map((end) => written(end, 2)).join(' to ')})`;
}
