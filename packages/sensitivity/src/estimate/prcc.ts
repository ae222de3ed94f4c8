/**
 * Partial rank correlations: how strongly the output rises or falls with each factor, the others held in account.
 * Model runs: those of its Latin hypercube or Sobol point design, samples.
 *
 * Ranks in place of values, and partial correlations of the ranks: Iman & Conover (1979) and, with the test by
 * Student's t on samples - 1 - factors degrees of freedom, Marino, Hogue, Ray & Kirschner (2008). It measures monotone
 * influence only: an output that rises and falls again may show none.
 *
 * Noise in the outputs draws every coefficient towards zero. Known noise is taken off by simulation and extrapolation
 * (Cook & Stefanski 1994): with R and S the variances of the ranks that the regression on all factors leaves and explains,
 * R / S is linear in the variance of the noise. Outputs with their own noise added once more have twice of it, and
 * 2 R / S less theirs is that of no noise. As all coefficients have the same R, r / sqrt(1 - r^2) grows by the root of
 * the ratio. Where more than half of R is noise that extrapolation is not to be trusted: intervals are then open
 * outwards, with a warning.
 *
 * Intervals: halves of the samples, on the scale of Fisher's z = atanh r (see `subsamples.ts`). A bootstrap would rank ties
 * that no sample has, which spoils strong coefficients.
 */
import { createStream, keyOf, normalPair } from '@trilogue/random';
import type { Answers } from '../answers.js';
import type { LatinHypercubeRecipe, SobolPointsRecipe } from '../design/recipe.js';
import { SensitivityError } from '../errors.js';
import { partialCorrelations } from '../statistics/partial-correlation.js';
import { orderOf, ranksAmong } from '../statistics/ranks.js';
import { studentP } from '../statistics/student-t.js';
import { subsampled } from '../statistics/subsamples.js';
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

/** Copies of the outputs with their noise added once more. */
const NOISIER = 4;
/** The part of what the regression leaves that may be noise, for an extrapolation to be trusted. */
const MOST_NOISE = 0.5;
/** An r of 1 has a z without end; this is 1 but for rounding. */
const NEARLY_ONE = 1 - 1e-12;

/**
 * Partial rank correlations with their intervals, without the noise of the outputs where that is known. A constant output
 * gives zeros, p = 1 and a warning.
 *
 * Time: samples x factors^2 x resamples / 4 multiplications; 22 factors, 1024 samples, 1000 resamples take about a
 * second.
 *
 * @throws SensitivityError for answers to another kind of design, incomplete answers, wrong options, and fewer samples than
 *   factors + 3.
 */
export function prcc(answers: Answers, options: BootstrapOptions = {}): PrccResult {
  const { values, noise } = completeAnswers('PRCC', answers, ['latin-hypercube', 'sobol-points']);
  const { design } = answers;
  const { factors, samples } = design.recipe as LatinHypercubeRecipe | SobolPointsRecipe;
  const k = factors.length;
  if (samples < k + 3) {
    throw new SensitivityError('option', `PRCC of ${k} factors needs at least ${k + 3} samples, found ${samples}.`);
  }
  const constant = isConstant(values);
  const outputs = [values, ...(noise?.some((v) => v > 0) ? noisier(values, noise, options.seed) : [])];
  const correlate = rankCorrelations(answers, outputs);
  // z of every factor, r of every factor as it is, and the part of what the regression leaves that is noise
  const estimates = subsampled(
    samples,
    k + 2,
    2 * k + 1,
    (places, out) => {
      if (constant) {
        return;
      }
      const { r, noisePart } = correlate(places);
      for (let i = 0; i < k; i++) {
        const t2 = r[i]! ** 2 / Math.max(1e-300, 1 - r[i]! ** 2) / (1 - noisePart);
        out[i] = Math.sign(r[i]!) * Math.atanh(Math.min(NEARLY_ONE, Math.sqrt(t2 / (1 + t2))));
        out[k + i] = r[i]!;
      }
      out[2 * k] = noisePart;
    },
    options,
  );
  const noisy = estimates[2 * k]!.high > MOST_NOISE;
  const freedom = samples - 1 - k;
  const coefficients = factors.map(({ name, group = null }, i): PrccCoefficient => {
    const z = estimates[i]!;
    const raw = estimates[k + i]!.value;
    const t = raw * Math.sqrt(freedom / Math.max(0, 1 - raw * raw));
    const value = Math.tanh(z.value);
    const low = noisy && z.low < 0 ? -1 : Math.tanh(z.low);
    const high = noisy && z.high > 0 ? 1 : Math.tanh(z.high);
    return {
      parameter: name,
      group,
      value,
      low: Math.min(low, value),
      high: Math.max(high, value),
      p: studentP(t, freedom),
    };
  });
  return {
    method: 'prcc',
    design: design.id,
    samples,
    runs: design.runs,
    coefficients,
    warnings: warningsOf(constant, noisy, samples, k),
  };
}

/** The outputs with as much normal noise as each has already. */
function noisier(values: Float64Array, noise: Float64Array, seed = 'trilogue'): Float64Array[] {
  const key = keyOf(`noisier\n${seed}`);
  return Array.from({ length: NOISIER }, (_, copy) => {
    const stream = createStream(key, 0, copy);
    return values.map((value, i) => value + Math.sqrt(noise[i]!) * normalPair(stream.word(), stream.word())[0]);
  });
}

/** Partial rank correlations of the first output over some samples, and which part of what they leave is noise. */
function rankCorrelations({ design }: Answers, outputs: readonly Float64Array[]) {
  const k = design.recipe.factors.length;
  const n = design.runs;
  const columns = Array.from({ length: k }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    for (const [i, value] of design.point(row).entries()) {
      columns[i]![row] = value;
    }
  }
  const orders = [...columns, ...outputs].map(orderOf);
  const ranks = orders.map(() => new Float64Array(n));
  const chosen = new Uint8Array(n);
  const r = new Float64Array(k);
  const other = new Float64Array(k);
  const ofFactors = new Float64Array(k * k);

  return (places: Uint32Array): { readonly r: Float64Array; readonly noisePart: number } => {
    chosen.fill(0);
    for (const place of places) {
      chosen[place] = 1;
    }
    for (const [i, order] of orders.entries()) {
      ranksAmong(order, chosen, ranks[i]!);
    }
    const product = (a: Float64Array, b: Float64Array): number => {
      let sum = 0;
      for (let i = 0; i < places.length; i++) {
        sum += a[places[i]!]! * b[places[i]!]!;
      }
      return sum;
    };
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        ofFactors[i * k + j] = product(ranks[i]!, ranks[j]!);
        ofFactors[j * k + i] = ofFactors[i * k + j]!;
      }
    }
    /** What the regression of an output leaves, over what it explains. */
    const left = (output: number, out: Float64Array): number => {
      const y = ranks[k + output]!;
      const size = k + 1;
      const covariance = new Float64Array(size * size);
      for (let i = 0; i < k; i++) {
        covariance.set(ofFactors.subarray(i * k, (i + 1) * k), i * size);
        covariance[i * size + k] = product(ranks[i]!, y);
        covariance[k * size + i] = covariance[i * size + k]!;
      }
      covariance[size * size - 1] = product(y, y);
      const part = partialCorrelations(covariance, size, out);
      return part / Math.max(1e-12, 1 - part);
    };
    const one = left(0, r);
    let twice = 0;
    for (let copy = 1; copy < outputs.length; copy++) {
      twice += left(copy, other) / (outputs.length - 1);
    }
    const noisePart = outputs.length > 1 && one > 0 ? Math.min(0.99, Math.max(0, twice / one - 1)) : 0;
    return { r, noisePart };
  };
}

function warningsOf(constant: boolean, noisy: boolean, samples: number, factors: number): Warning[] {
  if (constant) {
    return [
      { code: 'constant-output', names: [], message: 'The output is the same at every point; nothing has an effect.' },
    ];
  }
  const warnings: Warning[] = [];
  const needed = 10 * (factors + 1);
  if (samples < needed) {
    const message = `${samples} samples are few for ${factors} factors; take at least ${needed}.`;
    warnings.push({ code: 'few-samples', names: [], message });
  }
  if (noisy) {
    const message =
      'More than half of what the factors do not explain may be noise of the outputs, so that the coefficients without ' +
      'noise are known from below alone. Take more paths for each point.';
    warnings.push({ code: 'noise-dominates', names: [], message });
  }
  return warnings;
}
