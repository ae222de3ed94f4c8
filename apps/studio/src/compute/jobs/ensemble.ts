/**
 * One ensemble: bands over time, outcomes, final shares; few paths first, then as many as the accuracy asks for.
 */
import { type SimulateResult, simulate } from '@trilogue/engine';
import type { Model } from '../../state/model';
import type { JobContext, Staged } from '../job';
import { accuracyOptions, type RunSpec } from '../spec';

export interface EnsembleInput extends RunSpec {
  readonly accuracy: Model['accuracy'];
}

const coarseSteps = 80;
const mostCoarsePaths = 4096;
/** A graphics device takes a launch from each time to the next. */
const coarseTimes = 12;

export async function* ensemble(
  { accuracy, ...spec }: EnsembleInput,
  { run, coarse, begun }: JobContext,
): AsyncGenerator<Staged<SimulateResult>, void, void> {
  if (!begun) {
    // half of them, since looking at the paths at every time takes as long on a slow device
    const paths = Math.max(256, Math.min(mostCoarsePaths, 4 * Math.round(coarse / 2 / coarseSteps / 4)));
    const dt = spec.horizon / coarseSteps;
    const first = await simulate({ ...spec, ...run, paths, dt, times: coarseTimes, passages: false });
    yield { stage: 'coarse', output: first, performance: first.performance };
  }
  const last = await simulate({ ...spec, ...run, ...accuracyOptions(accuracy) });
  yield { stage: 'final', output: last, performance: last.performance };
}
