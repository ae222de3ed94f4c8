/**
 * One step for all runs of a study: the longest whose bias does not matter beside what the factors do.
 * Trial points from all over the ranges are run with a step and with half of it, on independent random numbers. Their
 * mean squared difference, less the noise of both, is the mean squared bias that halving takes away. The step is
 * halved until that is a negligible part of the variance over the points, or cannot be told from zero.
 */
import { type Factor, sobolPointsDesign } from '@trilogue/sensitivity';
import { StudyError } from './errors.js';
import { type Model, runBatch, type Told } from './model.js';
import { namedPoint } from './runs.js';

/** Steps of the longest trial. */
const fewestSteps = 40;
const mostHalvings = 10;

/** How closely is looked. */
export interface Trial {
  /** Squared bias that does not matter, as a part of the variance over the points. */
  readonly negligible: number;
  /** Of each point. */
  readonly paths: number;
}

/** The step of a study, and how it was found. */
export interface StudyStep {
  readonly dt: number;
  /** Root mean squared change of the metric by halving the step, noise taken off; null where the step was given. */
  readonly bias: number | null;
}

/**
 * @param points some dozens, spread over the ranges
 * @throws StudyError where no step is short enough.
 */
export async function chooseStep(
  model: Model,
  points: readonly Readonly<Record<string, number>>[],
  { negligible, paths }: Trial,
): Promise<StudyStep> {
  const at = async (halving: number) => {
    const dt = model.horizon / (fewestSteps * 2 ** halving);
    const seed = `${model.seed}\nstep ${halving}`;
    return { dt, ...(await runBatch(model, { points, paths, dt, seed, independent: true })) };
  };
  let coarse = await at(0);
  for (let halving = 1; halving <= mostHalvings; halving++) {
    const fine = await at(halving);
    const { squaredBias, error, variance } = compare(coarse.outputs, fine.outputs);
    if (squaredBias <= negligible * variance + 2 * error) {
      return { dt: coarse.dt, bias: Math.sqrt(Math.max(0, squaredBias)) };
    }
    coarse = fine;
  }
  throw new StudyError(
    `No step down to ${coarse.dt} is accurate for ${model.metric} over these ranges. Give a step, or narrow the ranges.`,
  );
}

/** Points of the ranges that the step is tried at. */
const trialPoints = 64;

/** A bias that does not matter to indices, which are parts of the variance. */
export const indicesTrial: Trial = { negligible: 1e-3, paths: 4096 };

/** The step that was asked for, or the one that trial runs over the ranges find. */
export async function studyStep(
  model: Model,
  factors: readonly Factor[],
  asked: number | null,
  trial: Trial,
): Promise<StudyStep> {
  if (asked !== null) return { dt: asked, bias: null };
  const design = sobolPointsDesign(factors, { samples: trialPoints, seed: model.seed });
  const points = Array.from({ length: trialPoints }, (_, row) => namedPoint(design, row));
  return chooseStep(model, points, trial);
}

/** Points at which either run has no value say nothing of the step. */
export function compare(coarse: readonly Told[], fine: readonly Told[]) {
  const pairs = coarse
    .map((one, i) => ({ one, other: fine[i]! }))
    .filter(({ one, other }) => Number.isFinite(one.variance) && Number.isFinite(other.variance));
  const excess = pairs.map(({ one, other }) => (one.value - other.value) ** 2 - one.variance - other.variance);
  const count = Math.max(1, pairs.length);
  return {
    squaredBias: mean(excess),
    error: Math.sqrt(spread(excess) / count),
    variance: spread(pairs.map(({ other }) => other.value)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}
