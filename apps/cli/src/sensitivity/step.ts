/**
 * One step for all runs of a study: the longest whose bias does not matter beside what the factors do.
 * Trial points from all over the ranges are run with a step and with half of it, on independent random numbers. Their
 * mean squared difference, less the noise of both, is the mean squared bias that halving takes away. The step is
 * halved until that is a negligible part of the variance over the points, or cannot be told from zero.
 */
import { UsageError } from '../errors/usage-error.js';
import { brief, rough } from '../output/figures.js';
import { type Model, runBatch, type Told } from './model.js';

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

/** How a step was found, in words. @param beside the step that it was compared with */
export function stepWords({ dt, bias }: StudyStep, beside: 'half of it' | 'twice it'): string {
  if (bias === null) return `${brief(dt)}, as given; its bias was not looked at`;
  const change = bias === 0 ? 'nothing that trial runs could see' : `the metric by ${rough(bias)}, root mean square`;
  return `${brief(dt)}, found in trial runs: ${beside} changes ${change}`;
}

/**
 * @param points some dozens, spread over the ranges
 * @throws UsageError where no step is short enough.
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
  throw new UsageError(
    `no step down to ${coarse.dt} is accurate for ${model.metric} over these ranges. Give --dt, or narrow the ranges.`,
  );
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
