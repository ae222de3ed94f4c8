/**
 * A value axis in the house style: round ticks, a frame, a centred title.
 * Owns the ECharts axis option; which numbers are round is ticks.ts.
 */
import type { GridComponentOption } from 'echarts/components';
import { fontFamily, frameInk, gridInk, ink } from '../colour/ink.js';
import type { ChartOption } from '../description.js';
import { printable } from '../text/printable.js';
import { textWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import type { Ticks } from './ticks.js';

export const labelSize = 12;
export const nameSize = 13;
const labelGap = 8;
const nameGap = 10;

/** One horizontal axis of an ECharts option. */
export type XAxis = Exclude<ChartOption['xAxis'], readonly unknown[] | undefined>;
/** One vertical axis of an ECharts option. */
export type YAxis = Exclude<ChartOption['yAxis'], readonly unknown[] | undefined>;

export interface AxisOptions {
  ticks: Ticks;
  /** Ends of the axis, as coordinates (value / unit). */
  min: number;
  max: number;
  /** Length in pixels; the title is cut to it. */
  length: number;
  /** Title; its words are cut where the axis is too short, its name stays. Default: none. */
  name?: { name: string; title?: string };
  gridIndex?: number;
  /** Whether faint lines cross the plot at the ticks. Default: false. */
  lines?: boolean;
}

/** The horizontal axis under a plot. */
export function xAxis(options: AxisOptions): XAxis {
  return { ...common(options), position: 'bottom', nameGap: xAxisHeight - nameSize - 2 } as XAxis;
}

/** The vertical axis at the left of a plot, or at the right of a colour bar. */
export function yAxis(options: AxisOptions, position: 'left' | 'right' = 'left'): YAxis {
  const gap = labelGap + labelsWidth(options.ticks) + nameGap + nameSize / 2;
  return {
    ...common(options),
    position,
    nameRotate: position === 'left' ? 90 : -90,
    nameGap: gap,
    nameTextStyle: { ...nameStyle, align: 'center', verticalAlign: 'middle' },
  } as YAxis;
}

/** An axis from 0 to 1 that only carries coordinates. */
export function hiddenAxis(gridIndex: number): XAxis {
  return { type: 'value', gridIndex, min: 0, max: 1, show: false };
}

/** Pixels that labels and title take under a plot. */
export const xAxisHeight = labelGap + labelSize + nameGap + nameSize + 4;

/** Pixels that labels, and the title if there is one, take beside a plot. */
export function yAxisWidth(ticks: Ticks, named = true): number {
  return Math.ceil(labelGap + labelsWidth(ticks) + (named ? nameGap + nameSize : 0) + 2);
}

/** The box of a plot, its frame in front. ECharts must not move it: the layout has already made room for everything. */
export function plotBox(left: number, top: number, width: number, height: number): GridComponentOption {
  return {
    ...{ left, top, width, height },
    outerBoundsMode: 'none',
    show: true,
    z: 5,
    borderColor: frameInk,
    borderWidth: 1,
    backgroundColor: 'transparent',
  };
}

const nameStyle = { fontFamily, fontSize: nameSize, color: ink };

function labelsWidth(ticks: Ticks): number {
  return Math.max(0, ...ticks.labels.map((label) => textWidth(label, labelSize)));
}

/** "Trust between the departments (tau)  [×10⁻⁹]", cut to `length` pixels in its words only. */
function axisTitle({ name, ticks, length }: AxisOptions): string {
  if (name === undefined) return '';
  const unit = ticks.unitLabel === '' ? '' : `  [${ticks.unitLabel}]`;
  const [symbol, title] = [printable(name.name), printable(name.title ?? '')];
  const alone = title === '' || title === symbol;
  const room = length - textWidth(unit, nameSize);
  const [kept = ''] = wrap(symbol, { width: alone ? room : room / 2, size: nameSize });
  if (alone) return kept + unit;
  const end = ` (${kept})${unit}`;
  const [words = ''] = wrap(title, { width: length - textWidth(end, nameSize), size: nameSize });
  return words + end;
}

function common(options: AxisOptions) {
  const { ticks, min, max, gridIndex = 0, lines = false } = options;
  const label = new Map(ticks.at.map((value, k) => [value, ticks.labels[k]!]));
  return {
    type: 'value' as const,
    gridIndex,
    min,
    max,
    name: axisTitle(options),
    nameLocation: 'middle' as const,
    nameMoveOverlap: false,
    nameTextStyle: nameStyle,
    axisLine: { show: false, onZero: false },
    axisTick: { show: true, length: 5, customValues: ticks.at, lineStyle: { color: frameInk } },
    axisLabel: {
      customValues: ticks.at,
      formatter: (value: number) => label.get(value) ?? '',
      hideOverlap: false,
      margin: labelGap,
      fontFamily,
      fontSize: labelSize,
      color: ink,
    },
    splitLine: { show: lines, lineStyle: { color: gridInk, width: 1 } },
  };
}
