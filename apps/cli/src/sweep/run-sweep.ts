/**
 * Runs a sweep into a folder, or what is left of it.
 * Owns the order of things: look at the folder, compute what is missing, keep each cell as it comes, write the results.
 */
import type { Game } from '@trilogue/core';
import { type Backend, type Opened, openBackend, type SweepResult, sweep } from '@trilogue/engine';
import { Stopped } from '../errors/stopped.js';
import { UsageError } from '../errors/usage-error.js';
import { prepareOut } from '../files/out-folder.js';
import { accuracyOptions } from '../options/accuracy.js';
import { count } from '../output/figures.js';
import { progressBar } from '../output/progress-bar.js';
import type { Terminal } from '../output/terminal.js';
import { versions } from '../versions.js';
import { accuracyOfCells, type CellAccuracy } from './accuracy.js';
import { type Grid, readCells } from './cells.js';
import { type Holding, inspect } from './folder.js';
import { type Ran, type Times, writeManifest } from './manifest.js';
import { openProgress, readProgress, removeProgress, type Tallies } from './progress-file.js';
import type { Recipe, Wanted } from './recipe.js';
import { type Unsealed, writeResults } from './write-results.js';

export interface SweepJob {
  readonly game: Game;
  readonly wanted: Wanted;
  readonly out: string;
  readonly threads?: number;
}

export interface SweepOutcome {
  readonly recipe: Recipe;
  readonly ran: Ran;
  readonly times: Times;
  readonly grid: Grid;
  readonly accuracy: CellAccuracy;
  /** The folder held the whole sweep: only the pictures are new. */
  readonly reused: boolean;
}

/**
 * @throws UsageError for a folder that cannot be used, EngineError and GameError for wrong options, all before the folder is
 * touched; Stopped where the signal cut it off with cells kept.
 */
export async function runSweep(job: SweepJob, terminal: Terminal): Promise<SweepOutcome> {
  const held = await inspect(job.out, job.wanted);
  if (held.kind === 'finished') return redraw(job, held, terminal);
  const choice = held.kind === 'unfinished' ? held.manifest.recipe.backend : job.wanted.backend;
  const opened = await openBackend(choice, { threads: job.threads });
  try {
    return await compute(job, held, opened, terminal);
  } finally {
    await opened.backend.close();
  }
}

async function redraw(
  { game, out }: SweepJob,
  { manifest, csv }: Extract<Holding, { kind: 'finished' }>,
  { signal }: Terminal,
): Promise<SweepOutcome> {
  const { recipe, ran, times } = manifest;
  const titled = ({ name }: { name: string }) => ({ name, title: game.parameters.find((p) => p.name === name)?.title });
  const grid = readCells(csv, {
    x: titled(recipe.x),
    y: recipe.y === null ? null : titled(recipe.y),
    width: recipe.x.count,
  });
  const accuracy = accuracyOfCells(game, recipe, grid);
  await prepareOut(out);
  await writeResults(out, game, grid, accuracy, manifest, signal);
  return { recipe, ran, times, grid, accuracy, reused: true };
}

async function compute(
  { game, wanted, out }: SweepJob,
  held: Holding,
  { backend, passedOver }: Opened,
  terminal: Terminal,
): Promise<SweepOutcome> {
  const device = backend.name === 'webgpu' || backend.name === 'webgl2' ? backend.device : null;
  const recipe: Recipe = { ...wanted, backend: backend.name, device };
  if (held.kind === 'unfinished' && held.manifest.recipe.device !== device) {
    const [there, here] = [held.manifest.recipe.device, device].map((name) => name ?? 'no graphics processor');
    throw new UsageError(
      `--out "${out}" holds a part that was computed on ${there}; here it is ${here}, which may round differently. Choose another folder.`,
    );
  }
  const finished: Tallies = held.kind === 'unfinished' ? readProgress(out) : new Map();
  const started = held.kind === 'unfinished' ? held.manifest.times.started : new Date().toISOString();
  const cells = recipe.x.count * (recipe.y?.count ?? 1);
  if (finished.size > 0) terminal.note(`${count(finished.size)} of ${count(cells)} cells are there already; going on`);

  let kept: number | undefined;
  const begin = async () => {
    await prepareOut(out);
    if (held.kind === 'nothing') removeProgress(out);
    await writeManifest(out, { recipe, versions: versions(), ran: null, files: null, times: { started } });
    kept = finished.size;
  };
  // The engine opens its first kernel when it has checked everything: only then is the folder touched.
  let begun: Promise<void> | undefined;
  const checked: Backend = {
    ...backend,
    open(kernel) {
      begun ??= begin();
      return begun.then(() => backend.open(kernel));
    },
  };

  const broken = new AbortController();
  const signal = AbortSignal.any([terminal.signal, broken.signal]);
  const progress = openProgress(out, (error) => broken.abort(error));
  const bar = progressBar('sweep');
  try {
    const result = await sweep({
      ...engineOptions(game, recipe),
      backend: checked,
      finished,
      signal,
      onProgress: bar.update,
      onCell(cell, tally) {
        progress.add(cell, tally);
        kept = (kept ?? 0) + 1;
      },
    }).finally(() => {
      bar.clear();
      progress.close();
    });
    const manifest = record(recipe, { ...result, passedOver }, started, finished.size);
    const accuracy = accuracyOfCells(game, recipe, result);
    await writeResults(out, game, result, accuracy, manifest, signal);
    return { recipe, ran: manifest.ran, times: manifest.times, grid: result, accuracy, reused: false };
  } catch (error) {
    if (kept === undefined || error !== terminal.signal.reason) throw error;
    throw new Stopped(
      `stopped: ${count(kept)} of ${count(cells)} cells are kept in ${out}; the same command goes on from there`,
    );
  }
}

function engineOptions(game: Game, recipe: Recipe) {
  const { x, y, metric, scenario, set, seed, horizon, scheme, delta, independent } = recipe;
  return {
    ...{ game, x, y: y ?? undefined, metric, scenario: scenario ?? undefined, set, seed },
    ...accuracyOptions(recipe),
    ...{ horizon, scheme: scheme ?? undefined, delta, independent },
  };
}

function record(recipe: Recipe, result: SweepResult, started: string, resumedCells: number): Unsealed {
  const { scheme, paths, dt, steps, device, passedOver, boundaryHits, cells, parameters, sigma, initial } = result;
  const { performance, threads } = result;
  return {
    recipe,
    versions: versions(),
    ran: { scheme, paths, dt, steps, device, passedOver, boundaryHits, cells, parameters, sigma, initial },
    times: { started, finished: new Date().toISOString(), resumedCells, performance, threads },
  };
}
