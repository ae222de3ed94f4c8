/**
 * The plot of Morris' screening: how strong a factor is (mu*) against how much its effect depends on the rest (sigma).
 * Owns the chart's layout.
 * Sources: M. D. Morris (1991) for the effects and sigma; F. Campolongo, J. Cariboni and A. Saltelli (2007) for mu*.
 */
import { labelSize, plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { brief, niceTicks } from '../axis/ticks.js';
import { frameInk, ink, paper } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { layer, overlay } from '../layout/layer.js';
import { circle, whisker } from '../layout/marks.js';
import { placeLabels, whiskerBox } from '../layout/place-labels.js';
import { label, type Pixel, path, polyline } from '../layout/shapes.js';
import { lineEntry, markEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';
import { checkFactors, type Factor, groupColours } from './groups.js';

/** The screening of one factor. */
export interface MorrisFactor extends Factor {
  /** Mean of the absolute elementary effects, mu*. */
  muStar: number;
  /** Standard deviation of the elementary effects. */
  sigma: number;
  /** The 95% interval of mu*. Default: no whisker. */
  interval?: readonly [low: number, high: number];
}

export interface MorrisPlotInput extends Heading {
  /** What was screened, said in the subtitle. */
  metric: { name: string; title?: string };
  factors: readonly MorrisFactor[];
}

/** Below the lowest line an effect is nearly linear, above the highest it changes its sign or depends on the others. */
const slopes = [
  { slope: 1, words: 'σ = μ*', lineDash: undefined },
  { slope: 0.5, words: 'σ = 0.5 μ*', lineDash: [7, 4] },
  { slope: 0.1, words: 'σ = 0.1 μ*', lineDash: [2, 3] },
];
const radius = 4.5;
const cap = 3;

/**
 * The plot of a screening. Every factor has a point; where names would meet, the weaker factors go without, and the key says
 * how many.
 *
 * @param size Default: 640 x 560; 500 high in a narrower picture than 480.
 * @throws RangeError if there is no factor, a name occurs twice, a number is not finite or is negative, or there are more
 *   than seven groups.
 */
export function morrisPlot(input: MorrisPlotInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { metric, factors } = input;
  const width = size.width ?? 640;
  const picture = { width, height: width < 480 ? 500 : 560, ...size };
  const { colourOf, groups } = groupColours(factors);
  const subtitle = input.subtitle ?? `Elementary effects: ${printable(metric.title ?? metric.name)}`;
  const entriesWith = (nameless: number) => [
    ...groups.map(([name, fill]) => markEntry(name, (at) => [path(circle(at, radius), { fill })])),
    ...slopes.map(({ words, lineDash }) =>
      lineEntry(words, frameInk, { lineWidth: 1.2, ...(lineDash && { lineDash }) }),
    ),
    ...(nameless === 0
      ? []
      : [{ label: nameless === 1 ? '1 factor without a name' : `${nameless} factors without names` }]),
  ];
  // The key's height with its longest entry, so that the plot does not depend on how many names find a place.
  const around = frame({ ...input, subtitle }, entriesWith(factors.length), picture);

  const height = around.bottom - xAxisHeight - around.top;
  const yMost = 1.08 * Math.max(...factors.map(({ sigma }) => sigma)) || 1;
  const xMost = 1.08 * Math.max(...factors.flatMap(({ muStar, interval = [] }) => [muStar, ...interval])) || 1;
  const yTicks = niceTicks(0, yMost, { length: height });
  const left = margin + yAxisWidth(yTicks);
  const plotWidth = width - left - margin - 8;
  const xTicks = niceTicks(0, xMost, { length: plotWidth, horizontal: true });
  const pixel = (x: number, y: number): Pixel => [
    left + (x / xMost) * plotWidth,
    around.top + (1 - y / yMost) * height,
  ];
  const strongest = factors.toSorted((a, b) => b.muStar - a.muStar);
  const names = placeLabels(
    strongest.map(({ name, muStar, sigma }) => ({ text: printable(name), at: pixel(muStar, sigma) })),
    { left, top: around.top, width: plotWidth, height },
    labelSize,
    factors.flatMap(({ sigma, interval }) =>
      interval === undefined ? [] : [whiskerBox(pixel(interval[0], sigma), pixel(interval[1], sigma), cap)],
    ),
  );
  const { series: foot } = frame({ ...input, subtitle }, entriesWith(factors.length - names.length), picture);
  const lines = layer(() =>
    slopes.map(({ slope, lineDash }) => {
      const reach = Math.min(xMost, yMost / slope);
      return path(polyline([pixel(0, 0), pixel(reach, slope * reach)]), {
        ...{ stroke: frameInk, lineWidth: 1.2, ...(lineDash && { lineDash }) },
      });
    }),
  );
  const points = layer(
    () =>
      strongest.toReversed().flatMap((factor) => {
        const { muStar, sigma, interval } = factor;
        const at = pixel(muStar, sigma);
        const ends = interval?.map((end) => pixel(end, sigma));
        return [
          ...(ends === undefined
            ? []
            : [path(whisker(ends[0]!, ends[1]!, cap), { stroke: colourOf(factor), lineWidth: 1.2 })]),
          path(circle(at, radius), { fill: colourOf(factor), stroke: paper, lineWidth: 0.8 }),
        ];
      }),
    { z: 3 },
  );
  const words = names.map(({ text, place }) => label(text, place, { size: labelSize, fill: ink, outline: paper }));
  const xName = { name: 'μ*', title: 'Mean absolute effect' };
  const yName = { name: 'σ', title: 'Standard deviation' };
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input, strongest),
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, plotWidth, height)],
      xAxis: [xAxis({ ticks: xTicks, min: 0, max: xMost / xTicks.unit, length: plotWidth, name: xName, lines: true })],
      yAxis: [yAxis({ ticks: yTicks, min: 0, max: yMost / yTicks.unit, length: height, name: yName, lines: true })],
      series: [lines, points, overlay(words), foot],
    },
  };
}

function summary({ metric }: MorrisPlotInput, strongest: readonly MorrisFactor[]): string {
  const parts = strongest.map(({ name, muStar, sigma }) => `${printable(name)} ${brief(muStar)} and ${brief(sigma)}`);
  return `Morris screening of ${printable(metric.name)}, mu* and sigma from the strongest factor: ${parts.join('; ')}.`;
}

function check({ factors }: MorrisPlotInput): void {
  checkFactors('morrisPlot', factors, ({ muStar, sigma, interval = [] }) => ({
    ...{ muStar, sigma },
    ...Object.fromEntries(interval.map((end, k) => [`interval end ${k}`, end])),
  }));
  for (const { name, muStar, sigma } of factors) {
    if (muStar >= 0 && sigma >= 0) continue;
    throw new RangeError(`morrisPlot: factor "${name}" has mu* ${muStar} and sigma ${sigma}; neither can be negative.`);
  }
}
