/**
 * Runs a sensitivity analysis, into a folder or without one, or what is left of it.
 * Owns the order of things: look at the folder, find the step, run the rows, estimate, write.
 */
import type { Game } from '@trilogue/core';
import { type Backend, openBackend } from '@trilogue/engine';
import {
  type Batches,
  designOf,
  type Lock,
  lockFolder,
  modelOf,
  openProgress,
  outputsName,
  type ProgressWriter,
  possible,
  readProgress,
  removeProgress,
  type StudyDocument,
  type StudyRecipe,
  type StudyTimes,
  studyDocument,
  studyKey,
  writeStudyManifest,
  writeStudyTables,
} from '@trilogue/results';
import type { Design } from '@trilogue/sensitivity';
import { indicesTrial, type RunsOutcome, runDesign, studyStep, type Told } from '@trilogue/study';
import { Stopped, UsageError } from '../errors/kinds.js';
import { checkDevice } from '../files/holding.js';
import { prepareOut, writePictures } from '../files/out-folder.js';
import { count } from '../output/figures.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';
import { versions } from '../versions.js';
import { inspectStudy, type StudyHolding, type WantedStudy } from './folder.js';
import { drawStudy } from './pictures.js';

export interface StudyJob {
  readonly game: Game;
  readonly wanted: WantedStudy;
  readonly out?: string;
  readonly threads?: number;
}

export interface StudyOutcome {
  readonly document: StudyDocument;
  readonly performance: RunsOutcome['performance'];
  readonly resumedRuns: number;
  readonly device: string;
  /** Names without ending; none where there is no folder. */
  readonly pictures: readonly string[];
  /** The folder held all numbers. */
  readonly reused: boolean;
}

/**
 * @throws UsageError for a folder that cannot be used, SensitivityError for a wrong design and for outputs without a value,
 *   EngineError and GameError for wrong options; Stopped where the signal cut it off with runs kept.
 */
export async function runSensitivity(job: StudyJob, terminal: Terminal): Promise<StudyOutcome> {
  const { game, wanted, out } = job;
  const design = designOf(game, wanted);
  const held: StudyHolding = out === undefined ? { kind: 'nothing' } : await inspectStudy(out, wanted);
  if (held.kind === 'finished') return await drawnAnew(job, held, design, terminal);
  const { backend } = await openBackend(held.kind === 'unfinished' ? held.manifest.recipe.backend : wanted.backend, {
    threads: job.threads,
  });
  try {
    const outcome = await compute(job, design, held, backend, terminal);
    if (outcome !== 'changed') return outcome;
  } finally {
    await backend.close();
  }
  // another process has changed the folder meanwhile: it is read again
  return runSensitivity(job, terminal);
}

/** The folder holds all numbers: only what follows from them is written again. */
async function drawnAnew(
  { game, out }: StudyJob,
  { manifest: { recipe, step, times }, outputs }: StudyHolding & { kind: 'finished' },
  design: Design,
  { signal }: Terminal,
): Promise<StudyOutcome> {
  const isPossible = possible(game, recipe);
  if (outputs.length !== design.runs || outputs.some(({ value, variance }) => !isPossible(value) || !(variance >= 0))) {
    throw new UsageError(
      `"${out}": its outputs are not of the ${design.runs} runs of this analysis, though its manifest has their hash: both were changed. Choose another folder.`,
    );
  }
  const lock = await lockFolder(out!);
  try {
    const document = studyDocument(game, recipe, step, design, outputs);
    const { pictures } = await writeStudy(out!, game, document, design, outputs, signal);
    const { performance, resumedRuns } = times;
    const device = recipe.device ?? 'CPU';
    return { document, performance: performance!, resumedRuns: resumedRuns!, device, pictures, reused: true };
  } finally {
    await lock.release();
  }
}

async function compute(
  { game, wanted, out }: StudyJob,
  design: Design,
  held: StudyHolding,
  backend: Backend,
  { signal: stop, note, warn }: Terminal,
): Promise<StudyOutcome | 'changed'> {
  const device = backend.name === 'webgpu' || backend.name === 'webgl2' ? backend.device : null;
  const recipe: StudyRecipe = { ...wanted, backend: backend.name, device };
  if (held.kind === 'unfinished') checkDevice(out!, held.manifest.recipe.device, device);
  const broken = new AbortController();
  const signal = AbortSignal.any([stop, broken.signal]);
  const model = modelOf(game, recipe, backend, signal);
  const step =
    held.kind === 'unfinished' ? held.manifest.step : await studyStep(model, recipe.factors, recipe.dt, indicesTrial);
  const started = held.kind === 'unfinished' ? held.manifest.times.started : new Date().toISOString();
  const manifest = { recipe, step, versions: versions() };
  const key = studyKey(recipe, step);
  let lock: Lock | undefined;
  let kept = 0;
  const bar = progressBar('sensitivity');
  try {
    let progress: ProgressWriter | undefined;
    let finished: Batches = new Map();
    if (out !== undefined) {
      await prepareOut(out);
      lock = await lockFolder(out);
      if (JSON.stringify(await inspectStudy(out, wanted)) !== JSON.stringify(held)) return 'changed';
      if (held.kind === 'nothing') await removeProgress(out);
      await writeStudyManifest(out, { ...manifest, files: null, times: { started } });
      const found = await readProgress(out, key, possible(game, recipe));
      for (const lost of found.lost) warn(`${lost}. Its runs are computed again.`);
      finished = found.batches;
      progress = await openProgress(out, key, found.last, (error) => broken.abort(error));
    }
    kept = [...finished.values()].reduce((sum, numbers) => sum + numbers.length / 2, 0);
    if (kept > 0) note(`${count(kept)} of ${count(design.runs)} runs are there already; going on`);
    const { paths, independent } = recipe;
    const ran = await runDesign({
      ...{ model, design, paths, dt: step.dt, independent, finished },
      onBatch(batch, numbers) {
        progress?.add(batch, numbers);
        kept += numbers.length / 2;
      },
      onProgress: bar.update,
    }).finally(async () => {
      bar.clear();
      await progress?.close();
    });
    const document = studyDocument(game, recipe, step, design, ran.outputs);
    const { performance, resumedRuns } = ran;
    let pictures: readonly string[] = [];
    if (out !== undefined) {
      const written = await writeStudy(out, game, document, design, ran.outputs, signal);
      pictures = written.pictures;
      const times: StudyTimes = {
        ...{ started, finished: new Date().toISOString(), resumedRuns, performance, threads: backend.threads },
      };
      await writeStudyManifest(out, { ...manifest, files: { [outputsName]: written.hash }, times });
      await removeProgress(out);
    }
    return { document, performance, resumedRuns, device: backend.device, pictures, reused: false };
  } catch (error) {
    if (out !== undefined && error === stop.reason) {
      throw new Stopped(
        `stopped: ${count(kept)} of ${count(design.runs)} runs are kept in ${out}; the same command goes on from there`,
      );
    }
    // a write that failed is the reason of whatever it cut off
    throw broken.signal.aborted && error === signal.reason ? broken.signal.reason : error;
  } finally {
    bar.clear();
    await lock?.release();
  }
}

/** Writes all but the manifest. A folder in which this was stopped half-way counts as unfinished. */
async function writeStudy(
  out: string,
  game: Game,
  document: StudyDocument,
  design: Design,
  outputs: readonly Told[],
  signal: AbortSignal,
): Promise<{ readonly pictures: string[]; readonly hash: string }> {
  const hash = await writeStudyTables(out, document, design, outputs);
  const pictures = await drawStudy(game, document);
  signal.throwIfAborted();
  await writePictures(out, pictures);
  return { pictures: pictures.map(({ name }) => name), hash };
}
