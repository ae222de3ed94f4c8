/**
 * One factor at a time from where the game stands: the ends of the ranges with few paths first, then all levels.
 */
import type { Factor, TornadoResult } from '@trilogue/sensitivity';
import { baseOf, findingsOf, indicesTrial, methods, runDesign, studyStep } from '@trilogue/study';
import type { JobContext, Staged } from '../job';
import type { RunSpec } from '../spec';
import { coarseSteps, studyModel } from '../study';

export interface TornadoInput extends RunSpec {
  readonly metric: string;
  readonly factors: readonly Factor[];
}

const rough = { samples: 3, paths: 512 };

export async function* tornado(
  { metric, factors, ...spec }: TornadoInput,
  { run }: JobContext,
): AsyncGenerator<Staged<TornadoResult>, void, void> {
  const model = studyModel(spec, metric, run);
  const { game, scenario, seed } = model;
  const base = baseOf(game, { factors, scenario, set: model.set });
  const pass = async (samples: number, paths: number, dt: number) => {
    const design = methods.oat.design(factors, { samples, seed, base });
    const { outputs, performance } = await runDesign({
      ...{ model, design, paths, dt, independent: false, finished: new Map() },
      onBatch: () => {},
      onProgress: run.onProgress,
    });
    const output = findingsOf(design, outputs, { method: 'oat', seed, independent: false }) as TornadoResult;
    return { output, performance };
  };
  yield { stage: 'coarse', ...(await pass(rough.samples, rough.paths, spec.horizon / coarseSteps)) };
  const { dt } = await studyStep(model, factors, null, indicesTrial);
  yield { stage: 'final', ...(await pass(methods.oat.samples, methods.oat.paths, dt)) };
}
