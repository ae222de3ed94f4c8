/**
 * When paths first come near a profile: the density of the entry times, one panel per profile, with the part that never
 * entered, which a mean over the others would hide.
 * Owns the chart's layout.
 */
import { brief, written } from '../axis/ticks.js';
import { ink, lineColours, softInk } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame } from '../layout/frame.js';
import { layer, overlay } from '../layout/layer.js';
import { panelRows, panels } from '../layout/panels.js';
import { label, path, polygon, polyline } from '../layout/shapes.js';
import { areaEntry, lineEntry } from '../layout/swatches.js';
import { isValue, type MaybeValue } from '../metric.js';
import { printable } from '../text/printable.js';

/** The entry times into the neighbourhood of one profile. */
export interface PassageProfile {
  /** One strategy per player. */
  profile: readonly string[];
  /** Paths that entered in each bin; entry k lies between `edges[k]` and `edges[k + 1]`. */
  counts: readonly number[];
  /** Median of the time over the paths that entered. Default: no line. */
  median?: MaybeValue;
}

export interface PassageTimesInput extends Heading {
  /** Edges of the bins, strictly increasing, from 0 to the horizon. */
  edges: readonly number[];
  /** All paths, those that never entered included. */
  paths: number;
  profiles: readonly PassageProfile[];
}

/** The words above the bars need this part of a panel's height. */
const headroom = 0.25;
const wordSize = 12;

/**
 * The panels of first-passage times. The area of a histogram is the part of the paths that entered.
 *
 * @param size Default: 940 wide (560 for one profile), and 420 high for one row of panels, 260 more per further row.
 * @throws RangeError if there is no profile, edges do not increase, counts do not fit the edges, or more paths entered
 *   than there are.
 */
export function passageTimes(input: PassageTimesInput, size: Partial<Size> = {}): ChartDescription {
  check(input);
  const { edges, paths, profiles } = input;
  const width = size.width ?? (profiles.length === 1 ? 560 : 940);
  const picture = { width, height: 160 + 260 * panelRows(profiles.length, width), ...size };
  const [fill] = lineColours;
  const medians = profiles.some(({ median }) => isValue(median));
  const entries = [
    areaEntry('density; its area is the part that entered', fill, 0.4),
    ...(medians ? [lineEntry('median of the paths that entered', ink, { lineDash: [4, 3], lineWidth: 1.6 })] : []),
  ];
  const subtitle = input.subtitle ?? 'Time of the first entry into the neighbourhood of a profile';
  const around = frame({ ...input, subtitle }, entries, picture);
  const densities = profiles.map(({ counts }) => counts.map((count, k) => count / paths / (edges[k + 1]! - edges[k]!)));
  const highest = Math.max(...densities.flat()) || 1 / (edges.at(-1)! - edges[0]!);
  const { option, boxes, headings, unit } = panels({
    titles: profiles.map(({ profile }) => `(${profile.join(', ')})`),
    x: { name: { name: 'Time of first entry' }, ends: [edges[0]!, edges.at(-1)!] },
    y: { name: { name: 'Density' }, ends: [0, highest / (1 - headroom)] },
    ...{ top: around.top, bottom: around.bottom, width },
  });
  const x = edges.map((edge) => edge / unit.x);
  const histograms = profiles.map(({ median }, grid) =>
    layer(
      (toPixel) => {
        const outline = densities[grid]!.flatMap((density, k) => [
          toPixel(x[k]!, density / unit.y),
          toPixel(x[k + 1]!, density / unit.y),
        ]);
        const area = [toPixel(x[0]!, 0), ...outline, toPixel(x.at(-1)!, 0)];
        const middle = isValue(median) ? median / unit.x : undefined;
        const line = middle === undefined ? '' : polyline([toPixel(middle, 0), toPixel(middle, highest / unit.y)]);
        return [
          path(polygon(area), { fill, opacity: 0.4 }),
          path(polyline(outline), { stroke: fill, lineWidth: 1.4 }),
          ...(line === '' ? [] : [path(line, { stroke: ink, lineWidth: 1.6, lineDash: [4, 3] })]),
        ];
      },
      { grid },
    ),
  );
  const words = profiles.map((one, k) => {
    const { left, top, width: across } = boxes[k]!;
    return label(`never entered: ${part(never(one, paths))}`, [left + across - 8, top + 16], {
      ...{ size: wordSize, fill: softInk, align: 'right', bold: true },
    });
  });
  return {
    ...picture,
    title: printable(input.title),
    summary: summary(input),
    option: { ...around.option, ...option, series: [...histograms, overlay([...headings, ...words]), around.series] },
  };
}

function never({ counts }: PassageProfile, paths: number): number {
  return (paths - counts.reduce((sum, count) => sum + count, 0)) / paths;
}

function part(fraction: number): string {
  return `${written(100 * fraction, 1)}%`;
}

function summary({ paths, profiles, edges }: PassageTimesInput): string {
  const parts = profiles.map((one) => {
    const median = isValue(one.median) ? `, median time ${brief(one.median)}` : '';
    return `(${printable(one.profile.join(', '))}): never entered ${part(never(one, paths))}${median}`;
  });
  return `First-passage times up to ${brief(edges.at(-1)!)}. ${parts.join('; ')}.`;
}

function check({ edges, paths, profiles }: PassageTimesInput): void {
  if (profiles.length === 0) throw new RangeError('passageTimes needs at least one profile.');
  const odd = edges.findIndex((edge, k) => !Number.isFinite(edge) || (k > 0 && edge <= edges[k - 1]!));
  if (edges.length < 2 || odd >= 0) {
    throw new RangeError(`edges must be at least two increasing times, but are ${edges.join(', ') || 'none'}.`);
  }
  for (const { profile, counts } of profiles) {
    const of = `counts of (${profile.join(', ')})`;
    if (counts.length !== edges.length - 1) {
      throw new RangeError(`${of}: ${counts.length} bins, but there are ${edges.length} edges.`);
    }
    const bad = counts.findIndex((count) => !(count >= 0));
    if (bad >= 0) throw new RangeError(`${of}: bin ${bad} is ${counts[bad]}, which is no number of paths.`);
    const entered = counts.reduce((sum, count) => sum + count, 0);
    if (!(entered <= paths)) throw new RangeError(`${of}: ${entered} paths entered, but there are ${paths}.`);
  }
}
