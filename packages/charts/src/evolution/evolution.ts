/**
 * The evolution over time from several starts: for each share the path without noise as a line and the band that holds
 * most noisy paths, one panel per share, one colour per start.
 * Owns the chart's layout and the choice of colours.
 */

import { brief } from '../axis/ticks.js';
import { checkTimes, shareEnds } from '../axis/time.js';
import { softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { panelRows, panels } from '../layout/panels.js';
import { band, line } from '../layout/series.js';
import { seriesColours } from '../layout/series-colours.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import type { MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';
import { wordsOf } from '../text/words.js';

/** One share from one start; each list has one entry per time. */
export interface EvolvingShare {
  /** The path without noise. */
  line: readonly MaybeValue[];
  /** Ends of the band of the noisy paths, usually their 10% and 90% quantiles. Default: no band. */
  low?: readonly MaybeValue[];
  high?: readonly MaybeValue[];
  /** Mean of the noisy paths, drawn dashed. Default: none. */
  mean?: readonly MaybeValue[];
}

/** One start of the grid. */
export interface EvolutionStart {
  /** Such as `(0.2, 0.2, 0.2)`. */
  name: string;
  /** One entry per panel, in the order of `shares`. */
  shares: readonly EvolvingShare[];
}

export interface EvolutionInput extends Heading {
  /** Strictly increasing. */
  times: readonly number[];
  /** The panels: the name of each share such as `A.share`, and what stands above its panel, default the name. */
  shares: readonly { name: string; title?: string }[];
  /** Up to seven have an entry of the key each; more are coloured in their order, so sort them. */
  starts: readonly EvolutionStart[];
  /** What the bands hold. Default: `10% to 90% of the noisy paths`. */
  bandWords?: string;
}

/** Bands of many starts lie over one another, so they are fainter. */
const opacityOf = (starts: number) => (starts <= 3 ? 0.22 : starts <= 8 ? 0.13 : 0.07);
const lineWidthOf = (starts: number) => (starts <= 8 ? 2.2 : 1.4);
const meanDash = [6, 4];

/**
 * The panels of an evolution from several starts.
 *
 * @param size Default: 940 wide, and 440 high for one row of panels, 260 more per further row; up to three stand in a
 *   row, fewer in a narrow picture.
 * @throws RangeError if there is no share or no start, times do not increase, or a list has not one entry per time.
 */
export function evolution(input: EvolutionInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { times, shares, starts } = input;
  const words = wordsOf(input);
  const width = size.width ?? 940;
  const picture = { width, height: 180 + 260 * panelRows(shares.length, width), ...size };
  const { colours, key } = seriesColours(starts.map(({ name }) => printable(name)));
  const opacity = opacityOf(starts.length);
  const drawn = starts.flatMap((start) => start.shares);
  const bandWords = input.bandWords ?? words.mostNoisy;
  const entries = [
    ...key,
    ...(drawn.some(({ mean }) => mean !== undefined)
      ? [lineEntry(words.meanOfNoisy, softInk, { lineDash: meanDash, lineWidth: 1.6 })]
      : []),
    ...(drawn.some(({ low }) => low !== undefined) ? [areaEntry(bandWords, softInk, 0.22)] : []),
  ];
  const subtitle =
    input.subtitle ?? `Paths without noise from ${starts.length === 1 ? 'one start' : `${starts.length} starts`}`;
  const around = frame({ ...input, subtitle }, entries, picture);
  const { option, headings, unit } = panels({
    titles: shares.map(({ name, title }) => title ?? name),
    x: { name: { name: words.time }, ends: [times[0]!, times.at(-1)!] },
    y: { name: { name: words.share }, ends: shareEnds },
    ...{ top: around.top, bottom: around.bottom, width },
  });
  const x = times.map((time) => time / unit.x);
  const series = shares.flatMap(({ name }, grid) => {
    const own = starts.map((start, k) => ({
      ...start.shares[grid]!,
      colour: colours[k]!,
      name: `${name} ${start.name}`,
    }));
    const bands = own.flatMap(({ low, high, colour }) =>
      low === undefined || high === undefined ? [] : [band({ x, low, high, colour, opacity, grid })],
    );
    const means = own.flatMap(({ mean, colour, name: of }) =>
      mean === undefined ? [] : [line({ x, y: mean, name: `mean ${of}`, colour, dash: meanDash, width: 1.6, grid })],
    );
    return [
      ...bands,
      ...means,
      ...own.map(({ line: y, colour, name: of }) =>
        line({ x, y, name: of, colour, grid, width: lineWidthOf(starts.length) }),
      ),
    ];
  });
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: { ...around.option, ...option, series: [...series, overlay(headings), around.series] },
  };
}

function summary({ times, shares, starts }: EvolutionInput): string {
  const ends = starts.map(({ name, shares: lines }) => {
    const last = lines.map(({ line: y }) => y.at(-1)).map((value) => (value == null ? 'no value' : brief(value)));
    return `${printable(name)} to (${last.join(', ')})`;
  });
  const names = shares.map(({ name }) => printable(name)).join(', ');
  return `${names} without noise over time from ${brief(times[0]!)} to ${brief(times.at(-1)!)}: ${ends.join('; ')}.`;
}

function check({ times, shares, starts }: EvolutionInput): void {
  if (shares.length === 0) throw new RangeError('evolution needs at least one share.');
  if (starts.length === 0) throw new RangeError('evolution needs at least one start.');
  checkTimes(times);
  for (const start of starts) {
    if (start.shares.length !== shares.length) {
      throw new RangeError(
        `start "${start.name}" has lines for ${start.shares.length} shares, but there are ${shares.length} shares.`,
      );
    }
    start.shares.forEach(({ line: own, low, high, mean }, k) => {
      const of = `"${shares[k]!.name}" from start "${start.name}"`;
      if ((low === undefined) !== (high === undefined)) throw new RangeError(`${of} has only one end of its band.`);
      for (const [which, list] of Object.entries({ line: own, low, high, mean })) {
        if (list === undefined || list.length === times.length) continue;
        throw new RangeError(`${which} of ${of} has ${list.length} entries, but there are ${times.length} times.`);
      }
    });
  }
}
