/**
 * Small multiples: plots of one size with the same axes, side by side and then in further rows.
 * Owns how many stand in a row and where each lies; what is drawn in them is the chart's business.
 */
import type { GridComponentOption } from 'echarts/components';
import { nameSize, plotBox, type XAxis, xAxis, xAxisHeight, type YAxis, yAxis, yAxisWidth } from '../axis/axis.js';
import { niceTicks } from '../axis/ticks.js';
import { ink } from '../colour/ink.js';
import { printable } from '../text/printable.js';
import { wrap } from '../text/wrap.js';
import { margin } from './frame.js';
import { type Box, label, type Shape } from './shapes.js';

const mostColumns = 3;
const leastWidth = 240;
const header = 24;
const gap = 22;
const rowGap = 8;

/** One axis that all panels share. */
export interface PanelAxis {
  name: { name: string; title?: string };
  /** The lower end first, in the user's unit. */
  ends: readonly [number, number];
}

export interface PanelsOptions {
  /** One panel each, drawn bold above it. */
  titles: readonly string[];
  x: PanelAxis;
  y: PanelAxis;
  /** First and last free row of pixels, as from the frame. */
  top: number;
  bottom: number;
  /** Width of the picture. */
  width: number;
}

export interface Panels {
  /** Plot k has the grid and the axes with index k. */
  option: { grid: GridComponentOption[]; xAxis: XAxis[]; yAxis: YAxis[] };
  boxes: Box[];
  headings: Shape[];
  /** Coordinates are values divided by these. */
  unit: { x: number; y: number };
}

/** Rows that so many panels need in a picture of that width. */
export function panelRows(count: number, width: number): number {
  return Math.ceil(count / columnsIn(count, width));
}

/** Lays the panels out, the x axis under each, the title of the y axis at the first of a row. */
export function panels({ titles, x, y, top, bottom, width: whole }: PanelsOptions): Panels {
  const columns = columnsIn(titles.length, whole);
  const rows = Math.ceil(titles.length / columns);
  const height = Math.floor((bottom - top - (rows - 1) * rowGap) / rows) - xAxisHeight - header;
  const yTicks = niceTicks(...y.ends, { length: height });
  const axisRoom = yAxisWidth(yTicks, false);
  const firstLeft = margin + yAxisWidth(yTicks) - axisRoom;
  const each = Math.floor((whole - firstLeft - margin - 8 - (columns - 1) * gap) / columns);
  const width = each - axisRoom;
  const xTicks = niceTicks(...x.ends, { length: width, horizontal: true });
  const [min, max] = x.ends.map((end) => end / xTicks.unit) as [number, number];
  const [yMin, yMax] = y.ends.map((end) => end / yTicks.unit) as [number, number];
  const boxes = titles.map((_, k): Box => {
    const row = Math.floor(k / columns);
    const left = firstLeft + (k % columns) * (each + gap) + axisRoom;
    return { left, top: top + row * (height + xAxisHeight + header + rowGap) + header, width, height };
  });
  return {
    option: {
      grid: boxes.map((box) => plotBox(box.left, box.top, width, height)),
      xAxis: boxes.map((_, gridIndex) =>
        xAxis({ gridIndex, lines: true, ticks: xTicks, min, max, length: width, name: x.name }),
      ),
      yAxis: boxes.map((_, gridIndex) => {
        const name = gridIndex % columns === 0 ? { name: y.name } : {};
        return yAxis({ gridIndex, lines: true, ticks: yTicks, min: yMin, max: yMax, length: height, ...name });
      }),
    },
    boxes,
    headings: boxes.map((box, k) => {
      const [words = ''] = wrap(printable(titles[k]!), { width, size: nameSize, bold: true });
      return label(words, [box.left, box.top - header / 2], { size: nameSize, fill: ink, bold: true });
    }),
    unit: { x: xTicks.unit, y: yTicks.unit },
  };
}

function columnsIn(count: number, width: number): number {
  return Math.min(mostColumns, count, Math.max(1, Math.floor(width / leastWidth)));
}
