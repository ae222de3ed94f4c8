/**
 * The model whose sensitivity is asked for: from points to a metric with the variance of its noise, by one engine run.
 */
import { fieldShape, type Game, lacking } from '@trilogue/core';
import {
  type Backend,
  type ChunkOptions,
  chooseScheme,
  metricAt,
  type PointsResult,
  type Progress,
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

/** The most accurate scheme for distributions that a game admits. */
export function accurateScheme(game: Game): SchemeName {
  const shape = fieldShape(game);
  const wanted: readonly SchemeName[] = ['logit-weak-2', 'weak-2'];
  return (
    wanted.find((name) => lacking(shape, schemes[name].needs) === undefined) ?? chooseScheme(shape, undefined).name
  );
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
  const outputs = ran.values.map((value, i): Told => {
    const variance = ran.variance[i] ?? null;
    return value === null || variance === null ? { value: Number.NaN, variance: Number.NaN } : { value, variance };
  });
  return { outputs, ran };
}
