/**
 * The equilibria of a game at a point as plain data: what `equilibria --json` prints, and what its text is made of.
 */
import type { Equilibria, ProfileConditions } from '@trilogue/analysis';
import type { Game, Point } from '@trilogue/core';

export interface EquilibriaDocument extends Equilibria {
  readonly title: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Noise intensity by player. */
  readonly sigma: Readonly<Record<string, number>>;
  /** One entry per pure profile. */
  readonly conditions: readonly ProfileConditions[];
  /** Why there are no conditions; null where there are. */
  readonly noConditions: string | null;
}

export function equilibriaDocument(
  game: Game,
  point: Point,
  found: Equilibria,
  conditions: readonly ProfileConditions[],
  noConditions: string | null,
): EquilibriaDocument {
  const sigma = Object.fromEntries(game.players.map(({ name }, i) => [name, point.sigma[i]!]));
  return { ...found, title: game.title, parameters: point.parameters, sigma, conditions, noConditions };
}
