/**
 * A lever: a factor that somebody may change, and where it stands.
 */
import type { Factor } from '@trilogue/sensitivity';
import { UsageError } from '../errors/usage-error.js';
import { type Model, runBatch, type Told } from '../sensitivity/model.js';

export interface Lever extends Factor {
  /** Where it stands now. */
  readonly from: number;
}

/** @throws UsageError for a lever that stands outside its range. */
export function leversOf(factors: readonly Factor[], base: readonly number[]): Lever[] {
  return factors.map((factor, i) => {
    const from = base[i]!;
    const [low, high] = factor.range;
    if (from >= low && from <= high) return { ...factor, from };
    throw new UsageError(
      `${factor.name} stands at ${from}, outside its range of ${low} to ${high}. Give --range ${factor.name}=LO:HI.`,
    );
  });
}

/** A change as a part of the lever's range, without its sign. */
export function changeOf({ range: [low, high], from }: Lever, value: number): number {
  return Math.abs(value - from) / (high - low);
}

/** What points set, and what came out; in a run of a recommendation every point has a value. */
export type Evaluate = (
  points: readonly Readonly<Record<string, number>>[],
  paths: number,
  seed?: string,
) => Promise<Told[]>;

/**
 * Runs on random numbers that all points share.
 * @throws UsageError for a point at which the metric has no value.
 */
export function evaluator(model: Model, dt: number, onRun: (steps: number, seconds: number) => void): Evaluate {
  return async (points, paths, seed) => {
    const { outputs, ran } = await runBatch(model, { points, paths, dt, seed });
    onRun(ran.performance.steps, ran.performance.seconds);
    const missing = outputs.findIndex(({ value, variance }) => !Number.isFinite(value) || !Number.isFinite(variance));
    if (missing < 0) return [...outputs];
    const at = Object.entries(points[missing]!).map(([name, value]) => `${name} = ${value}`);
    throw new UsageError(
      `${model.metric} has no value at ${at.join(', ')}: too few paths enter there. Narrow the range.`,
    );
  };
}
