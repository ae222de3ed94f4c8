/**
 * One factor at a time from where the game stands: the ends of the ranges with few paths first, then all levels.
 */
import type { Factor, TornadoResult } from '@trilogue/sensitivity';
import { baseOf, findingsOf, indicesTrial, methods, runDesign, studyStep } from '@trilogue/study';
import type { JobContext, NoResult, Staged } from '../job';
import { type Roughly, roughly } from '../rough';
import type { RunSpec } from '../spec';
import { coarsePass, studyModel } from '../study';

export interface TornadoInput extends RunSpec {
  readonly metric: string;
  readonly factors: readonly Factor[];
}

export type TornadoOutput = Roughly<TornadoResult>;

const coarseSamples = 3;
const coarsePaths = { fewest: 128, most: 512 };

export async function* tornado(
  { metric, factors, ...spec }: TornadoInput,
  { run, coarse }: JobContext,
): AsyncGenerator<Staged<TornadoOutput> | NoResult, void, void> {
  const model = studyModel(spec, metric, run);
  const { game, seed, scenario, set } = model;
  const base = baseOf(game, { factors, scenario, set });
  const designOf = (samples: number) => methods.oat.design(factors, { samples, seed, base });
  const pass = async (samples: number, { paths, dt }: { readonly paths: number; readonly dt: number }) => {
    const design = designOf(samples);
    const { outputs, performance } = await runDesign({
      ...{ model, design, paths, dt, independent: false, finished: new Map() },
      onBatch: () => {},
      onProgress: run.onProgress,
    });
    const output = findingsOf(design, outputs, { method: 'oat', seed, independent: false }) as TornadoResult;
    return { output, performance };
  };
  const first = coarsePass(spec, designOf(coarseSamples), coarse, coarsePaths);
  if (first === null) yield { stage: null };
  else {
    const { output, performance } = await pass(coarseSamples, first);
    yield { stage: 'coarse', output: roughTornado(output), performance };
  }
  const dt = (await studyStep(model, factors, null, indicesTrial)).dt!;
  yield { stage: 'final', ...(await pass(methods.oat.samples, { paths: methods.oat.paths, dt })) };
}

function roughTornado(result: TornadoResult): TornadoOutput {
  // levels are exact; a peak is one that beats the ends by more than noise, which is not known
  const bars = result.bars.map((bar) => ({
    ...roughly(bar, ['outputs', 'change', 'swing']),
    peak: null,
    trough: null,
  }));
  return { ...roughly(result, ['base']), bars, warnings: [] };
}
