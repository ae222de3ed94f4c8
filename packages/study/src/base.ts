/**
 * Where factors stand before they are moved: values of the game file, of the scenario, and those that were set.
 */
import { type Game, pointAt } from '@trilogue/core';
import type { Factor } from '@trilogue/sensitivity';

/** One value for each factor. @throws GameError for a wrong scenario or value. */
export function baseOf(
  game: Game,
  {
    factors,
    scenario,
    set,
  }: {
    readonly factors: readonly Pick<Factor, 'name'>[];
    readonly scenario?: string | null;
    readonly set: Readonly<Record<string, number>>;
  },
): number[] {
  const point = pointAt(game, { scenario: scenario ?? undefined, set });
  return factors.map(({ name }) => {
    if (Object.hasOwn(point.parameters, name)) return point.parameters[name]!;
    for (const [i, player] of game.players.entries()) {
      if (name === `sigma_${player.name}`) return point.sigma[i]!;
      const strategy = player.strategies.findIndex((own) => name === `initial.${player.name}.${own}`);
      if (strategy >= 0) return point.initial[i]![strategy]!;
      if (name === `initial.${player.name}`) return point.initial[i]![0]!;
    }
    throw new Error(`bug: "${name}" can be set but stands nowhere`);
  });
}
