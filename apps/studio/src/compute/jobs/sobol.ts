/**
 * Sobol indices of factors and groups: few samples of few paths first, then as many as were asked for.
 */
import type { Factor, SobolResult } from '@trilogue/sensitivity';
import { findingsOf, indicesTrial, type Model, methods, runDesign, studyStep } from '@trilogue/study';
import type { JobContext, Staged } from '../job';
import type { RunSpec } from '../spec';
import { coarseSteps, studyModel } from '../study';

export interface SobolInput extends RunSpec {
  readonly metric: string;
  readonly factors: readonly Factor[];
  readonly samples: number;
}

export interface SobolOutput {
  readonly result: SobolResult;
  readonly paths: number;
  readonly dt: number;
}

interface Pass {
  readonly samples: number;
  readonly paths: number;
  readonly dt: number;
}

const rough = [
  { samples: 32, paths: 64 },
  { samples: 256, paths: 128 },
];

export async function* sobol(
  { metric, factors, samples, ...spec }: SobolInput,
  { run }: JobContext,
): AsyncGenerator<Staged<SobolOutput>, void, void> {
  const model = studyModel(spec, metric, run);
  const dt = spec.horizon / coarseSteps;
  let last: Staged<SobolOutput> | undefined;
  for (const [i, pass] of rough.entries()) {
    if (pass.samples >= samples) break;
    last = await analysed(model, factors, { ...pass, dt }, run, i === 0 ? 'coarse' : 'finer');
    yield last;
  }
  const step = await studyStep(model, factors, null, indicesTrial);
  // the step takes its time: others have their turn before the many runs
  if (last !== undefined) yield { ...last, stage: 'finer' };
  yield await analysed(model, factors, { samples, paths: methods.sobol.paths, dt: step.dt }, run, 'final');
}

async function analysed(
  model: Model,
  factors: readonly Factor[],
  { samples, paths, dt }: Pass,
  { onProgress }: JobContext['run'],
  stage: Staged<SobolOutput>['stage'],
): Promise<Staged<SobolOutput>> {
  const { seed } = model;
  const design = methods.sobol.design(factors, { samples, seed, base: [] });
  const { outputs, performance } = await runDesign({
    ...{ model, design, paths, dt, independent: true, finished: new Map() },
    onBatch: () => {},
    onProgress,
  });
  const result = findingsOf(design, outputs, { method: 'sobol', seed, independent: true }) as SobolResult;
  return { stage, output: { result, paths, dt }, performance };
}
