/** The names of shares in results. */
import type { Game } from '@trilogue/core';

/** The shares that results list: the first strategy of two, every one of more. */
export function namedShares(game: Game): { name: string; player: number; strategy: number }[] {
  return game.players.flatMap(({ name, strategies }, player) =>
    strategies
      .slice(0, strategies.length === 2 ? 1 : strategies.length)
      .map((strategyName, strategy) => ({ name: `${name}.${strategyName}`, player, strategy })),
  );
}
