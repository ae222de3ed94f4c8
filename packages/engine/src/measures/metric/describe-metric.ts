/** A metric in words, for pictures and summaries. */
import type { Game } from '@trilogue/core';
import type { Metric, ShareIndex } from './metric.js';
import { parseMetric } from './parse-metric.js';
import { metricFacts } from './scale.js';

/** Has the form in which the charts of `@trilogue/charts` take a metric. */
export interface MetricDescription {
  /** As it was given, such as `P(share,share,*)`. */
  name: string;
  /** Such as `Probability of (share, share, any)`. */
  title: string;
  /** True for probabilities, and left out for all else. */
  probability?: true;
  /** Of metrics that are shares; left out for all else. */
  range?: [low: 0, high: 1];
}

/** A metric in words, and its scale. Throws EngineError where the text cannot be read. */
export function describeMetric(game: Game, text: string): MetricDescription {
  const metric = parseMetric(game, text);
  const named = { name: text, title: metricTitle(game, metric) };
  const { quantity } = metricFacts[metric.kind];
  if (quantity === 'probability') return { ...named, probability: true };
  return quantity === 'share' && !('range' in metric && metric.range) ? { ...named, range: [0, 1] } : named;
}

function metricTitle(game: Game, metric: Metric): string {
  const share = ({ player, strategy }: ShareIndex) => {
    if (player < 0) return game.environment![strategy].title ?? game.environment![strategy].name;
    const { name, strategies } = game.players[player];
    return `${name}.${strategies[strategy]}`;
  };
  switch (metric.kind) {
    case 'P':
      return `Probability of ${profileWords(game, metric.pattern)}`;
    case 'T':
      return `Mean time to ${profileWords(game, metric.pattern)}`;
    case 'mean':
      return `Mean of ${share(metric.share)}`;
    case 'sd':
      return `Standard deviation of ${share(metric.share)}`;
    case 'quantile':
      return `${Number((100 * metric.part).toPrecision(6))}% quantile of ${share(metric.share)}`;
    case 'gap':
      return `Mean gap between ${share(metric.a)} and ${share(metric.b)}`;
  }
}

/** Such as `(share, share, any)`. */
function profileWords(game: Game, pattern: readonly (number | null)[]): string {
  const names = pattern.map((strategy, p) => (strategy === null ? 'any' : game.players[p].strategies[strategy]));
  return `(${names.join(', ')})`;
}
