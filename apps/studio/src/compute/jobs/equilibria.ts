/**
 * All equilibria at the point, with what noise makes of the pure ones.
 */
import { type Equilibria, equilibria as find } from '@trilogue/analysis';
import { pointAt } from '@trilogue/core';
import type { JobContext, Staged } from '../job';
import { pause } from '../pause';
import type { RunSpec } from '../spec';

export type EquilibriaInput = Pick<RunSpec, 'game' | 'scenario' | 'set'>;

export async function* equilibria(
  { game, scenario, set }: EquilibriaInput,
  { run: { signal } }: JobContext,
): AsyncGenerator<Staged<Equilibria>, void, void> {
  await pause(signal);
  yield { stage: 'final', output: find(game, pointAt(game, { scenario, set })) };
}
