/**
 * A layer of shapes, inside a plot and in its coordinates or over the whole picture in pixels.
 * Owns the bridge to ECharts' custom series: one series of one item, so that a layer of 90,000 cells costs ECharts
 * nothing per cell.
 */
import type { CustomSeriesOption } from 'echarts/charts';
import type { Pixel, Shape } from './shapes.js';

/** From coordinates of the plot's axes to pixels. */
export type ToPixel = (x: number, y: number) => Pixel;

export interface LayerOptions {
  /** Which plot, where a chart has several. Default: 0. */
  grid?: number;
  /** Higher is in front. Default: 2. */
  z?: number;
}

/** A layer; `draw` is called again whenever ECharts lays the plot out anew. */
export function layer(draw: (toPixel: ToPixel) => Shape[], { grid = 0, z = 2 }: LayerOptions = {}): CustomSeriesOption {
  return {
    type: 'custom',
    xAxisIndex: grid,
    yAxisIndex: grid,
    z,
    clip: true,
    silent: true,
    animation: false,
    data: [[0, 0]],
    renderItem: (_, api) => ({
      type: 'group',
      children: draw((x, y) => api.coord([x, y]) as [number, number]),
    }),
  };
}

/** Shapes over the whole picture, at their own pixels. */
export function overlay(shapes: Shape[]): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'none',
    z: 4,
    silent: true,
    animation: false,
    data: [0],
    renderItem: () => ({ type: 'group', children: shapes }),
  };
}
