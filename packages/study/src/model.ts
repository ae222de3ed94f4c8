/**
 * The model whose sensitivity is asked for: from points to a metric with the variance of its noise, by one engine run.
 */
import { fieldShape, type Game } from '@trilogue/core';
import {
  type Backend,
  type ChunkOptions,
  chooseScheme,
  metricAt,
  type PointsResult,
  type Progress,
  parseMetric,
  type SchemeName,
  schemes,
} from '@trilogue/engine';

/** Everything that all runs have in common. */
export interface Model {
  readonly game: Game;
  readonly metric: string;
  readonly scenario: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly horizon: number;
  readonly delta: number;
  readonly scheme: SchemeName;
  readonly backend: Backend;
  readonly signal: AbortSignal;
  /** How much is computed before the signal is looked at again; the engine's default where it is left out. */
  readonly chunk?: ChunkOptions;
}

/** One batch of runs. */
export interface Batch {
  /** What each point sets, on top of the model's `set`. */
  readonly points: readonly Readonly<Record<string, number>>[];
  readonly paths: number;
  readonly dt: number;
  /** Another seed than the model's. */
  readonly seed?: string;
  /** Random numbers of its own for each point, the first being point number `firstPoint`. */
  readonly independent?: boolean;
  readonly firstPoint?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** A metric at a point: NaN where the paths do not say. */
export interface Told {
  readonly value: number;
  /** Of the paths' noise. */
  readonly variance: number;
}

export interface BatchOutcome {
  readonly outputs: readonly Told[];
  readonly ran: PointsResult;
}

/** The two-sided 95% point of the standard normal, which the engine's intervals have. */
const Z95 = 1.959963984540054;

/** A variance of paths that rounding in the engine's sums could give: these are kept in units of 2^-22. */
const resolution = 2 * 2 ** -22;

/** The most accurate scheme for distributions that a game admits. */
export function accurateScheme(game: Game): SchemeName {
  const shape = fieldShape(game);
  const wanted: readonly SchemeName[] = ['logit-weak-2', 'weak-2'];
  return wanted.find((name) => schemes[name].refuse?.(shape) === undefined) ?? chooseScheme(shape, undefined).name;
}

/** @throws EngineError and GameError for wrong points and options; rejects with the signal's reason when aborted. */
export async function runBatch(model: Model, batch: Batch): Promise<BatchOutcome> {
  const { scenario, ...rest } = model;
  const ran = await metricAt({
    ...rest,
    ...batch,
    seed: batch.seed ?? model.seed,
    scenario: scenario ?? undefined,
  });
  const probability = parseMetric(model.game, model.metric).kind === 'P';
  const outputs = ran.values.map((found, i): Told => {
    if (found === null) return { value: Number.NaN, variance: Number.NaN };
    if (probability) return { value: found, variance: (found * (1 - found)) / (batch.paths - 1) };
    const variance = ((ran.high[i]! - ran.low[i]!) / 2 / Z95) ** 2;
    return { value: found, variance: variance * batch.paths < resolution ? 0 : variance };
  });
  return { outputs, ran };
}
