/**
 * The model of sensitivity analyses and recommendations as `@trilogue/study` takes it, with the settings that the command
 * line has by default, so that both give the same figures.
 */
import { accurateScheme, type Model } from '@trilogue/study';
import type { JobContext } from './job';
import type { RunSpec } from './spec';

/** Nearness that counts as being at a pure profile; the command line's default. */
const delta = 0.05;

export function studyModel(
  { game, scenario, set, seed, horizon }: RunSpec,
  metric: string,
  { backend, signal, chunk }: JobContext['run'],
): Model {
  const scheme = accurateScheme(game);
  return { game, metric, scenario: scenario ?? null, set, seed, horizon, delta, scheme, backend, signal, chunk };
}

/** Steps of a path in rough passes. */
export const coarseSteps = 40;
