/**
 * Sobol indices of factors or of groups of factors: first order and total, with their intervals.
 * Owns the chart's layout; the order is the caller's. The indices: I. M. Sobol (1993), T. Homma and A. Saltelli (1996).
 */

import { written } from '../axis/ticks.js';
import { frameInk, lineColours } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { bar } from '../layout/bar.js';
import { layer, overlay } from '../layout/layer.js';
import { rowName, rowsLayout } from '../layout/rows.js';
import { path, polyline } from '../layout/shapes.js';
import { areaEntry } from '../layout/swatches.js';
import { widened } from '../metric.js';
import { printable } from '../text/printable.js';
import { type ChartWords, filled, wordsOf } from '../text/words.js';
import { checkFactors } from './groups.js';

/** The indices of one factor or group. */
export interface SobolIndex {
  /** Of the factor or the group. */
  name: string;
  /** In words. Default: the name alone. */
  title?: string;
  /** The part of the variance that this factor explains alone. May be a little below 0. */
  first: number;
  /** Ends of its 95% interval; null where its error is not known. */
  firstLow: number | null;
  firstHigh: number | null;
  /** The part that disappears when it is fixed. */
  total: number;
  totalLow: number | null;
  totalHigh: number | null;
}

export interface SobolBarsInput extends Heading {
  /** Drawn from top to bottom as given. */
  indices: readonly SobolIndex[];
}

const thickness = 13;
const kinds = [
  { kind: 'first', label: 'firstOrder', colour: lineColours[0] },
  { kind: 'total', label: 'totalOrder', colour: lineColours[5] },
] as const;

/**
 * The bars of Sobol indices.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no index, a name occurs twice, or a number is not finite.
 */
export function sobolBars(input: SobolBarsInput, size: Partial<Size> = {}): ChartDescription {
  const { indices } = input;
  const chartWords = wordsOf(input);
  checkFactors('sobolBars', indices, numbersOf);
  const values = indices.flatMap((index) => Object.values(numbersOf(index)));
  const known = indices.every((index) => kinds.every(({ kind }) => ends(index, kind) !== undefined));
  const subtitle = input.subtitle ?? `Sobol indices${known ? ' with 95% confidence intervals' : ''}`;
  const { picture, around, option, barAt, words, unit } = rowsLayout({
    heading: { ...input, subtitle },
    entries: kinds.map(({ label, colour }) => areaEntry(chartWords[label], colour, 1)),
    rows: indices.map((index) => ({ ...rowName(index), figures: kinds.map(({ kind }) => figures(index, kind)) })),
    ...{ barStep: 16, rowGap: 12, size },
    x: {
      name: { name: chartWords.partOfVariance },
      ends: widened([Math.min(0, ...values), Math.max(0, ...values) || 1]),
    },
  });
  const bars = layer((toPixel) =>
    indices.flatMap((index, row) =>
      kinds.flatMap(({ kind, colour }, k) => {
        const known = ends(index, kind);
        const interval = known && ([known[0] / unit, known[1] / unit] as const);
        return bar(toPixel, {
          from: 0,
          to: index[kind] / unit,
          at: barAt(row, k),
          thickness,
          paint: { fill: colour },
          interval,
        });
      }),
    ),
  );
  const zero = layer((toPixel) => [path(polyline([toPixel(0, 0), toPixel(0, 1)]), { stroke: frameInk, lineWidth: 1 })]);
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(indices, chartWords),
    option: { ...around.option, ...option, series: [zero, bars, overlay(words), around.series] },
  };
}

/** Only the numbers, whatever else the caller's entries hold. */
function numbersOf({ first, firstLow, firstHigh, total, totalLow, totalHigh }: SobolIndex): Record<string, number> {
  const all = Object.entries({ first, firstLow, firstHigh, total, totalLow, totalHigh });
  return Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== null));
}

function ends(index: SobolIndex, kind: 'first' | 'total'): [number, number] | undefined {
  const [low, high] = kind === 'first' ? [index.firstLow, index.firstHigh] : [index.totalLow, index.totalHigh];
  return low === null || high === null ? undefined : [low, high];
}

function figures(index: SobolIndex, kind: 'first' | 'total'): string {
  const interval = ends(index, kind)?.map((end) => written(end, 2));
  return `${written(index[kind], 2)}${interval === undefined ? '' : ` (${interval.join(' to ')})`}`;
}

function summary(indices: readonly SobolIndex[], words: ChartWords): string {
  const parts = indices.map((index) => {
    const [first, total] = [figures(index, 'first'), figures(index, 'total')];
    return filled(words.sobolEntry, { factor: printable(index.name), first, total });
  });
  return filled(words.sobolSummary, { list: parts.join('; ') });
}
