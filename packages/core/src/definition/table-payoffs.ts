/**
 * Payoff table to expected payoffs: for each player and own strategy the sum, over what the others may play, of the
 * shares with which they do times the payoff of that row.
 */
import type { Expression } from '../expression/expression.js';
import type { Game, PayoffRow } from '../game/game.js';
import { tableProfiles } from '../game/profiles.js';

/** Expected payoff by [player][own strategy]. The table has one row for each profile. */
export function tablePayoffs(game: Pick<Game, 'players' | 'against'>, table: readonly PayoffRow[]): Expression[][] {
  const rows = new Map(table.map((row) => [row.when.join(), row]));
  const seats = game.against === 'self' ? [game.players[0]!, game.players[0]!] : game.players;
  const all = tableProfiles(game);
  return game.players.map((player, i) =>
    player.strategies.map((strategy) => {
      const parts = all
        .filter((profile) => profile[i] === strategy)
        .map((profile) => {
          const shares = profile.flatMap((other, j): Expression[] =>
            j === i ? [] : [{ kind: 'share', player: seats[j]!.name, strategy: other, at: 0 }],
          );
          return [...shares, rows.get(profile.join())!.pay[i]!].reduce((a, b) => join('*', a, b));
        });
      return parts.reduce((a, b) => join('+', a, b));
    }),
  );
}

function join(operator: '*' | '+', left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, at: 0 };
}
