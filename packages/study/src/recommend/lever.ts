/**
 * A lever: a factor that somebody may change, and where it stands; and the target that levers are to reach.
 */
import type { Factor } from '@trilogue/sensitivity';
import { StudyError } from '../errors.js';
import { type Batch, type Model, runBatch, type Told } from '../model.js';

export interface Lever extends Factor {
  /** Where it stands now. */
  readonly from: number;
}

/** @throws StudyError for a lever that stands outside its range. */
export function leversOf(factors: readonly Factor[], base: readonly number[]): Lever[] {
  return factors.map((factor, i) => {
    const from = base[i]!;
    const [low, high] = factor.range;
    if (from >= low && from <= high) return { ...factor, from };
    throw new StudyError(
      `${factor.name} stands at ${from}, outside its range of ${low} to ${high}. Give it a range that holds it, or leave it out.`,
    );
  });
}

/** A change as a part of the lever's range, without its sign. */
export function changeOf({ range: [low, high], from }: Lever, value: number): number {
  return Math.abs(value - from) / (high - low);
}

/** What points set, and what came out; NaN where the metric has no value. */
export type Evaluate = (
  points: readonly Readonly<Record<string, number>>[],
  paths: number,
  seed?: string,
) => Promise<Told[]>;

/** Runs on random numbers that all points share. */
export function evaluator(
  model: Model,
  step: Pick<Batch, 'dt' | 'tolerance'>,
  onRun: (steps: number, seconds: number) => void,
): Evaluate {
  return async (points, paths, seed) => {
    const { outputs, ran } = await runBatch(model, { ...step, points, paths, seed });
    onRun(ran.performance.steps, ran.performance.seconds);
    return [...outputs];
  };
}

const hasValue = ({ value, variance }: Told) => Number.isFinite(value) && Number.isFinite(variance);

/**
 * The same, where every point needs a value.
 * @throws StudyError for a point without one.
 */
export function refusing(evaluate: Evaluate, metric: string): Evaluate {
  return async (points, paths, seed) => {
    const told = await evaluate(points, paths, seed);
    const missing = told.findIndex((each) => !hasValue(each));
    if (missing < 0) return told;
    const at = Object.entries(points[missing]!).map(([name, value]) => `${name} = ${value}`);
    const where = at.length === 0 ? 'where the game stands' : `at ${at.join(', ')}`;
    const remedy = at.length === 0 ? 'Ask for another metric' : 'Leave it out, or narrow its range';
    throw new StudyError(`${metric} has no value ${where}: too few paths enter there. ${remedy}.`);
  };
}

/** The same, where a point without a value misses every target: it counts as `worst`. */
export function missing(evaluate: Evaluate, worst: number): Evaluate {
  return async (points, paths, seed) =>
    (await evaluate(points, paths, seed)).map((told) => (hasValue(told) ? told : { value: worst, variance: 0 }));
}

export interface Target {
  readonly value: number;
  readonly goal: 'at-least' | 'at-most';
}

/** 1 where more is better, -1 where less is. */
export function signOf({ goal }: Target): 1 | -1 {
  return goal === 'at-least' ? 1 : -1;
}
