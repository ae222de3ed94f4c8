/** What is known of each kind of metric, so that nobody else needs to ask for a kind by its name. */
import type { Game } from '@trilogue/core';
import type { Metric, StateRange } from './metric.js';
import { parseMetric } from './parse-metric.js';

export interface MetricFacts {
  /** What the number is: a probability, a share, a time of the game, or a distance between shares. */
  readonly quantity: 'probability' | 'share' | 'time' | 'distance';
  /** The largest value, in units of `unit`; the smallest is 0. */
  readonly most: number;
  /** Whether it is an average over the paths of numbers between 0 and 1. */
  readonly average: boolean;
  /** At most this order in the step its bias can have, whatever the scheme. */
  order(noisy: boolean): number;
  /** Of a path without noise, what halving the step may not show. */
  unseenByHalving(grid: { readonly dt: number; readonly horizon: number }, rate: number): number;
}

const plain = { average: false, order: () => Number.POSITIVE_INFINITY, unseenByHalving: () => 0 };

export const metricFacts: Readonly<Record<Metric['kind'], MetricFacts>> = {
  P: { ...plain, quantity: 'probability', most: 1 },
  T: {
    quantity: 'time',
    most: 1,
    average: false,
    // what the corrected threshold leaves falls faster than 1/2, and nothing more is proven
    order: (noisy) => (noisy ? 1 / 2 : 1),
    // a passage is seen after the step in which it is, at most one step late
    unseenByHalving: ({ dt }) => dt,
  },
  mean: { ...plain, quantity: 'share', most: 1, average: true },
  sd: { ...plain, quantity: 'distance', most: 0.5 },
  quantile: { ...plain, quantity: 'share', most: 1 },
  gap: {
    quantity: 'distance',
    most: 1,
    average: true,
    // by the trapezoidal rule along a path that is not smooth
    order: () => 1,
    // a kink where two shares cross: the rule misses a quarter of the step squared times the slope, which is at most half of the
    // largest advantage, over the horizon
    unseenByHalving: ({ dt, horizon }, rate) => (rate * dt * dt) / (8 * horizon),
  },
};

/** The range of the state of the environment that a metric is about; 0 to 1 for all else. */
function rangeOf(metric: Metric): StateRange {
  return ('range' in metric ? metric.range : undefined) ?? [0, 1];
}

/** Whether it is an average over the paths of numbers between 0 and 1. */
export function isAverage(metric: Metric): boolean {
  return metricFacts[metric.kind].average && !('range' in metric && metric.range !== undefined);
}

/** What a metric is told in, and what a tolerance of it is relative to: the horizon for times, the width of a state's range, 1 for all else. */
export function unitOf(metric: Metric, horizon: number): number {
  if (metricFacts[metric.kind].quantity === 'time') return horizon;
  const [low, high] = rangeOf(metric);
  return high - low;
}

/** The scale of a metric of a game that runs to a horizon. */
export interface MetricScale {
  readonly quantity: MetricFacts['quantity'];
  /** The smallest value that it can have, and the largest. */
  readonly least: number;
  readonly most: number;
  /** What a tolerance of it is relative to: the horizon for times, 1 for all else. */
  readonly unit: number;
}

/** Throws EngineError where the text cannot be read. */
export function metricScale(game: Game, text: string, horizon: number): MetricScale {
  const metric = parseMetric(game, text);
  const { quantity, most } = metricFacts[metric.kind];
  const unit = unitOf(metric, horizon);
  const least = metric.kind === 'mean' || metric.kind === 'quantile' ? rangeOf(metric)[0] : 0;
  return { quantity, least, most: least + most * unit, unit };
}
