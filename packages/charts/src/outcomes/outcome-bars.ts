/**
 * How an ensemble ended: the probability of each pure profile as a bar with its 95% interval.
 * Owns the chart's layout; the order is the caller's.
 */
import { labelSize, plotBox, xAxis, xAxisHeight } from '../axis/axis.js';
import { niceTicks, written } from '../axis/ticks.js';
import { ink, lineColours, missingFill } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { frame, margin } from '../layout/frame.js';
import { layer, overlay, type ToPixel } from '../layout/layer.js';
import { label, path, polyline, rectangle, type Shape } from '../layout/shapes.js';
import { printable } from '../text/printable.js';
import { textWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';

/** The probability that a path ends near a pure profile, with its 95% interval. */
export interface Outcome {
  /** One strategy per player. */
  profile: string[];
  probability: number;
  low: number;
  high: number;
}

export interface OutcomeBarsInput extends Heading {
  /** Drawn from top to bottom as given. */
  outcomes: Outcome[];
  /** Part of the paths that end near no pure profile. Default: no bar for it. */
  undecided?: number;
}

interface Bar {
  name: string;
  probability: number;
  interval?: [number, number];
}

const rowHeight = 30;
const barHeight = 16;
const widestName = 280;
const nameGap = 10;
const decimals = 3;
const widestFigures = textWidth('0.000 (0.000–0.000)', labelSize);

/**
 * The bars of an ensemble's outcomes.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no outcome, or a number is not a probability.
 */
export function outcomeBars(input: OutcomeBarsInput, size: Partial<Size> = {}): ChartDescription {
  const bars = barsOf(input);
  check(bars);
  const wanted = { width: 760, height: 0, ...size };
  const heading = {
    ...input,
    subtitle: input.subtitle ?? 'Probability of each outcome with its 95% confidence interval',
  };
  const empty = frame(heading, [], wanted);
  const needed = empty.top - empty.bottom + xAxisHeight + rowHeight * bars.length;
  const picture = { ...wanted, height: size.height ?? wanted.height + needed };
  const around = frame(heading, [], picture);

  const height = around.bottom - xAxisHeight - around.top;
  const nameWidth = Math.min(widestName, Math.ceil(Math.max(...bars.map(({ name }) => textWidth(name, labelSize)))));
  const left = margin + nameWidth + nameGap;
  const width = Math.floor(picture.width - left - nameGap - widestFigures - margin);
  const ticks = niceTicks(0, 1, { length: width, horizontal: true });
  const rowAt = (k: number) => around.top + ((k + 0.5) * height) / bars.length;
  const words = bars.flatMap((bar, k) => {
    const [name = ''] = wrap(bar.name, { width: nameWidth, size: labelSize });
    return [
      label(name, [left - nameGap, rowAt(k)], { size: labelSize, fill: ink, align: 'right' }),
      label(figures(bar), [left + width + nameGap, rowAt(k)], { size: labelSize, fill: ink }),
    ];
  });
  return {
    ...picture,
    title: printable(input.title),
    summary: `${bars.map((bar) => `${bar.name}: ${figures(bar)}`).join('; ')}.`,
    option: {
      ...around.option,
      grid: [plotBox(left, around.top, width, height)],
      xAxis: [xAxis({ ticks, min: 0, max: 1, length: width, name: { name: 'Probability' }, lines: true })],
      yAxis: [{ type: 'value', min: 0, max: bars.length, inverse: true, show: false }],
      series: [
        layer((toPixel) => bars.flatMap((bar, k) => drawn(bar, k + 0.5, toPixel))),
        overlay(words),
        around.series,
      ],
    },
  };
}

function barsOf({ outcomes, undecided }: OutcomeBarsInput): Bar[] {
  const decided = outcomes.map(({ profile, probability, low, high }): Bar => {
    return { name: printable(profile.join(', ')), probability, interval: [low, high] };
  });
  return undecided === undefined ? decided : [...decided, { name: 'undecided', probability: undecided }];
}

function drawn({ probability, interval }: Bar, row: number, toPixel: ToPixel): Shape[] {
  const [left, y] = toPixel(0, row);
  const [right] = toPixel(probability, row);
  const fill = interval === undefined ? missingFill : lineColours[5];
  const bar = path(rectangle([left, y - barHeight / 2], [right, y + barHeight / 2]), { fill });
  if (interval === undefined) return [bar];
  const [low, high] = interval.map((end) => toPixel(end, row)[0]) as [number, number];
  const cap = barHeight / 4;
  const whisker = [
    polyline([
      [low, y],
      [high, y],
    ]),
    ...[low, high].map((x) =>
      polyline([
        [x, y - cap],
        [x, y + cap],
      ]),
    ),
  ];
  return [bar, path(whisker.join(''), { stroke: ink, lineWidth: 1.4 })];
}

function figures({ probability, interval }: Bar): string {
  const ends = interval === undefined ? '' : ` (${interval.map((end) => written(end, decimals)).join('–')})`;
  return `${written(probability, decimals)}${ends}`;
}

function check(bars: Bar[]): void {
  if (bars.length === 0) throw new RangeError('outcomeBars needs at least one outcome.');
  for (const { name, probability, interval } of bars) {
    const odd = [probability, ...(interval ?? [])].find((value) => !(value >= 0 && value <= 1));
    if (odd !== undefined) throw new RangeError(`outcome "${name}": ${odd} is not a probability.`);
  }
}
