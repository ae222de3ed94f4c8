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
