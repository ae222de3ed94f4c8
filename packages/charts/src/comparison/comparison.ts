/**
 * One factor at a few levels: curves over time, or over a parameter, at its low, middle and high value, each with its
 * interval, in one panel or several.
 * Owns the chart's layout.
 */

import { checkAxis, ends } from '../axis/grid.js';
import { brief } from '../axis/ticks.js';
import { lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Metric, Size, SweepAxis } from '../description.js';
import { frame } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { panelRows, panels } from '../layout/panels.js';
import { band, line } from '../layout/series.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import { isValue, type MaybeValue, metricName, metricTitle, scaleOf, widened } from '../metric.js';
import { printable } from '../text/printable.js';
import { wordsOf } from '../text/words.js';

/** One curve of a panel. `values[i]`, `low[i]` and `high[i]` belong to `x.values[i]`. */
export interface ComparedCurve {
  /** Null (or not finite) where there is no value: the line has a gap. */
  values: readonly MaybeValue[];
  /** Ends of the interval. Default: none. */
  low?: readonly MaybeValue[];
  high?: readonly MaybeValue[];
}

/** One panel: the curves of one quantity. */
export interface ComparedPanel {
  /** Above the panel. */
  title: string;
  /** One per level, in the order of `levels`. */
  curves: readonly ComparedCurve[];
}

export interface ComparisonInput extends Heading {
  /** The horizontal axis: `{ name: 'Time', values: times }`, or a parameter. */
  x: SweepAxis;
  /** What the curves show; one scale for all panels. */
  metric: Metric;
  /** What each level is called, such as `tau = 0.2`. At most seven. */
  levels: readonly string[];
  panels: readonly ComparedPanel[];
  /** What the bands are. Default: `95% confidence interval`. */
  bandWords?: string;
}

const bandOpacity = 0.18;
/** The strokes differ too, so that a print in grey can be read. */
const dashes: readonly (number[] | undefined)[] = [[7, 4], undefined, [2, 3], [9, 3, 2, 3]];

/**
 * The curves of a one-factor comparison.
 *
 * @param size Default: 940 wide (560 for one panel), and 440 high for one row of panels, 260 more per further row.
 * @throws RangeError if the axis is not monotone or has one value, there is no panel or no level, there are more than seven
 *   levels, or a list has not one entry per value of the axis.
 */
export function comparison(input: ComparisonInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { x, metric, levels } = input;
  const width = size.width ?? (input.panels.length === 1 ? 560 : 940);
  const picture = { width, height: 180 + 260 * panelRows(input.panels.length, width), ...size };
  const curves = input.panels.flatMap((panel) => panel.curves);
  const styles = levels.map((_, k) => {
    const dash = levels.length === 1 ? undefined : dashes[k % dashes.length];
    return { colour: lineColours[k]!, ...(dash === undefined ? {} : { dash }) };
  });
  const bandWords = input.bandWords ?? wordsOf(input).interval;
  const entries = [
    ...levels.map((level, k) => {
      const { colour, dash } = styles[k]!;
      return lineEntry(printable(level), colour, dash === undefined ? {} : { lineDash: dash });
    }),
    ...(curves.some(({ low }) => low !== undefined) ? [areaEntry(bandWords, softInk, bandOpacity)] : []),
  ];
  const around = frame({ ...input, subtitle: input.subtitle ?? metricName(metric) }, entries, picture);
  const all = curves.flatMap(({ values, low = [], high = [] }) => [...values, ...low, ...high]);
  const { option, headings, unit } = panels({
    titles: input.panels.map(({ title }) => title),
    x: { name: x, ends: ends(x.values) },
    y: { name: { name: metricTitle(metric) }, ends: widened(scaleOf(metric, all)) },
    ...{ top: around.top, bottom: around.bottom, width },
  });
  const at = x.values.map((value) => value / unit.x);
  const scaled = (list: readonly MaybeValue[]) => list.map((value) => (isValue(value) ? value / unit.y : null));
  const series = input.panels.flatMap((panel, grid) => {
    const own = panel.curves.map((curve, k) => ({ ...curve, ...styles[k]!, name: `${panel.title} ${levels[k]!}` }));
    const bands = own.flatMap(({ low, high, colour }) =>
      low === undefined || high === undefined
        ? []
        : [band({ x: at, low: scaled(low), high: scaled(high), colour, opacity: bandOpacity, grid })],
    );
    return [
      ...bands,
      ...own.map(({ values, low: _, high: __, ...look }) => line({ x: at, y: scaled(values), ...look, grid })),
    ];
  });
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: { ...around.option, ...option, series: [...series, overlay(headings), around.series] },
  };
}

function summary({ x, metric, levels, panels: drawn, words }: ComparisonInput): string {
  const last = drawn.map(({ title, curves }) => {
    const values = curves.map(({ values: own }, k) => {
      const end = own.at(-1);
      return `${printable(levels[k]!)} ${isValue(end) ? brief(end) : wordsOf({ words }).noValue}`;
    });
    return `${printable(title)}: ${values.join(', ')}`;
  });
  const [from, to] = [x.values[0]!, x.values.at(-1)!].map(brief);
  return `${metricName(metric)} over ${printable(x.name)} from ${from} to ${to}. At ${to}: ${last.join('; ')}.`;
}

function check({ x, levels, panels: drawn }: ComparisonInput): void {
  checkAxis('x', x);
  if (x.values.length < 2) throw new RangeError(`axis x ("${x.name}") has one value; a comparison needs at least two.`);
  if (drawn.length === 0) throw new RangeError('comparison needs at least one panel.');
  if (levels.length === 0 || levels.length > lineColours.length) {
    throw new RangeError(`comparison takes 1 to ${lineColours.length} levels, but there are ${levels.length}.`);
  }
  for (const { title, curves } of drawn) {
    if (curves.length !== levels.length) {
      throw new RangeError(`panel "${title}" has ${curves.length} curves, but there are ${levels.length} levels.`);
    }
    curves.forEach(({ values, low, high }, k) => {
      const of = `"${levels[k]!}" in panel "${title}"`;
      if ((low === undefined) !== (high === undefined)) throw new RangeError(`${of} has only one end of its interval.`);
      for (const [which, list] of Object.entries({ values, low, high })) {
        if (list === undefined || list.length === x.values.length) continue;
        throw new RangeError(
          `${which} of ${of} has ${list.length} entries, but axis x ("${x.name}") has ${x.values.length} values.`,
        );
      }
    });
  }
}
