/**
 * The pure profiles of a game, where there are not too many to list.
 */
import { type Game, gameLimits, profiles } from '@trilogue/core';

/**
 * In the order of `profiles`.
 * @throws RangeError for more profiles than a payoff table may have rows.
 */
export function listedProfiles(game: Game): string[][] {
  const count = game.players.reduce((total, { strategies }) => total * strategies.length, 1);
  if (count <= gameLimits.rows) return profiles(game);
  throw new RangeError(`${game.name} has ${count} pure profiles; at most ${gameLimits.rows} can be listed one by one.`);
}
