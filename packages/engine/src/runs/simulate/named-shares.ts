/** The names of shares and states in results. */
import type { Game } from '@trilogue/core';
import type { StateRange } from '../../measures/metric/metric.js';

/** Something that results list of the state of paths. */
export interface Observed {
  readonly name: string;
  /** As in `ShareIndex`. */
  readonly player: number;
  readonly strategy: number;
  /** Where it lies; paths keep the part of it. */
  readonly range: StateRange;
}

/** The shares that results list: the first strategy of two, every one of more. */
export function namedShares(game: Game): Observed[] {
  return game.players.flatMap(({ name, strategies }, player) =>
    strategies
      .slice(0, strategies.length === 2 ? 1 : strategies.length)
      .map((strategyName, strategy): Observed => ({ name: `${name}.${strategyName}`, player, strategy, range: [0, 1] })),
  );
}

/** The states of the environment, `env.NAME`. */
export function namedStates({ environment = [] }: Game): Observed[] {
  return environment.map(({ name, range }, strategy) => ({ name: `env.${name}`, player: -1, strategy, range }));
}
