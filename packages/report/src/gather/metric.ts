/**
 * The one number that a report follows through all its sections, and why it is this one.
 */
import type { Game } from '@trilogue/core';
import { likeliest, parseMetric, type SimulateResult } from '@trilogue/engine';
import { ownMetric } from '@trilogue/study';

/** The metric of a report. */
export interface ChosenMetric {
  readonly metric: string;
  /** `asked`: it was given; `own`: of the bundled game; `likeliest`: of the ensemble; `share`: no path ends near a profile. */
  readonly why: 'asked' | 'own' | 'likeliest' | 'share';
}

/** An outcome that fewer paths reach is not what a game is about. */
const rare = 0.02;

/** @throws EngineError for a metric that cannot be read. */
export function chooseMetric(game: Game, asked: string | null, ensemble: SimulateResult): ChosenMetric {
  if (asked !== null) {
    parseMetric(game, asked);
    return { metric: asked, why: 'asked' };
  }
  const own = ownMetric(game);
  if (own !== undefined) return { metric: own, why: 'own' };
  const [first] = likeliest(ensemble.outcomes, 1);
  if (first !== undefined && first.probability >= rare) {
    return { metric: `P(${first.profile.join(',')})`, why: 'likeliest' };
  }
  const { name, strategies } = game.players[0]!;
  return { metric: `mean(${name}.${strategies[0]})`, why: 'share' };
}
