/**
 * Strategy profiles, in the order of payoff tables.
 */
import type { Game } from './game.js';

/** Every choice of one entry per list, the first list slowest. */
export function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  let found: T[][] = [[]];
  for (const list of lists) found = found.flatMap((start) => list.map((entry) => [...start, entry]));
  return found;
}

/**
 * All pure profiles, one strategy name per player, the first player slowest. Where a population meets itself a profile
 * is one strategy, its own.
 */
export function profiles(game: Pick<Game, 'players'>): string[][] {
  return combinations(game.players.map((player) => player.strategies));
}

/** The profiles that rows of a payoff table are written for: `[own, opponent]` where a population meets itself. */
export function tableProfiles(game: Pick<Game, 'players' | 'against'>): string[][] {
  const lists = game.players.map((player) => player.strategies);
  return combinations(game.against === 'self' ? [...lists, ...lists] : lists);
}
