/**
 * Sobol points as a design: scrambled low-discrepancy points over the ranges, best balanced where their number is a
 * power of two. Model runs: samples. More samples keep the rows so far. Sources: see `sobolPoints` of
 * `@trilogue/random`.
 */
import { keyOf, SOBOL_DIMENSIONS, sobolPoints } from '@trilogue/random';
import { checkCount, checkObject } from '../check.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { type Design, defineDesign } from './contract.js';
import type { SampleOptions } from './latin-hypercube.js';
import type { SobolPointsRecipe } from './recipe.js';

/** @throws SensitivityError for wrong factors, more than 512 of them, and a wrong number of samples. */
export function sobolPointsDesign(factors: readonly Factor[], options: SampleOptions): Design<SobolPointsRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { samples, seed = 'trilogue' } = options;
  checkCount('The number of factors of Sobol points', own.length, 1, SOBOL_DIMENSIONS);
  checkCount('The number of samples', samples, 1, 2 ** 24);
  const points = sobolPoints(samples, own.length, { key: keyOf(`design\n${seed}`) });
  const recipe = { method: 'sobol-points', factors: own, samples, seed } as const;
  return defineDesign(
    recipe,
    samples,
    (row) => own.map((factor, i) => scale(factor, points[row * own.length + i]!)),
    true,
  );
}
