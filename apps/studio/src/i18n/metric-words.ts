/**
 * A metric in words, and those that a game suggests.
 */
import type { Game } from '@trilogue/core';
import { describeMetric, type MetricDescription, parseMetric, type ShareIndex } from '@trilogue/engine';
import type { PageTexts } from './en';

/** What charts want to know of a metric, in the words of the page. */
export function chartMetric(game: Game, text: string, words: PageTexts['metrics']): MetricDescription {
  return { ...describeMetric(game, text), title: metricWords(game, text, words) };
}

export function metricWords(game: Game, text: string, words: PageTexts['metrics']): string {
  const metric = parseMetric(game, text);
  const share = ({ player, strategy }: ShareIndex) => {
    if (player < 0) return game.environment![strategy]!.title ?? game.environment![strategy]!.name;
    const { name, strategies } = game.players[player]!;
    return `${name}.${strategies[strategy]}`;
  };
  const profile = (pattern: readonly (number | null)[]) =>
    `(${pattern.map((strategy, p) => (strategy === null ? words.any : game.players[p]!.strategies[strategy]!)).join(', ')})`;
  switch (metric.kind) {
    case 'P':
      return words.probability(profile(metric.pattern));
    case 'T':
      return words.time(profile(metric.pattern));
    case 'mean':
      return words.mean(share(metric.share));
    case 'sd':
      return words.sd(share(metric.share));
    case 'quantile':
      return words.quantile(String(Number((100 * metric.part).toPrecision(6))), share(metric.share));
    case 'gap':
      return words.gap(share(metric.a), share(metric.b));
  }
}

/** Profiles beyond this many are left to who types them. */
const mostProfiles = 16;

/**
 * Metrics worth choosing from: every pure profile, the mean and spread of each first share, the gap of the first two, states of the
 * environment, and the probability of regimes.
 */
export function suggestedMetrics(game: Game): string[] {
  const shares = game.players.map((player) => `${player.name}.${player.strategies[0]}`);
  const known = firstProfiles(game);
  return [
    ...known.map((profile) => `P(${profile})`),
    `T(${known[0]})`,
    ...shares.map((share) => `mean(${share})`),
    ...shares.map((share) => `sd(${share})`),
    ...(shares.length > 1 ? [`gap(${shares[0]},${shares[1]})`] : []),
    ...(game.environment ?? []).flatMap(({ name, regime }) =>
      regime ? [`mean(regime.${name})`] : [`mean(env.${name})`, `sd(env.${name})`],
    ),
  ];
}

/** As all of them are ordered, which may be millions. */
function firstProfiles({ players }: Game): string[] {
  const all = players.reduce((total, { strategies }) => total * strategies.length, 1);
  return Array.from({ length: Math.min(all, mostProfiles) }, (_, number) => {
    let rest = number;
    const reversed = players.toReversed().map(({ strategies }) => {
      const own = strategies[rest % strategies.length]!;
      rest = Math.floor(rest / strategies.length);
      return own;
    });
    return reversed.reverse().join(',');
  });
}
