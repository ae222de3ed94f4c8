/**
 * The evolution of an ensemble over time: for each share its mean and the bands that hold half and four fifths of the
 * paths, one panel per player.
 * Owns the chart's layout.
 */
import { nameSize, plotBox, xAxis, xAxisHeight, yAxis, yAxisWidth } from '../axis/axis.js';
import { axisTicks, checkAxis } from '../axis/grid.js';
import { brief, niceTicks } from '../axis/ticks.js';
import { ink, lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { band, line } from '../layout/series.js';
import { label } from '../layout/shapes.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import type { MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';
import { wrap } from '../text/wrap.js';

/** One share over time; each list has one entry per time. */
export interface ShareBands {
  /** Such as `A.share`. */
  name: string;
  /** The player whose panel this is, such as `A`. */
  player: string;
  /** The player in words. Default: the player's name. */
  playerTitle?: string;
  mean: MaybeValue[];
  /** Quantiles over the paths. */
  q10: MaybeValue[];
  q25: MaybeValue[];
  q75: MaybeValue[];
  q90: MaybeValue[];
}

export interface BandsInput extends Heading {
  /** Strictly increasing. */
  times: number[];
  shares: ShareBands[];
}

const mostColumns = 3;
const panelHeader = 24;
const panelGap = 22;
const wide = { opacity: 0.18, label: '10% to 90% of the paths' };
const narrow = { opacity: 0.34, label: '25% to 75% of the paths' };
/** A little room, so that a line on 0 or 1 is seen whole. */
const yEnds: [number, number] = [-0.02, 1.02];

/**
 * The panels of an ensemble.
 *
 * @param size Default: 940 wide, and 420 high for one row of up to three players, 260 more per further row.
 * @throws RangeError if there is no share, times do not increase, or a list has not one entry per time.
 */
export function bands(input: BandsInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { times, shares } = input;
  const players = [...new Set(shares.map(({ player }) => player))];
  const columns = Math.min(mostColumns, players.length);
  const rows = Math.ceil(players.length / columns);
  const picture = { width: 940, height: 160 + 260 * rows, ...size };
  const coloured = shares.map((share, k) => ({ ...share, colour: lineColours[k % lineColours.length]! }));
  const entries = [
    ...coloured.map(({ name, colour }) => lineEntry(`mean of ${printable(name)}`, colour)),
    areaEntry(narrow.label, softInk, narrow.opacity),
    areaEntry(wide.label, softInk, wide.opacity),
  ];
  const subtitle = input.subtitle ?? 'Mean and spread over the paths';
  const around = frame({ ...input, subtitle }, entries, picture);

  const height = Math.floor((around.bottom - around.top) / rows) - xAxisHeight - panelHeader;
  const yTicks = niceTicks(...yEnds, { length: height });
  const axisRoom = yAxisWidth(yTicks, false);
  const firstLeft = margin + yAxisWidth(yTicks) - axisRoom;
  const each = Math.floor((picture.width - firstLeft - margin - 8 - (columns - 1) * panelGap) / columns);
  const width = each - axisRoom;
  const xTicks = axisTicks([times[0]!, times.at(-1)!], width, true);
  const at = times.map((time) => time / xTicks.unit);

  const panels = players.map((player, k) => {
    const left = firstLeft + (k % columns) * (each + panelGap) + axisRoom;
    const top = around.top + Math.floor(k / columns) * (height + xAxisHeight + panelHeader) + panelHeader;
    const own = coloured.filter((share) => share.player === player);
    const title = printable(own.find(({ playerTitle }) => playerTitle !== undefined)?.playerTitle ?? player);
    const [words = ''] = wrap(title, { width, size: nameSize, bold: true });
    const first = k % columns === 0;
    const common = { gridIndex: k, lines: true };
    return {
      heading: label(words, [left, top - panelHeader / 2], { size: nameSize, fill: ink, bold: true }),
      grid: plotBox(left, top, width, height),
      x: xAxis({ ...common, ticks: xTicks, min: at[0]!, max: at.at(-1)!, length: width, name: { name: 'Time' } }),
      y: yAxis({
        ...common,
        ...{ ticks: yTicks, min: yEnds[0], max: yEnds[1], length: height },
        ...(first ? { name: { name: 'Share' } } : {}),
      }),
      series: own.flatMap(({ name, mean, q10, q25, q75, q90, colour }) => [
        band({ x: at, low: q10, high: q90, colour, opacity: wide.opacity, grid: k }),
        band({ x: at, low: q25, high: q75, colour, opacity: narrow.opacity, grid: k }),
        line({ x: at, y: mean, name, colour, grid: k }),
      ]),
    };
  });
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: {
      ...around.option,
      grid: panels.map(({ grid }) => grid),
      xAxis: panels.map(({ x }) => x),
      yAxis: panels.map(({ y }) => y),
      series: [...panels.flatMap(({ series }) => series), overlay(panels.map(({ heading }) => heading)), around.series],
    },
  };
}

function summary({ times, shares }: BandsInput): string {
  const ends = shares.map(({ name, mean }) => {
    const [from, to] = [mean[0], mean.at(-1)].map((value) => (value == null ? 'no value' : brief(value)));
    return `${printable(name)} from ${from} to ${to}`;
  });
  return `Shares over time from ${brief(times[0]!)} to ${brief(times.at(-1)!)}. Means: ${ends.join('; ')}.`;
}

function check({ times, shares }: BandsInput): void {
  if (shares.length === 0) throw new RangeError('bands needs at least one share.');
  if (times.length < 2) throw new RangeError(`bands needs at least two times, but there are ${times.length}.`);
  checkAxis('time', { name: 'times', values: times });
  if (times[1]! < times[0]!) throw new RangeError('times must increase.');
  for (const { name, mean, q10, q25, q75, q90 } of shares) {
    for (const [which, list] of Object.entries({ mean, q10, q25, q75, q90 })) {
      if (list.length === times.length) continue;
      throw new RangeError(`${which} of "${name}" has ${list.length} entries, but there are ${times.length} times.`);
    }
  }
}
