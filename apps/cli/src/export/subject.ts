/**
 * What is exported: a game at a point with everything that follows from it. Each part is computed when it is first asked
 * for, so that a table of parameters does not wait for a search. And the names of its shares.
 */
import {
  type AdvantageFormula,
  advantageFormulas,
  conditions,
  type Equilibria,
  equilibria,
  lackingConditions,
  type ProfileConditions,
  type ProfileStability,
  stochasticStability,
} from '@trilogue/analysis';
import { describeGame, type Game, type GameDescription, type Point } from '@trilogue/core';

export interface Subject {
  readonly game: Game;
  readonly point: Point;
  readonly description: GameDescription;
  readonly advantages: () => readonly AdvantageFormula[];
  readonly equilibria: () => Equilibria;
  /** Why `conditions` and `noise` refuse the game; undefined where they do not. */
  readonly noConditions: string | undefined;
  readonly conditions: () => readonly ProfileConditions[];
  readonly noise: () => readonly ProfileStability[];
}

/** @throws GameError where a payoff has no finite value at the point. */
export function subjectOf(game: Game, point: Point): Subject {
  return {
    game,
    point,
    description: describeGame(game, point),
    advantages: once(() => advantageFormulas(game)),
    equilibria: once(() => equilibria(game, point)),
    noConditions: lackingConditions(game),
    conditions: once(() => conditions(game, point)),
    noise: once(() => stochasticStability(game, point)),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** `Player.strategy`, player after player. */
export function shareNames({ players }: Pick<Game, 'players'>): string[] {
  return players.flatMap(({ name, strategies }) => strategies.map((strategy) => `${name}.${strategy}`));
}
