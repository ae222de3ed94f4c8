/**
 * A metric in words, for pictures and summaries.
 */
import type { Metric as ChartMetric } from '@trilogue/charts';
import type { Game } from '@trilogue/core';
import { type Metric, parseMetric, type ShareIndex } from '@trilogue/engine';

/** What charts want to know of a metric. @throws EngineError where it cannot be read. */
export function chartMetric(game: Game, text: string): ChartMetric {
  const metric = parseMetric(game, text);
  const title = metricWords(game, metric);
  if (metric.kind === 'P') return { name: text, title, probability: true };
  return ofShare(metric) ? { name: text, title, range: [0, 1] } : { name: text, title };
}

/** Whether a metric lies on the scale of a share or a probability, where one half means something. */
export function hasHalf(game: Game, text: string): boolean {
  const metric = parseMetric(game, text);
  return metric.kind === 'P' || ofShare(metric);
}

function ofShare({ kind }: Metric): boolean {
  return kind === 'mean' || kind === 'quantile';
}

function metricWords(game: Game, metric: Metric): string {
  const share = ({ player, strategy }: ShareIndex) => {
    const { name, strategies } = game.players[player]!;
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
  const names = pattern.map((strategy, p) => (strategy === null ? 'any' : game.players[p]!.strategies[strategy]!));
  return `(${names.join(', ')})`;
}
