/**
 * Analyses of a game: each is one piece of arithmetic without paths, and runs in a worker of its own, which can be ended.
 */
import { conditions, type Equilibria, equilibria, lackingConditions, type ProfileConditions } from '@trilogue/analysis';
import { gameLimits, pointAt } from '@trilogue/core';
import type { RunSpec } from './spec';

export type AnalysisInput = Pick<RunSpec, 'game' | 'scenario' | 'set'>;

/** By pure profile; null where there are too many of them to list, and where the analysis is not made for the game. */
export type ConditionsOutput = readonly ProfileConditions[] | null;

export const analyses = {
  /** All equilibria at the point, with what noise makes of the pure ones. */
  equilibria: ({ game, scenario, set }: AnalysisInput): Equilibria =>
    equilibria(game, pointAt(game, { scenario, set })),
  /** The stability conditions of the pure profiles in the named parameters, and how far each parameter may move. */
  conditions({ game, scenario, set }: AnalysisInput): ConditionsOutput {
    const profiles = game.players.reduce((total, { strategies }) => total * strategies.length, 1);
    const isListed = profiles <= gameLimits.rows && lackingConditions(game) === undefined;
    return isListed ? conditions(game, pointAt(game, { scenario, set })) : null;
  },
};

export type AnalysisName = keyof typeof analyses;
