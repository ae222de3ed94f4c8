/**
 * The model whose sensitivity is asked for: from points to a metric with the variance of its noise, by one engine run.
 */
import { GameError } from '@trilogue/core';
import {
  type Backend,
  type ChunkOptions,
  metricAt,
  type PointsResult,
  type Progress,
  type SweepDefinition,
} from '@trilogue/engine';
import { StudyError } from './errors.js';

/** The options of single batches and of sweeps. */
type Others = 'x' | 'y' | 'tolerance' | 'paths' | 'dt' | 'independent';

type Filled = 'set' | 'seed' | 'horizon' | 'delta' | 'scheme';

/** Everything that all runs have in common: every option that decides numbers, but for those of each batch. */
export interface Model extends Omit<SweepDefinition, Others | Filled>, Required<Pick<SweepDefinition, Filled>> {
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
  /** Null where paths choose their steps: a point then has one, whatever `paths` says. */
  readonly dt: number | null;
  /** Where paths choose their steps, the largest error of a metric, in its unit. */
  readonly tolerance: number;
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

const narrower =
  'Give the factors ranges in which it is (--range, or `range` in the game file), or leave out what leads there.';

export interface BatchOutcome {
  readonly outputs: readonly Told[];
  readonly ran: PointsResult;
}

/**
 * @throws StudyError where the game is not defined at a point, EngineError and GameError for wrong options; rejects with the signal's
 *   reason when aborted.
 */
export async function runBatch(model: Model, { dt, paths, tolerance, ...batch }: Batch): Promise<BatchOutcome> {
  const steps = dt === null ? { tolerance } : { dt, paths };
  const ran = await metricAt({ ...model, ...batch, ...steps, seed: batch.seed ?? model.seed }).catch(
    (error: unknown) => {
      if (!(error instanceof GameError)) throw error;
      const own = error.faults.some(({ code }) => code === 'not-finite');
      throw own
        ? new StudyError(`The game is not defined over all of the ranges: ${error.message} ${narrower}`)
        : error;
    },
  );
  const outputs = ran.values.map((value, i): Told => {
    const variance = ran.variance[i] ?? null;
    return value === null || variance === null ? { value: Number.NaN, variance: Number.NaN } : { value, variance };
  });
  return { outputs, ran };
}
