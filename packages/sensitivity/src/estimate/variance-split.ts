/**
 * The variance of a model's output, split into the part of the parameters and that of the model's own noise.
 * Model runs: none of its own; it reads those of a Saltelli, Latin hypercube or Sobol point design.
 *
 * With y = f(x) + e, the variance of the outputs is Var f(X) + E Var(e | X). The mean of the told noise variances
 * estimates the second part, and the rest the first: the classical analysis of variance estimator of a random one-way
 * layout, as in Sun, Apley & Staum (2011), who use it for the variance of a conditional expectation. It has no bias, so
 * the part of the parameters may come out below zero where there is none.
 */
import type { Answers } from '../answers.js';
import { saltelliLayout } from '../design/saltelli.js';
import { bootstrap, weightedSum } from '../statistics/bootstrap.js';
import { type BootstrapOptions, type CompleteAnswers, completeAnswers, type Estimate } from './contract.js';

/** Where the variance of the output comes from. All but `mean` and `noiseShare` have the square of the output's unit. */
export interface VarianceSplit {
  /** Mean of the output over the ranges. */
  readonly mean: Estimate;
  /** Variance of the outputs as told. */
  readonly output: Estimate;
  /** Part of the parameters: variance of the outputs without noise. Equal to `output` where the noise is unknown. */
  readonly parameters: Estimate;
  /** Part of the noise: mean variance of one output's own noise; null where outputs came without. */
  readonly noise: Estimate | null;
  /** `noise` over `output`; null where outputs came without. */
  readonly noiseShare: Estimate | null;
}

/**
 * The split, with bootstrap percentile intervals.
 *
 * @throws SensitivityError for answers to another kind of design, incomplete answers, or wrong options.
 */
export function varianceSplit(answers: Answers, options: BootstrapOptions = {}): VarianceSplit {
  const methods = ['saltelli', 'latin-hypercube', 'sobol-points'] as const;
  const spread = spreadOf(answers, completeAnswers('The variance split', answers, methods));
  return splitOf(
    spread,
    bootstrap(spread.samples, SPLIT_SIZE, (weights, out) => splitInto(spread, weights, out), options),
  );
}

/** Numbers that `splitInto` writes. */
export const SPLIT_SIZE = 5;

/** Writes the split of a resample to the first places of `out`: mean, output, parameters, noise, share of the noise. */
export function splitInto(spread: Spread, weights: Float64Array, out: Float64Array): void {
  const n = spread.samples * spread.rows;
  const sum = weightedSum(weights, spread.sum);
  const output = (weightedSum(weights, spread.square) - (sum * sum) / n) / (n - 1);
  const noise = spread.noise ? weightedSum(weights, spread.noise) / n : 0;
  out[0] = spread.centre + sum / n;
  out[1] = output;
  out[2] = output - noise;
  out[3] = noise;
  out[4] = output > 0 ? noise / output : 0;
}

/** The split from the estimates of what `splitInto` wrote. */
export function splitOf({ noise: known }: Spread, estimates: readonly Estimate[]): VarianceSplit {
  const [mean, output, parameters, noise, noiseShare] = estimates as [Estimate, Estimate, Estimate, Estimate, Estimate];
  return { mean, output, parameters, noise: known && noise, noiseShare: known && noiseShare };
}

/** Sums over the independent rows of every sample, for weighted moments. */
export interface Spread {
  readonly samples: number;
  /** Independent rows of one sample: two in a Saltelli design, A and B. */
  readonly rows: number;
  /** Taken off every value before squaring, so that a large mean costs no digits. */
  readonly centre: number;
  readonly sum: Float64Array;
  readonly square: Float64Array;
  readonly noise: Float64Array | null;
}

export function spreadOf({ design }: Answers, { values, noise }: CompleteAnswers): Spread {
  const { recipe } = design;
  const width = recipe.method === 'saltelli' ? saltelliLayout(recipe).width : 1;
  const slots = recipe.method === 'saltelli' ? [0, width - 1] : [0];
  const samples = values.length / width;
  let total = 0;
  for (let j = 0; j < samples; j++) {
    for (const slot of slots) {
      total += values[j * width + slot]!;
    }
  }
  const centre = total / (samples * slots.length);
  const sum = new Float64Array(samples);
  const square = new Float64Array(samples);
  const own = noise && new Float64Array(samples);
  for (let j = 0; j < samples; j++) {
    for (const slot of slots) {
      const y = values[j * width + slot]! - centre;
      sum[j]! += y;
      square[j]! += y * y;
      if (own) {
        own[j]! += noise[j * width + slot]!;
      }
    }
  }
  return { samples, rows: slots.length, centre, sum, square, noise: own };
}
