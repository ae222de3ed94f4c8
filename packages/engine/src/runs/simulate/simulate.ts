/**
 * One ensemble of a game: outcome probabilities, final shares, first-passage times and the evolution over time, each
 * with its 95% interval.
 */
import { pointAt, profiles } from '@trilogue/core';
import { EngineError } from '../../errors.js';
import { regionOf } from '../../measures/observe/region.js';
import type { Tracker } from '../../measures/observe/tracker.js';
import { tallySize } from '../../measures/reduce/measure.js';
import { accurateScheme, choosesSteps, requireSteps } from '../../schemes/choose.js';
import { readCells } from '../cell-numbers.js';
import { allPaths, type EnsembleOptions, runEnsemble, trialOptions } from '../ensemble.js';
import { kernelOf, prepare, type RunOptions, runDefaults } from '../prepare.js';
import { namedPoint, runReport } from '../run-report.js';
import { toleranceOf } from '../tolerance/option.js';
import { type BackendChoice, checkPaths, withBackend } from '../use-backend.js';
import { followEnsemble } from './follow-ensemble.js';
import { planMeasures } from './plan-measures.js';
import { readResult } from './read-result.js';
import type { SimulateResult } from './result.js';
import { accuracyFor, type TriedStep } from './within-tolerance.js';

export interface SimulateOptions extends RunOptions, BackendChoice, EnsembleOptions {
  /** 100,000 where only `dt` is given. */
  readonly paths?: number;
  /**
   * Largest error of every outcome's probability (of games with at most 64 pure profiles) and every mean final share: its
   * distance to the limits of its 95% interval and the bound of its step bias together. Chooses step and paths. Default
   * 0.01 where neither `paths` nor `dt` is given.
   */
  readonly tolerance?: number;
  /** The most points in time of the bands; default 100, 0 for none. */
  readonly times?: number;
  /**
   * Where the signal aborts: resolve with what few paths say, by the last step that was tried, in place of rejecting; `stopped` is
   * then true, and the errors beside the numbers are those of these paths and of that step. Default false.
   */
  readonly partial?: boolean;
  /** Whether first-passage times are measured; default true where the game has at most 64 pure profiles. */
  readonly passages?: boolean;
}

/** The most pure profiles whose outcomes are counted. */
const MAX_PROFILES = 4096;
const MAX_PASSAGE_PROFILES = 64;
const DEFAULT_PATHS = 100_000;
/** What a stopped run still computes: so many of the backend's chunks, and no fewer paths than say something. */
const STOPPED_CHUNKS = 4;
const LEAST_STOPPED = 64;

/**
 * Simulates one ensemble. Cost: paths times steps.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function simulate(options: SimulateOptions): Promise<SimulateResult> {
  const { game, times = 100 } = options;
  const tolerance = toleranceOf(options);
  checkPaths(options.paths ?? DEFAULT_PATHS);
  if (!(Number.isInteger(times) && times >= 0)) {
    throw new EngineError('option', `times must be a whole number from 0; found ${times}.`);
  }
  const point = pointAt(game, { scenario: options.scenario, set: options.set });
  const strategies = game.players.map((player) => player.strategies.length);
  checkProfiles(strategies);
  const names = profiles(game);
  const delta = options.delta ?? runDefaults.delta;
  const patterns = names.map((profile) => profile.map((name, p) => game.players[p].strategies.indexOf(name)));
  const wanted = options.passages ?? names.length <= MAX_PASSAGE_PROFILES;
  const trackers: Tracker[] = wanted
    ? [
        { kind: 'steps' },
        ...patterns.map((pattern): Tracker => ({ kind: 'passage', region: regionOf(strategies, pattern, delta) })),
      ]
    : [];
  const cell = readCells(game, { count: 1, pointOf: () => point, streamOf: () => 0 });
  if (tolerance === null) requireSteps(cell.shape, options.scheme);
  const scheme = tolerance === null ? options.scheme : accurateScheme(cell.shape, options.scheme);
  const run = { ...options, scheme };
  // what is wrong with the options is said before a backend starts
  const first = prepare(run, cell, trackers);

  return withBackend(options, async (opened) => {
    const started = performance.now();
    const { signal, chunk, onProgress } = options;
    if (choosesSteps(scheme)) {
      const followed = await followEnsemble(run, first, cell, trackers, times, wanted ? names.length : 0);
      const { tally, plan, accuracy, pathSteps } = followed;
      const seconds = (performance.now() - started) / 1000;
      return {
        ...runReport(game, first, opened, 1, 0, pathSteps, seconds),
        ...namedPoint(game, point),
        ...readResult(plan, tally, 1, first, names, point, accuracy),
        tolerance,
      };
    }
    const trials = { backend: opened.backend, options: trialOptions({ signal, chunk, onProgress }) };
    let stopped = false;
    let tried: TriedStep | undefined;
    const goOn = (error: unknown) => {
      stopped = options.partial === true && signal?.aborted === true && (tolerance === null || tried !== undefined);
      if (!stopped) throw error;
    };
    const accuracy =
      tolerance === null
        ? undefined
        : await accuracyFor(options, cell, tolerance, trials, (step) => {
            tried = step;
          }).catch((error) => {
            goOn(error);
            return { ...tried!, paths: DEFAULT_PATHS, pathSteps: 0 };
          });
    const prepared = prepare({ ...options, ...accuracy }, cell, trackers);
    const plan = planMeasures(game, prepared, times, wanted ? names.length : 0);
    const { cells, grid } = prepared;
    const few = 4 * Math.floor((STOPPED_CHUNKS * opened.backend.chunk.pathSteps) / grid.steps / 4);
    const runner = await opened.backend.open(kernelOf(prepared, plan.records, plan.measures));
    try {
      const size = tallySize(plan.measures);
      const run = (count: number, how: EnsembleOptions) =>
        runEnsemble(opened.backend, runner, cells, allPaths(cells, count), grid.steps, size, how);
      const all = accuracy?.paths ?? options.paths ?? DEFAULT_PATHS;
      const whole = stopped ? null : await run(all, options).catch(goOn);
      if (!whole && few < LEAST_STOPPED) throw signal!.reason;
      const paths = whole ? all : Math.min(all, few);
      const tally = whole ?? (await run(paths, {}));
      const seconds = (performance.now() - started) / 1000;
      const pathSteps = paths * grid.steps + (accuracy?.pathSteps ?? 0);
      const hits = plan.hits === null ? 0 : tally[plan.offsets[plan.hits]];
      return {
        ...runReport(game, prepared, opened, paths, hits, pathSteps, seconds),
        ...namedPoint(game, point),
        ...readResult(plan, tally, paths, prepared, names, point, accuracy),
        tolerance,
        ...(stopped ? { stopped: true as const } : {}),
      };
    } finally {
      await runner.close();
    }
  });
}

function checkProfiles(strategies: readonly number[]): void {
  const count = strategies.reduce((product, k) => product * k, 1);
  if (count <= MAX_PROFILES) return;
  throw new EngineError(
    'option',
    `this game has ${count} pure profiles, more than the ${MAX_PROFILES} whose outcomes are listed. ` +
      'Use a sweep of one metric, such as mean(...) or P(...) with * for most players.',
  );
}
