/**
 * A metric with a name that fits beside a small picture.
 */
import type { Metric } from '@trilogue/charts';
import type { Game } from '@trilogue/core';
import { describeMetric, parseMetric } from '@trilogue/engine';

const names = {
  P: 'Probability',
  T: 'Mean time',
  mean: 'Mean share',
  sd: 'Deviation',
  quantile: 'Quantile',
  gap: 'Mean gap',
} as const;

/** @throws EngineError where the metric cannot be read. */
export function shortMetric(game: Game, text: string): Metric {
  return { ...describeMetric(game, text), title: names[parseMetric(game, text).kind] };
}
