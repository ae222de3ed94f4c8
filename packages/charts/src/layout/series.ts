/**
 * Lines over a horizontal axis and the bands around them, with gaps where there is no value.
 * Owns the splitting at gaps; which lines a chart has is its own business.
 */
import type { LineSeriesOption } from 'echarts/charts';
import { isValue, type MaybeValue } from '../metric.js';
import { layer } from './layer.js';
import { path, polygon } from './shapes.js';

export interface LineOptions {
  x: readonly number[];
  y: readonly MaybeValue[];
  name: string;
  colour: string;
  /** Whether each value has a dot; a value without neighbours always has one. Default: false. */
  dots?: boolean;
  /** Lengths of strokes and gaps in pixels. Default: none, a full line. */
  dash?: number[];
  /** In pixels. Default: 2.2. */
  width?: number;
  /** Which plot. Default: 0. */
  grid?: number;
}

/** A line through the values. */
export function line({ x, y, name, colour, dots = false, dash, width = 2.2, grid = 0 }: LineOptions): LineSeriesOption {
  const alone = (k: number) => !isValue(y[k - 1]) && !isValue(y[k + 1]);
  return {
    type: 'line',
    name,
    xAxisIndex: grid,
    yAxisIndex: grid,
    z: 3,
    animation: false,
    symbolSize: 5,
    showAllSymbol: true,
    lineStyle: { color: colour, width, join: 'round', ...(dash === undefined ? {} : { type: dash }) },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    data: x.map((at, k) => ({
      value: isValue(y[k]) ? [at, y[k]] : [at, '-'],
      symbol: dots || alone(k) ? 'circle' : 'none',
    })),
  };
}

export interface BandOptions {
  x: readonly number[];
  low: readonly MaybeValue[];
  high: readonly MaybeValue[];
  colour: string;
  /** 0 to 1. */
  opacity: number;
  /** Which plot. Default: 0. */
  grid?: number;
}

/** The area between two lines. An end without neighbours becomes a vertical stroke. */
export function band({ x, low, high, colour, opacity, grid = 0 }: BandOptions) {
  const runs = presentRuns(low, high);
  return layer(
    (toPixel) => {
      const areas = runs.map((run) =>
        polygon([...run.map((k) => toPixel(x[k]!, high[k]!)), ...run.toReversed().map((k) => toPixel(x[k]!, low[k]!))]),
      );
      return areas.length === 0
        ? []
        : [path(areas.join(''), { fill: colour, stroke: colour, lineWidth: 1, lineJoin: 'round', opacity })];
    },
    { grid },
  );
}

/** Runs of consecutive indices at which both lists have a value. */
export function presentRuns(low: readonly MaybeValue[], high: readonly MaybeValue[]): number[][] {
  const runs: number[][] = [];
  low.forEach((from, k) => {
    if (!isValue(from) || !isValue(high[k])) return;
    const last = runs.at(-1);
    if (last?.at(-1) === k - 1) last.push(k);
    else runs.push([k]);
  });
  return runs;
}
