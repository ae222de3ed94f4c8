/**
 * Partial rank correlations: how strongly the output rises or falls with each factor, the others held in account.
 * Model runs: those of its Latin hypercube or Sobol point design, samples.
 *
 * Ranks in place of values, and partial correlations of the ranks: Iman & Conover (1979) and, with the test by
 * Student's t on samples - 1 - factors degrees of freedom, Marino, Hogue, Ray & Kirschner (2008). It measures monotone
 * influence only: an output that rises and falls again may show none. Noise in the outputs draws every coefficient
 * towards zero.
 *
 * Intervals: percentile bootstrap over samples, ranked anew in each resample.
 */
import type { Answers } from '../answers.js';
import type { LatinHypercubeRecipe, SobolPointsRecipe } from '../design/recipe.js';
import { SensitivityError } from '../errors.js';
import { bootstrap } from '../statistics/bootstrap.js';
import { partialCorrelations } from '../statistics/partial-correlation.js';
import { orderOf, weightedRanks } from '../statistics/ranks.js';
import { studentP } from '../statistics/student-t.js';
import { type BootstrapOptions, completeAnswers, type Estimate, isConstant, type Warning } from './contract.js';

/** Partial rank correlation of one factor. */
export interface PrccCoefficient extends Estimate {
  readonly parameter: string;
  readonly group: string | null;
  /** Two-sided p value of no partial rank correlation. Not adjusted for the number of factors. */
  readonly p: number;
}

/** What {@link prcc} finds. */
export interface PrccResult {
  readonly method: 'prcc';
  readonly design: string;
  readonly samples: number;
  readonly runs: number;
  /** In the order of the factors. */
  readonly coefficients: readonly PrccCoefficient[];
  readonly warnings: readonly Warning[];
}

/**
 * Partial rank correlations with bootstrap percentile intervals. A constant output gives zeros, p = 1 and a warning.
 *
 * Time: samples x factors^2 x resamples / 2 multiplications; 22 factors, 1024 samples, 1000 resamples take about a
 * second.
 *
 * @throws SensitivityError for answers to another kind of design, incomplete answers, wrong options, and fewer samples than
 *   factors + 3.
 */
export function prcc(answers: Answers, options: BootstrapOptions = {}): PrccResult {
  const { values } = completeAnswers('PRCC', answers, ['latin-hypercube', 'sobol-points']);
  const { design } = answers;
  const { factors, samples } = design.recipe as LatinHypercubeRecipe | SobolPointsRecipe;
  const k = factors.length;
  if (samples < k + 3) {
    throw new SensitivityError('option', `PRCC of ${k} factors needs at least ${k + 3} samples, found ${samples}.`);
  }
  const constant = isConstant(values);
  const estimates = bootstrap(samples, k, rankCorrelations(answers, constant), options);
  const freedom = samples - 1 - k;
  const coefficients = estimates.map((estimate, i): PrccCoefficient => {
    const r = estimate.value;
    const t = r * Math.sqrt(freedom / Math.max(0, 1 - r * r));
    const { name, group = null } = factors[i]!;
    return { parameter: name, group, ...estimate, p: studentP(t, freedom) };
  });
  return {
    method: 'prcc',
    design: design.id,
    samples,
    runs: design.runs,
    coefficients,
    warnings: warningsOf(constant, samples, k),
  };
}

/** The estimate that the bootstrap repeats: ranks, their covariances, partial correlations. */
function rankCorrelations({ design, values }: Answers, constant: boolean) {
  const { factors } = design.recipe;
  const n = design.runs;
  const size = factors.length + 1;
  const columns = Array.from({ length: size }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    for (const [i, value] of design.point(row).entries()) {
      columns[i]![row] = value;
    }
  }
  columns[size - 1]!.set(values);
  const orders = columns.map(orderOf);
  const ranks = columns.map(() => new Float64Array(n));
  const weighted = new Float64Array(n);
  const covariance = new Float64Array(size * size);

  return (weights: Float64Array, out: Float64Array): void => {
    if (constant) {
      return;
    }
    for (let i = 0; i < size; i++) {
      weightedRanks(orders[i]!, weights, ranks[i]!);
    }
    for (let i = 0; i < size; i++) {
      const one = ranks[i]!;
      for (let row = 0; row < n; row++) {
        weighted[row] = weights[row]! * one[row]!;
      }
      for (let j = 0; j <= i; j++) {
        const other = ranks[j]!;
        let sum = 0;
        for (let row = 0; row < n; row++) {
          sum += weighted[row]! * other[row]!;
        }
        covariance[i * size + j] = sum;
        covariance[j * size + i] = sum;
      }
    }
    partialCorrelations(covariance, size, out);
  };
}

function warningsOf(constant: boolean, samples: number, factors: number): Warning[] {
  if (constant) {
    return [
      { code: 'constant-output', names: [], message: 'The output is the same at every point; nothing has an effect.' },
    ];
  }
  const needed = 10 * (factors + 1);
  if (samples >= needed) {
    return [];
  }
  const message = `${samples} samples are few for ${factors} factors; take at least ${needed}.`;
  return [{ code: 'few-samples', names: [], message }];
}
