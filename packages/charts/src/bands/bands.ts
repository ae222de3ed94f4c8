/**
 * The evolution of an ensemble over time: for each share its mean and the bands that hold half and four fifths of the
 * paths, one panel per player.
 * Owns the chart's layout.
 */

import { brief } from '../axis/ticks.js';
import { checkTimes, shareEnds } from '../axis/time.js';
import { ink, lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame } from '../layout/frame.js';
import { overlay } from '../layout/layer.js';
import { panelRows, panels } from '../layout/panels.js';
import { band, line } from '../layout/series.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import type { MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';
import { type ChartWords, filled, wordsOf } from '../text/words.js';

/** One share over time; each list has one entry per time. */
export interface ShareBands {
  /** Such as `A.share`. */
  name: string;
  /** The player whose panel this is, such as `A`. */
  player: string;
  /** The player in words. Default: the player's name. */
  playerTitle?: string;
  mean: readonly MaybeValue[];
  /** Quantiles over the paths. */
  q10: readonly MaybeValue[];
  q25: readonly MaybeValue[];
  q75: readonly MaybeValue[];
  q90: readonly MaybeValue[];
  /** The share without noise. Default: no line for it. */
  still?: readonly MaybeValue[];
  /** The share on some single paths. Default: none. */
  paths?: readonly (readonly MaybeValue[])[];
}

export interface BandsInput extends Heading {
  /** Strictly increasing. */
  times: readonly number[];
  shares: readonly ShareBands[];
}

const wide = 0.18;
const narrow = 0.34;
const stillDash = [6, 4];
const stillWidth = 1.6;
const pathWidth = 0.9;

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
  const words = wordsOf(input);
  const players = [...new Set(shares.map(({ player }) => player))];
  const width = size.width ?? 940;
  const picture = { width, height: 160 + 260 * panelRows(players.length, width), ...size };
  const coloured = shares.map((share, k) => ({ ...share, colour: lineColours[k % lineColours.length]! }));
  const entries = [
    ...coloured.map(({ name, colour }) => lineEntry(filled(words.meanOf, { share: printable(name) }), colour)),
    ...(shares.some(({ still }) => still !== undefined)
      ? [lineEntry(words.withoutNoise, ink, { lineDash: stillDash, lineWidth: stillWidth })]
      : []),
    ...(shares.some(({ paths }) => paths !== undefined && paths.length > 0)
      ? [lineEntry(words.singlePaths, softInk, { lineWidth: pathWidth })]
      : []),
    areaEntry(words.halfOfPaths, softInk, narrow),
    areaEntry(words.mostPaths, softInk, wide),
  ];
  const subtitle = input.subtitle ?? 'Mean and spread over the paths';
  const around = frame({ ...input, subtitle }, entries, picture);

  const titles = players.map((player) => {
    const titled = shares.find((share) => share.player === player && share.playerTitle !== undefined);
    return titled?.playerTitle ?? player;
  });
  const { option, headings, unit } = panels({
    titles,
    x: { name: { name: words.time }, ends: [times[0]!, times.at(-1)!] },
    y: { name: { name: words.share }, ends: shareEnds },
    ...{ top: around.top, bottom: around.bottom, width },
  });
  const at = times.map((time) => time / unit.x);
  const series = players.flatMap((player, grid) =>
    coloured
      .filter((share) => share.player === player)
      .flatMap(({ name, mean, q10, q25, q75, q90, still, paths = [], colour }) => [
        band({ x: at, low: q10, high: q90, colour, opacity: wide, grid }),
        band({ x: at, low: q25, high: q75, colour, opacity: narrow, grid }),
        ...paths.map((y, k) => line({ x: at, y, name: `${name} ${k}`, colour, width: pathWidth, grid })),
        line({ x: at, y: mean, name, colour, grid }),
        ...(still === undefined
          ? []
          : [line({ x: at, y: still, name: `${name} still`, colour: ink, dash: stillDash, width: stillWidth, grid })]),
      ]),
  );
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input, words),
    option: { ...around.option, ...option, series: [...series, overlay(headings), around.series] },
  };
}

function summary({ times, shares }: BandsInput, words: ChartWords): string {
  const ends = shares.map(({ name, mean }) => {
    const [from, to] = [mean[0], mean.at(-1)].map((value) => (value == null ? words.noValue : brief(value)));
    return filled(words.bandsEnd, { share: printable(name), from: from!, to: to! });
  });
  const [from, to] = [brief(times[0]!), brief(times.at(-1)!)];
  return filled(words.bandsSummary, { from, to, ends: ends.join('; ') });
}

function check({ times, shares }: BandsInput): void {
  if (shares.length === 0) throw new RangeError('bands needs at least one share.');
  checkTimes(times);
  for (const { name, mean, q10, q25, q75, q90, still = mean, paths = [] } of shares) {
    const single = Object.fromEntries(paths.map((path, k) => [`path ${k}`, path]));
    for (const [which, list] of Object.entries({ mean, q10, q25, q75, q90, still, ...single })) {
      if (list.length === times.length) continue;
      throw new RangeError(`${which} of "${name}" has ${list.length} entries, but there are ${times.length} times.`);
    }
  }
}
