/**
 * Names of all shares, the last of each player too.
 */
import type { Game } from '@trilogue/core';

/** `Player.strategy`, player after player. */
export function shareNames({ players }: Pick<Game, 'players'>): string[] {
  return players.flatMap(({ name, strategies }) => strategies.map((strategy) => `${name}.${strategy}`));
}
