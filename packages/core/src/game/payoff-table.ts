/**
 * The payoff table of a game in numbers.
 */
import { evaluateExpression } from '../expression/evaluate.js';
import type { Game } from './game.js';
import type { Point } from './point.js';
import { tableProfiles } from './profiles.js';
import { pureShares, startValues, valuesAt } from './values.js';

/** One row of a payoff table in numbers. */
export interface PayoffTableRow {
  /** One strategy name per player; `[own, opponent]` where a population meets itself. */
  readonly profile: readonly string[];
  /** Payoff per player. */
  readonly payoffs: readonly number[];
}

/** The payoffs at every pure profile, in table order, however the game was written: at time 0, with states of the environment as they start. */
export function payoffTable(game: Game, point: Point): PayoffTableRow[] {
  return tableProfiles(game).map((profile) => {
    const opponents = game.against === 'self' ? profile.slice(1) : profile;
    const chosen = game.players.map((player, i) => player.strategies.indexOf(opponents[i]!));
    const values = valuesAt(game, { ...point.parameters, ...startValues(game, point) }, pureShares(game, chosen));
    const payoffs = game.players.map((player, i) =>
      evaluateExpression(game.payoffs[i]![player.strategies.indexOf(profile[i]!)]!, values),
    );
    return { profile, payoffs };
  });
}
