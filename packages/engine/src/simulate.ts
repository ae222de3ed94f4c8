/**
 * One ensemble of a game: outcome probabilities, final shares, first-passage times and the evolution over time, each
 * with its 95% interval.
 */
import { type Game, pointAt, profiles } from '@trilogue/core';
import { type EnsembleOptions, runEnsemble } from './ensemble.js';
import { EngineError } from './errors.js';
import { HISTOGRAM_BINS } from './metric/metric-plan.js';
import { regionOf } from './observe/region.js';
import { shareOf } from './observe/share.js';
import type { Tracker } from './observe/tracker.js';
import { recordSteps } from './plan/time-grid.js';
import { DEFAULT_DELTA, kernelOf, type Prepared, prepare, type RunOptions } from './prepare.js';
import { type DistributionMeasure, readDistribution } from './reduce/distribution.js';
import { meanInterval, wilson } from './reduce/intervals.js';
import { type Measure, tallyOffsets, tallySize } from './reduce/measure.js';
import { type PassageMeasure, readPassage } from './reduce/passage.js';
import { type NamedPoint, namedPoint, type RunReport, runReport } from './run-report.js';
import { type BackendChoice, checkPaths, withBackend } from './use-backend.js';

export interface SimulateOptions extends RunOptions, BackendChoice, EnsembleOptions {
  /** Default 100,000. */
  readonly paths?: number;
  /** The most points in time of the bands; default 100, 0 for none. */
  readonly times?: number;
  /** Whether first-passage times are measured; default true where the game has at most 64 pure profiles. */
  readonly passages?: boolean;
}

/** The distribution of a share over the paths at the horizon. */
export interface ShareSummary {
  readonly mean: number;
  /** 95% interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly sd: number;
  /** Quantiles, exact to 1/2048. */
  readonly q10: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q90: number;
}

export interface Outcome {
  /** One strategy name a player. */
  readonly profile: readonly string[];
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** Paths that ended there. */
  readonly count: number;
}

/** First passage into the neighbourhood of a pure profile; times over the paths that enter, null where none does. */
export interface PassageSummary {
  readonly profile: readonly string[];
  /** Probability of entering before the horizon. */
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number | null;
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly q10: number | null;
  readonly q50: number | null;
  readonly q90: number | null;
}

/** Evolution over time: one number for each point in time. */
export interface Band {
  readonly mean: readonly number[];
  readonly q10: readonly number[];
  readonly q25: readonly number[];
  readonly q50: readonly number[];
  readonly q75: readonly number[];
  readonly q90: readonly number[];
}

export interface SimulateResult extends RunReport, NamedPoint {
  /** By share name, such as `A.share`: the first strategy of two, every one of more. */
  readonly final: Readonly<Record<string, ShareSummary>>;
  /** Every pure profile, first player slowest. */
  readonly outcomes: readonly Outcome[];
  /** Part of the paths that is near no pure profile at the horizon. */
  readonly undecided: number;
  readonly passages: readonly PassageSummary[];
  readonly bands: { readonly times: readonly number[]; readonly shares: Readonly<Record<string, Band>> };
}

/** The most pure profiles whose outcomes are counted. */
const MAX_PROFILES = 4096;
const MAX_PASSAGE_PROFILES = 64;
const BAND_BINS = 512;

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

interface MeasurePlan {
  readonly records: readonly number[];
  readonly measures: readonly Measure[];
  readonly offsets: readonly number[];
  /** Indices into the measures. */
  readonly final: readonly { name: string; player: number; strategy: number; at: number }[];
  readonly bands: readonly (readonly number[])[];
  readonly passages: readonly number[];
  readonly outcomes: number;
  readonly hits: number | null;
}

function planMeasures(game: Game, prepared: Prepared, times: number, passages: number): MeasurePlan {
  const { shape, grid, firstTracker } = prepared;
  const records = times > 0 ? recordSteps(grid.steps, times) : [grid.steps];
  const measures: Measure[] = [];
  const put = (measure: Measure) => measures.push(measure) - 1;
  const outcomes = put({ kind: 'profiles', strategies: shape.strategies, delta: prepared.delta });
  const final = namedShares(game).map((share) => ({
    ...share,
    at: put(distribution(prepared, share, 2, HISTOGRAM_BINS)),
  }));
  const bands =
    times > 0 ? final.map((share) => records.map((_, r) => put(distribution(prepared, share, 1, BAND_BINS, r)))) : [];
  const entered = Array.from({ length: passages }, (_, i) =>
    put({ kind: 'passage', register: firstTracker + 1 + i, steps: grid.steps, bins: HISTOGRAM_BINS }),
  );
  const hits = prepared.hits === null ? null : put({ kind: 'total', register: prepared.hits });
  return { records, measures, offsets: tallyOffsets(measures), final, bands, passages: entered, outcomes, hits };
}

/** The shares that results list: the first strategy of two, every one of more. */
export function namedShares(game: Game): { name: string; player: number; strategy: number }[] {
  return game.players.flatMap(({ name, strategies }, player) =>
    strategies
      .slice(0, strategies.length === 2 ? 1 : strategies.length)
      .map((strategyName, strategy) => ({ name: `${name}.${strategyName}`, player, strategy })),
  );
}

function distribution(
  { shape }: Prepared,
  share: { player: number; strategy: number },
  powers: DistributionMeasure['powers'],
  bins: number,
  record?: number,
): DistributionMeasure {
  return {
    kind: 'distribution',
    of: { kind: 'share', share: shareOf(shape, share.player, share.strategy) },
    powers,
    bins,
    record,
  };
}

function readResult(
  plan: MeasurePlan,
  tally: Float64Array,
  paths: number,
  { grid }: Prepared,
  names: readonly (readonly string[])[],
  initial: readonly (readonly number[])[],
): Pick<SimulateResult, 'final' | 'outcomes' | 'undecided' | 'passages' | 'bands'> {
  const read = (at: number) =>
    readDistribution(plan.measures[at] as DistributionMeasure, tally, plan.offsets[at], paths);
  const counts = names.map((_, i) => tally[plan.offsets[plan.outcomes] + i]);
  const final = plan.final.map(({ name, at }) => {
    const { mean, sd, quantile } = read(at);
    const summary: ShareSummary = {
      mean,
      ...meanInterval(mean, sd, paths),
      sd,
      q10: quantile(0.1),
      q25: quantile(0.25),
      q50: quantile(0.5),
      q75: quantile(0.75),
      q90: quantile(0.9),
    };
    return [name, summary] as const;
  });
  const bands = plan.bands.map((at, s) => {
    const { name, player, strategy } = plan.final[s];
    const start = initial[player][strategy];
    const summaries = at.map(read);
    const line = (value: (d: ReturnType<typeof read>) => number) => [start, ...summaries.map(value)];
    const band: Band = {
      mean: line((d) => d.mean),
      q10: line((d) => d.quantile(0.1)),
      q25: line((d) => d.quantile(0.25)),
      q50: line((d) => d.quantile(0.5)),
      q75: line((d) => d.quantile(0.75)),
      q90: line((d) => d.quantile(0.9)),
    };
    return [name, band] as const;
  });
  return {
    final: Object.fromEntries(final),
    outcomes: names.map((profile, i) => ({
      profile,
      probability: counts[i] / paths,
      ...wilson(counts[i], paths),
      count: counts[i],
    })),
    undecided: 1 - counts.reduce((sum, count) => sum + count, 0) / paths,
    passages: plan.passages.map((at, i) => readPassageSummary(names[i], plan, at, tally, paths, grid.dt)),
    bands: {
      times: plan.bands.length > 0 ? [0, ...plan.records.map((step) => step * grid.dt)] : [],
      shares: Object.fromEntries(bands),
    },
  };
}

function readPassageSummary(
  profile: readonly string[],
  plan: MeasurePlan,
  at: number,
  tally: Float64Array,
  paths: number,
  dt: number,
): PassageSummary {
  const { entered, mean, sd, quantile } = readPassage(plan.measures[at] as PassageMeasure, tally, plan.offsets[at], dt);
  const interval = mean === null || sd === null ? null : meanInterval(mean, sd, entered);
  return {
    profile,
    probability: entered / paths,
    ...wilson(entered, paths),
    mean,
    meanLow: interval?.low ?? null,
    meanHigh: interval?.high ?? null,
    q10: quantile(0.1),
    q50: quantile(0.5),
    q90: quantile(0.9),
  };
}
