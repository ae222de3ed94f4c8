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
/** Times at which the last pass looks at its paths: the engine's default. */
const times = 100;

export async function* ensemble(
  { accuracy, ...spec }: EnsembleInput,
  { run, coarse }: JobContext,
): AsyncGenerator<Staged<SimulateResult>, void, void> {
  const paths = Math.max(256, Math.min(mostCoarsePaths, 4 * Math.round(coarse / coarseSteps / 4)));
  const dt = spec.horizon / coarseSteps;
  const first = await simulate({ ...spec, ...run, paths, dt, times: 20, passages: false });
  yield { stage: 'coarse', output: first, performance: first.performance };
  const last = await simulate({ ...spec, ...run, ...accuracyOptions(accuracy), times, chunk: longChunk(run) });
  yield { stage: 'final', output: last, performance: last.performance };
}

/** Graphics devices are handed a chunk from one of the times to the next, and hear of an abort in between. */
function longChunk({ backend, chunk }: JobContext['run']): JobContext['run']['chunk'] {
  if (backend.name !== 'webgpu' && backend.name !== 'webgl2') return chunk;
  return { pathSteps: Math.min(backend.chunk.pathSteps, times * chunk.pathSteps) };
}
