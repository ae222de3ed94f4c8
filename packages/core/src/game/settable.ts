/**
 * The names under which the numbers of a game can be set from outside.
 */
import type { Game } from './game.js';
import { holdingShares, varies } from './where.js';

/** What one settable name stands for. */
export type Settable =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'sigma'; readonly player: number }
  | { readonly kind: 'initial'; readonly player: number; readonly strategy: number }
  | { readonly kind: 'state'; readonly state: number };

/**
 * Every settable name and what it stands for. A name such as `sigma_A` that is also a parameter is that parameter;
 * an intensity that depends on shares or time has none; `initial.A` is the first strategy's share and exists for players of two strategies.
 */
export function settables(game: Game): Map<string, Settable> {
  const found = new Map<string, Settable>();
  const holding = holdingShares(game);
  for (const { name } of game.parameters) found.set(name, { kind: 'parameter', name });
  for (const [i, player] of game.players.entries()) {
    const sigma = `sigma_${player.name}`;
    if (game.noise.kind === 'none' || varies(game.noise.sigma[i]!, holding)) continue;
    if (!found.has(sigma)) found.set(sigma, { kind: 'sigma', player: i });
  }
  for (const [i, player] of game.players.entries()) {
    if (player.strategies.length === 2)
      found.set(`initial.${player.name}`, { kind: 'initial', player: i, strategy: 0 });
    for (const [s, strategy] of player.strategies.entries()) {
      found.set(`initial.${player.name}.${strategy}`, { kind: 'initial', player: i, strategy: s });
    }
  }
  for (const [state, { name, regime }] of (game.environment ?? []).entries())
    if (!regime) found.set(`initial.${name}`, { kind: 'state', state });
  return found;
}

/**
 * All names that `pointAt` accepts in `set`: parameters, `sigma_<player>`, `initial.<player>` for players of two
 * strategies, `initial.<player>.<strategy>`, and `initial.<state>` for states of the environment.
 */
export function settableNames(game: Game): string[] {
  return [...settables(game).keys()];
}
