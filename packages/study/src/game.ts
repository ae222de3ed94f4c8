/**
 * What a game says of studies of it: the groups of its factors, and the metric that is asked for where nobody names one.
 */
import type { Game } from '@trilogue/core';

/** Where parameters have groups, the group of a factor that has none. */
const otherGroup = 'environment';

/** The group of a settable name; undefined where the game has no groups. */
export function gameGroups({ parameters }: Pick<Game, 'parameters'>): (name: string) => string | undefined {
  const own = new Map(parameters.flatMap(({ name, group }) => (group === undefined ? [] : [[name, group] as const])));
  return (name) => own.get(name) ?? (own.size > 0 ? otherGroup : undefined);
}

/** The question that the authors of a bundled game ask. */
const ownMetrics: Readonly<Record<string, string>> = { 'data-sharing': 'P(share,share,coordinate)' };

/** The metric of a game that has one of its own, which only bundled games have. */
export function ownMetric({ name }: Pick<Game, 'name'>): string | undefined {
  return Object.hasOwn(ownMetrics, name) ? ownMetrics[name] : undefined;
}
