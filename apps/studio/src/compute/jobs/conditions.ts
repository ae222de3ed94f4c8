/**
 * The stability conditions of the pure profiles in the named parameters, and how far each parameter may move.
 */
import { conditions as find, type ProfileConditions } from '@trilogue/analysis';
import { gameLimits, pointAt } from '@trilogue/core';
import type { JobContext, Staged } from '../job';
import { pause } from '../pause';
import type { EquilibriaInput } from './equilibria';

/** By pure profile; null where there are too many of them to list. */
export type ConditionsOutput = readonly ProfileConditions[] | null;

export async function* conditions(
  { game, scenario, set }: EquilibriaInput,
  { run: { signal } }: JobContext,
): AsyncGenerator<Staged<ConditionsOutput>, void, void> {
  await pause(signal);
  const profiles = game.players.reduce((total, { strategies }) => total * strategies.length, 1);
  const output = profiles <= gameLimits.rows ? find(game, pointAt(game, { scenario, set })) : null;
  yield { stage: 'final', output };
}
