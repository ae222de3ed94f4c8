/**
 * The colour bar beside a heatmap: a second, narrow plot with an axis at its right.
 * Owns its layout; the scale is colour/viridis.ts.
 */
import type { CustomSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import { hiddenAxis, plotBox, type XAxis, type YAxis, yAxis, yAxisWidth } from '../axis/axis.js';
import { niceTicks } from '../axis/ticks.js';
import { viridisStops } from '../colour/viridis.js';
import { layer } from '../layout/layer.js';
import { path, rectangle } from '../layout/shapes.js';

const gap = 22;
const barWidth = 16;

export interface BarOptions {
  top: number;
  height: number;
  /** Values at the lower and the upper end. */
  scale: readonly [number, number];
  name: { name: string };
}

export interface ColourBar {
  grid: GridComponentOption;
  axes: { x: XAxis; y: YAxis };
  series: CustomSeriesOption;
}

/** Pixels between the right edge of the heatmap and the right end of the bar's title. */
export function barSpace(scale: readonly [number, number], height: number): number {
  return gap + barWidth + yAxisWidth(ticksOf(scale, height));
}

/** The bar, `left` being the right edge of the heatmap; its grid and axes are those with index 1. */
export function colourBar({ left, top, height, scale, name }: BarOptions & { left: number }): ColourBar {
  const ticks = ticksOf(scale, height);
  const [min, max] = [scale[0] / ticks.unit, scale[1] / ticks.unit];
  const colorStops = viridisStops.map((color, k) => ({ offset: k / (viridisStops.length - 1), color }));
  const fill = { type: 'linear' as const, x: 0, y: 1, x2: 0, y2: 0, colorStops };
  return {
    grid: plotBox(left + gap, top, barWidth, height),
    axes: {
      x: hiddenAxis(1),
      y: yAxis({ ticks, min, max, length: height, name, gridIndex: 1 }, 'right'),
    },
    series: layer((toPixel) => [path(rectangle(toPixel(0, min), toPixel(1, max)), { fill })], { grid: 1 }),
  };
}

function ticksOf([low, high]: readonly [number, number], height: number) {
  return niceTicks(low, high, { length: height });
}
