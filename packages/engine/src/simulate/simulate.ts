/**
 * One ensemble of a game: outcome probabilities, final shares, first-passage times and the evolution over time, each
 * with its 95% interval.
 */
import { pointAt, profiles } from '@trilogue/core';
import { type EnsembleOptions, runEnsemble } from '../ensemble.js';
import { EngineError } from '../errors.js';
import { regionOf } from '../observe/region.js';
import type { Tracker } from '../observe/tracker.js';
import { DEFAULT_DELTA, kernelOf, prepare, type RunOptions } from '../prepare.js';
import { tallySize } from '../reduce/measure.js';
import { namedPoint, runReport } from '../run-report.js';
import { type BackendChoice, checkPaths, withBackend } from '../use-backend.js';
import { planMeasures } from './plan-measures.js';
import { readResult } from './read-result.js';
import type { SimulateResult } from './result.js';

export interface SimulateOptions extends RunOptions, BackendChoice, EnsembleOptions {
  /** Default 100,000. */
  readonly paths?: number;
  /** The most points in time of the bands; default 100, 0 for none. */
  readonly times?: number;
  /** Whether first-passage times are measured; default true where the game has at most 64 pure profiles. */
  readonly passages?: boolean;
}

/** The most pure profiles whose outcomes are counted. */
const MAX_PROFILES = 4096;
const MAX_PASSAGE_PROFILES = 64;

/**
 * Simulates one ensemble. Cost: paths times steps.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function simulate(options: SimulateOptions): Promise<SimulateResult> {
  const { game, paths = 100_000, times = 100 } = options;
  checkPaths(paths);
  if (!(Number.isInteger(times) && times >= 0)) {
    throw new EngineError('option', `times must be a whole number from 0; found ${times}.`);
  }
  const point = pointAt(game, { scenario: options.scenario, set: options.set });
  const strategies = game.players.map((player) => player.strategies.length);
  checkProfiles(strategies);
  const names = profiles(game);
  const delta = options.delta ?? DEFAULT_DELTA;
  const patterns = names.map((profile) => profile.map((name, p) => game.players[p].strategies.indexOf(name)));
  const wanted = options.passages ?? names.length <= MAX_PASSAGE_PROFILES;
  const trackers: Tracker[] = wanted
    ? [
        { kind: 'steps' },
        ...patterns.map((pattern): Tracker => ({ kind: 'passage', region: regionOf(strategies, pattern, delta) })),
      ]
    : [];
  const prepared = prepare(
    options,
    1,
    () => point,
    () => 0,
    trackers,
  );
  const plan = planMeasures(game, prepared, times, wanted ? names.length : 0);
  const kernel = kernelOf(prepared, plan.records, plan.measures);

  return withBackend(options, async (opened) => {
    const runner = await opened.backend.open(kernel);
    try {
      const started = performance.now();
      const { cells, grid } = prepared;
      const size = tallySize(plan.measures);
      const tally = await runEnsemble(opened.backend, runner, cells, paths, grid.steps, size, options);
      const seconds = (performance.now() - started) / 1000;
      const hits = plan.hits === null ? 0 : tally[plan.offsets[plan.hits]];
      return {
        ...runReport(game, prepared, opened, paths, hits, paths * grid.steps, seconds),
        ...namedPoint(game, point),
        ...readResult(plan, tally, paths, prepared, names, point.initial),
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
