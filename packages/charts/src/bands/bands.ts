/**
 * The evolution of an ensemble over time: for each share its mean and the bands that hold half and four fifths of the
 * paths, one panel per player.
 * Owns the chart's layout.
 */

import { brief } from '../axis/ticks.js';
import { checkTimes, shareEnds } from '../axis/time.js';
import { lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { panelRows, panels } from '../layout/panels.js';
import { band, line } from '../layout/series.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import type { MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';

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

const wide = { opacity: 0.18, label: '10% to 90% of the paths' };
const narrow = { opacity: 0.34, label: '25% to 75% of the paths' };

/**
 * The panels of an ensemble.
 *
 * @param size Default: 940 wide, and 420 high for one row of panels, 260 more per further row; up to three stand in a
 *   row, fewer in a narrow picture.
 * @throws RangeError if there is no share, times do not increase, or a list has not one entry per time.
 */
export function bands(input: BandsInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { times, shares } = input;
  const players = [...new Set(shares.map(({ player }) => player))];
  const width = size.width ?? 940;
  const picture = { width, height: 160 + 260 * panelRows(players.length, width), ...size };
  const coloured = shares.map((share, k) => ({ ...share, colour: lineColours[k % lineColours.length]! }));
  const entries = [
    ...coloured.map(({ name, colour }) => lineEntry(`mean of ${printable(name)}`, colour)),
    areaEntry(narrow.label, softInk, narrow.opacity),
    areaEntry(wide.label, softInk, wide.opacity),
  ];
  const subtitle = input.subtitle ?? 'Mean and spread over the paths';
  const around = frame({ ...input, subtitle }, entries, picture);

  const titles = players.map((player) => {
    const titled = shares.find((share) => share.player === player && share.playerTitle !== undefined);
    return titled?.playerTitle ?? player;
  });
  const { option, headings, unit } = panels({
    titles,
    x: { name: { name: 'Time' }, ends: [times[0]!, times.at(-1)!] },
    y: { name: { name: 'Share' }, ends: shareEnds },
    ...{ top: around.top, bottom: around.bottom, width },
  });
  const at = times.map((time) => time / unit.x);
  const series = players.flatMap((player, grid) =>
    coloured
      .filter((share) => share.player === player)
      .flatMap(({ name, mean, q10, q25, q75, q90, colour }) => [
        band({ x: at, low: q10, high: q90, colour, opacity: wide.opacity, grid }),
        band({ x: at, low: q25, high: q75, colour, opacity: narrow.opacity, grid }),
        line({ x: at, y: mean, name, colour, grid }),
      ]),
  );
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: { ...around.option, ...option, series: [...series, overlay(headings), around.series] },
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
  checkTimes(times);
  for (const { name, mean, q10, q25, q75, q90 } of shares) {
    for (const [which, list] of Object.entries({ mean, q10, q25, q75, q90 })) {
      if (list.length === times.length) continue;
      throw new RangeError(`${which} of "${name}" has ${list.length} entries, but there are ${times.length} times.`);
    }
  }
}
