/**
 * What a chart function returns: an ECharts option laid out for one size, with words for those who cannot see it.
 * Owns the shape only; drawing is in render/, and nothing here needs ECharts at run time.
 */

import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartWords } from './text/words.js';

/** The part of ECharts' option that the charts use. Holds functions, so it is not JSON. */
export type ChartOption = ComposeOption<CustomSeriesOption | LineSeriesOption | GridComponentOption>;

/** Width and height in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A chart, ready for `renderSvg` or for `setOption` of an ECharts instance of the same size. */
export interface ChartDescription extends Size {
  /** The title as drawn, before wrapping; becomes the SVG's `<title>`. */
  title: string;
  /** One or two sentences with the chart's content in words; becomes the SVG's `<desc>`. */
  summary: string;
  option: ChartOption;
}

/** What every chart has around its plot. */
export interface Heading {
  title: string;
  /** Under the title. Each chart has its own default. */
  subtitle?: string;
  /** Small print at the foot: paths, step, scheme, seed, version. Default: none. */
  caption?: string;
  /** The picture's own words in another language. Default: English. */
  words?: Partial<ChartWords>;
  /** Leaves title, subtitle and caption to the page around the picture; its words stay. Default: false. */
  bare?: boolean;
}

/** The number that a heatmap or a curve shows. */
export interface Metric {
  /** As on the command line, such as `P(share,share,coordinate)`. */
  name: string;
  /** In words. Default: the name alone. */
  title?: string;
  /** Ends of the scale. Default: 0 to 1 for a probability, else the extent of the finite values. */
  range?: readonly [number, number];
  /** Whether the metric is a probability: the scale is then 0 to 1 and 0.5 is marked. Default: false. */
  probability?: boolean;
}

/** One swept parameter. */
export interface SweepAxis {
  /** As in the game file, such as `tau`. */
  name: string;
  /** In words. Default: the name alone. */
  title?: string;
  /** The grid, strictly increasing or strictly decreasing; need not be even. */
  values: readonly number[];
}
