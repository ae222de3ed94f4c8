/**
 * Horizontal bars, one row each: names at the left (above the bars where the picture is too narrow for both), figures at
 * the right.
 * Owns where rows, names and figures lie; what a bar looks like is the chart's business.
 */
import type { GridComponentOption } from 'echarts/components';
import { labelSize, plotBox, type XAxis, xAxis, xAxisHeight, type YAxis } from '../axis/axis.js';
import { niceTicks } from '../axis/ticks.js';
import { ink, paper } from '../colour/ink.js';
import type { Heading, Size } from '../description.js';
import { printable, titled } from '../text/printable.js';
import { textWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { type Frame, frame, margin } from './frame.js';
import type { KeyEntry } from './key.js';
import { label, type Shape } from './shapes.js';

/** One row: a name, and under one another as many bars as it has figures. */
export interface Row {
  name: string;
  /** Written instead where the name has no room. Default: the name, cut. */
  short?: string;
  /** Beside each bar; an empty text for none. */
  figures: readonly string[];
}

export interface RowsOptions {
  heading: Heading;
  entries: readonly KeyEntry[];
  rows: readonly Row[];
  /** Pixels from one bar of a row to the next. */
  barStep: number;
  /** Pixels between the bars of two rows. */
  rowGap: number;
  /** The horizontal axis, the lower end first. */
  x: { name: { name: string; title?: string }; ends: readonly [number, number] };
  size: Partial<Size>;
}

export interface Rows {
  picture: Size;
  around: Frame;
  option: { grid: GridComponentOption[]; xAxis: XAxis[]; yAxis: YAxis[] };
  /** Vertical coordinate of the middle of a bar; the axis runs from 0 at the top to 1. */
  barAt: (row: number, bar: number) => number;
  /** Names and figures. */
  words: Shape[];
  /** Horizontal coordinates are values divided by this. */
  unit: number;
}

const defaultWidth = 760;
const widestName = 300;
/** Less than this is too little for bars beside their names. */
const leastPlot = 170;
const nameGap = 10;
const nameHeight = 16;
/** Lines of a name beside its bars, and the pixels of each. */
const mostLines = 2;
const lineHeight = 14;
const nameStyle = { size: labelSize, fill: ink, outline: paper };

/** Lays the rows out; the picture is as high as they need unless a height is given. */
export function rowsLayout({ heading, entries, rows, barStep, rowGap, x, size }: RowsOptions): Rows {
  const width = size.width ?? defaultWidth;
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, labelSize))));
  const figures = widest(rows.flatMap((row) => row.figures));
  const figuresRoom = figures + (figures > 0 ? nameGap : 0);
  const room = Math.min(widestName, widest(rows.map(({ name }) => name)));
  const broken = rows.map((row) => nameLines(row, room, mostLines));
  const names = widest(broken.flat());
  const beside = width - 2 * margin - names - nameGap - figuresRoom >= leastPlot;
  const left = beside ? margin + names + nameGap : margin + 8;
  const plotWidth = Math.floor(width - left - figuresRoom - margin);

  const written = beside ? broken : rows.map((row) => nameLines(row, width - left - 4 - margin, 1));

  const empty = frame(heading, entries, { width, height: 0 });
  const above = beside ? 0 : nameHeight;
  const bodies = rows.map(({ figures }, k) =>
    Math.max(figures.length * barStep, beside ? written[k]!.length * lineHeight : 0),
  );
  const rowHeights = bodies.map((body) => above + rowGap + body);
  const wanted = rowHeights.reduce((sum, height) => sum + height, 0);
  const picture = { width, height: size.height ?? empty.top - empty.bottom + xAxisHeight + wanted };
  const around = frame(heading, entries, picture);
  const height = around.bottom - xAxisHeight - around.top;
  const rowTops = rowHeights.map((_, k) => rowHeights.slice(0, k).reduce((sum, part) => sum + part, 0));
  const barAt = (row: number, bar: number) => {
    const slack = (bodies[row]! - rows[row]!.figures.length * barStep) / 2;
    return (rowTops[row]! + above + rowGap / 2 + slack + (bar + 0.5) * barStep) / wanted;
  };
  const pixelAt = (fraction: number) => around.top + fraction * height;

  const ticks = niceTicks(...x.ends, { length: plotWidth, horizontal: true });
  const [min, max] = x.ends.map((end) => end / ticks.unit) as [number, number];
  const words = rows.flatMap((row, k) => {
    const middle = (barAt(k, 0) + barAt(k, row.figures.length - 1)) / 2;
    const lines = written[k]!;
    const drawn = lines.map((line, l) => {
      if (!beside)
        return label(line, [left + 4, pixelAt((rowTops[k]! + rowGap / 2 + nameHeight / 2) / wanted)], nameStyle);
      const y = pixelAt(middle) + (l - (lines.length - 1) / 2) * lineHeight;
      return label(line, [left - nameGap, y], { size: labelSize, fill: ink, align: 'right' });
    });
    const numbers = row.figures.flatMap((text, bar) => {
      const at = [left + plotWidth + nameGap, pixelAt(barAt(k, bar))] as const;
      return text === '' ? [] : [label(text, at, { size: labelSize, fill: ink })];
    });
    return [...drawn, ...numbers];
  });
  return {
    picture,
    around,
    option: {
      grid: [plotBox(left, around.top, plotWidth, height)],
      xAxis: [xAxis({ ticks, min, max, length: plotWidth, name: x.name, lines: true })],
      yAxis: [{ type: 'value', min: 0, max: 1, inverse: true, show: false }],
    },
    barAt,
    words,
    unit: ticks.unit,
  };
}

/** Words and name of a factor, and its name alone. */
export function rowName(of: { name: string; title?: string }): Pick<Row, 'name' | 'short'> {
  return { name: titled(of), short: printable(of.name) };
}

function nameLines({ name, short = name }: Row, width: number, lines: number): string[] {
  const whole = wrap(name, { width, size: labelSize, lines });
  return whole.at(-1)?.endsWith('…') && !name.endsWith('…') ? wrap(short, { width, size: labelSize, lines }) : whole;
}
