/**
 * Sobol indices of factors and groups: few samples of few paths first, then as many as were asked for.
 */
import type { Factor, SobolResult } from '@trilogue/sensitivity';
import { findingsOf, indicesTrial, methods, runDesign, studyStep } from '@trilogue/study';
import type { JobContext, NoResult, Staged } from '../job';
import { type Roughly, roughly } from '../rough';
import type { RunSpec } from '../spec';
import { coarsePass, studyModel } from '../study';

export interface SobolInput extends RunSpec {
  readonly metric: string;
  readonly factors: readonly Factor[];
  readonly samples: number;
}

export interface SobolOutput {
  readonly result: Roughly<SobolResult>;
  readonly paths: number;
  readonly dt: number;
}

const coarseSamples = 32;
const coarsePaths = { fewest: 64, most: 64 };
const finerSamples = 256;
const finerPaths = 128;

export async function* sobol(
  { metric, factors, samples, ...spec }: SobolInput,
  { run, coarse }: JobContext,
): AsyncGenerator<Staged<SobolOutput> | NoResult, void, void> {
  const model = studyModel(spec, metric, run);
  const { seed } = model;
  const designOf = (count: number) => methods.sobol.design(factors, { samples: count, seed, base: [] });
  const pass = async (count: number, { paths, dt }: { readonly paths: number; readonly dt: number }) => {
    const design = designOf(count);
    const { outputs, performance } = await runDesign({
      ...{ model, design, paths, dt, independent: true, finished: new Map() },
      onBatch: () => {},
      onProgress: run.onProgress,
    });
    const result = findingsOf(design, outputs, { method: 'sobol', seed, independent: true }) as SobolResult;
    return { output: { result, paths, dt }, performance };
  };
  const first = coarsePass(spec, designOf(coarseSamples), coarse, coarsePaths);
  if (first === null) yield { stage: null };
  else yield { stage: 'coarse', ...roughIndices(await pass(coarseSamples, first)) };
  const dt = (await studyStep(model, factors, null, indicesTrial)).dt!;
  // finding the step takes long: other jobs may run before the many runs
  if (samples <= finerSamples) yield { stage: null };
  else yield { stage: 'finer', ...roughIndices(await pass(finerSamples, { paths: finerPaths, dt })) };
  yield { stage: 'final', ...(await pass(samples, { paths: methods.sobol.paths, dt })) };
}

function roughIndices<T>({ output: { result, ...made }, ...rest }: { output: { result: SobolResult } & T }) {
  // warnings read the intervals
  const told = roughly({ ...result, warnings: [] }, ['variance', 'indices', 'groups', 'pairs']);
  return { ...rest, output: { ...made, result: told } };
}
