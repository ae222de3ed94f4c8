/**
 * Payoff table to expected payoffs: the payoff of each row, weighted with the shares of those who must play it.
 * Written player by player, B.share*(M.coordinate*row + M.stand_by*row) + ..., which takes far fewer operations than one
 * product for each row.
 */
import type { Expression } from '../expression/expression.js';
import type { Game, PayoffRow } from '../game/game.js';

/** Expected payoff by [player][own strategy]. The table has one row for each profile. */
export function tablePayoffs(game: Pick<Game, 'players' | 'against'>, table: readonly PayoffRow[]): Expression[][] {
  const rows = new Map(table.map((row) => [row.when.join(), row]));
  const seats = game.against === 'self' ? [game.players[0]!, game.players[0]!] : game.players;
  return game.players.map((player, i) => {
    const expected = (profile: readonly string[], own: string): Expression => {
      const seat = seats[profile.length];
      if (seat === undefined) return rows.get(profile.join())!.pay[i]!;
      if (profile.length === i) return expected([...profile, own], own);
      return seat.strategies
        .map((strategy) => {
          const share: Expression = { kind: 'share', player: seat.name, strategy, at: 0 };
          return join('*', share, expected([...profile, strategy], own));
        })
        .reduce((left, right) => join('+', left, right));
    };
    return player.strategies.map((strategy) => expected([], strategy));
  });
}

function join(operator: '*' | '+', left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, at: 0 };
}
