/**
 * State coordinates: which share each one is.
 */
import type { Game } from './game.js';

/** Name of each state coordinate: the shares of all but the last strategy, player after player, as `A.share`. */
export function coordinateNames(game: Pick<Game, 'players'>): string[] {
  return game.players.flatMap((player) =>
    player.strategies.slice(0, -1).map((strategy) => `${player.name}.${strategy}`),
  );
}

/** Index of each player's first coordinate. */
export function firstCoordinates(strategies: readonly number[]): number[] {
  let next = 0;
  return strategies.map((count) => {
    const first = next;
    next += count - 1;
    return first;
  });
}
