/**
 * What is asked of a game where nobody names a metric.
 */
import type { Game } from '@trilogue/core';

/** The question that the authors of a bundled game ask. */
const ownMetrics: Readonly<Record<string, string>> = { 'data-sharing': 'P(share,share,coordinate)' };

/** The metric of a game that has one of its own, which only bundled games have. */
export function ownMetric({ name }: Pick<Game, 'name'>): string | undefined {
  return Object.hasOwn(ownMetrics, name) ? ownMetrics[name] : undefined;
}
