/**
 * One step for all runs of a study: the longest whose bias does not matter beside what the factors do.
 * Trial points from all over the ranges are run with a step and with half of it, on independent random numbers. Their
 * mean squared difference, less the noise of both, is the squared part of the bias that halving takes away. A bias of
 * order p is C dt^p, so that part is 1 - 2^-p of it: three quarters at order 2, half at order 1. The step is halved until
 * the whole squared bias is a negligible part of the variance over the points. Where noise hides on which side of that it
 * lies, the trial is repeated with more paths.
 * Source: Talay and Tubaro (1990) for the expansion of the error.
 */
import { fieldShape } from '@trilogue/core';
import { biasOrder, choosesSteps, metricScale, parseMetric, schemes } from '@trilogue/engine';
import { type Factor, sobolPointsDesign } from '@trilogue/sensitivity';
import { StudyError } from './errors.js';
import { type Model, runBatch, type Told } from './model.js';
import { designTolerance, namedPoint } from './runs.js';

/** Steps of the longest trial. */
const fewestSteps = 20;
const mostHalvings = 10;
/** Standard errors of the squared difference beyond which it counts as decided. */
const sure = 2;

/** How closely is looked. */
export interface Trial {
  /** Squared bias that does not matter, as a part of the variance over the points. */
  readonly negligible: number;
  /** The largest error where paths choose their steps, in the metric's unit. */
  readonly tolerance: number;
  /** Of each point, in a first look. */
  readonly paths: number;
  /** Of each point, where fewer do not tell. */
  readonly mostPaths: number;
}

/** The step of a study, and how it was found. */
export interface StudyStep {
  /** Null where paths choose their steps. */
  readonly dt: number | null;
  /**
   * What trial runs say of the bias that this step leaves in the metric, root mean square over the ranges: two standard errors
   * above the estimate. Null where the step was given; what the engine holds them to where paths choose their steps.
   */
  readonly bias: number | null;
}

/**
 * @param points some dozens, spread over the ranges
 * @throws StudyError where no step is short enough.
 */
export async function chooseStep(
  model: Model,
  points: readonly Readonly<Record<string, number>>[],
  { negligible, tolerance, paths: fewest, mostPaths }: Trial,
): Promise<StudyStep> {
  const whole = 1 / (1 - 2 ** -orderOf(model));
  const stepAt = (halving: number) => model.horizon / (fewestSteps * 2 ** halving);
  const done = new Map<string, Promise<readonly Told[]>>();
  const at = (halving: number, paths: number) => {
    const seed = `${model.seed}\nstep ${halving}${paths === fewest ? '' : ` ${paths}`}`;
    const batch = { points, paths, tolerance, dt: stepAt(halving), seed, independent: true };
    const known = done.get(seed) ?? runBatch(model, batch).then(({ outputs }) => outputs);
    done.set(seed, known);
    return known;
  };
  let paths = fewest;
  for (let halving = 0; halving < mostHalvings; ) {
    const { squared, error, variance } = compare(await at(halving, paths), await at(halving + 1, paths));
    const allowed = (negligible * variance) / whole ** 2;
    const last = paths >= mostPaths;
    // with all paths spent, a difference that cannot be told from zero is all that can be known of it
    if (squared + sure * error <= allowed || (last && squared <= sure * error)) {
      return { dt: stepAt(halving), bias: whole * Math.sqrt(Math.max(0, squared + sure * error)) };
    }
    if (last || squared - sure * error > allowed) halving++;
    else paths = Math.min(mostPaths, 4 * paths);
  }
  throw new StudyError(
    `No step down to ${stepAt(mostHalvings)} is accurate for ${model.metric} over these ranges. Give a step, or narrow the ranges.`,
  );
}

/** At which order in the step the bias of a model's metric falls. */
export function orderOf({ game, metric, scheme }: Pick<Model, 'game' | 'metric' | 'scheme'>): number {
  return biasOrder(fieldShape(game), schemes[scheme], parseMetric(game, metric).kind);
}

/** Points of the ranges that the step is tried at. */
const trialPoints = 64;

/** A bias that does not matter to indices, which are parts of the variance. */
export const indicesTrial: Trial = {
  ...{ negligible: 1e-3, tolerance: designTolerance },
  ...{ paths: 4096, mostPaths: 65_536 },
};

/** The step that was asked for, or the one that trial runs over the ranges find. */
export async function studyStep(
  model: Model,
  factors: readonly Factor[],
  asked: number | null,
  trial: Trial,
): Promise<StudyStep> {
  if (asked !== null) return { dt: asked, bias: null };
  if (choosesSteps(model.scheme)) {
    const { unit } = metricScale(model.game, model.metric, model.horizon);
    return { dt: null, bias: trial.tolerance * unit };
  }
  const design = sobolPointsDesign(factors, { samples: trialPoints, seed: model.seed });
  const points = Array.from({ length: trialPoints }, (_, row) => namedPoint(design, row));
  return chooseStep(model, points, trial);
}

/**
 * The mean squared difference of two steps without the noise of both, its standard error, and the variance over the points.
 * Points at which either run has no value say nothing of the step.
 */
export function compare(coarse: readonly Told[], fine: readonly Told[]) {
  const pairs = coarse
    .map((one, i) => ({ one, other: fine[i]! }))
    .filter(({ one, other }) => Number.isFinite(one.variance) && Number.isFinite(other.variance));
  const excess = pairs.map(({ one, other }) => (one.value - other.value) ** 2 - one.variance - other.variance);
  const count = Math.max(1, pairs.length);
  return {
    squared: mean(excess),
    error: Math.sqrt(spread(excess) / count),
    // the noise of the outputs is no variance over the ranges
    variance: Math.max(
      0,
      spread(pairs.map(({ other }) => other.value)) - mean(pairs.map(({ other }) => other.variance)),
    ),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}
