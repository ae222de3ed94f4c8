/**
 * Latin hypercube design: in every factor each of `samples` slices of the range is visited once.
 * Model runs: samples. Source: McKay, Beckman & Conover (1979); the points are those of `@trilogue/random`.
 */
import { keyOf, latinHypercube } from '@trilogue/random';
import { checkCount, checkObject } from '../check.js';
import { checkFactors, type Factor, scale } from '../factor/factor.js';
import { type Design, defineDesign } from './contract.js';
import type { LatinHypercubeRecipe } from './recipe.js';

/** Options of a design of random points. */
export interface SampleOptions {
  /** Number of points. */
  readonly samples: number;
  /** Any text, default `trilogue`. */
  readonly seed?: string;
}

/** @throws SensitivityError for wrong factors and a number of samples that is not whole and positive. */
export function latinHypercubeDesign(factors: readonly Factor[], options: SampleOptions): Design<LatinHypercubeRecipe> {
  const own = checkFactors(factors);
  checkObject('The options of a design', options);
  const { samples, seed = 'trilogue' } = options;
  checkCount('The number of samples', samples, 1, 2 ** 24);
  const points = latinHypercube(samples, own.length, keyOf(`design\n${seed}`));
  return defineDesign({ method: 'latin-hypercube', factors: own, samples, seed }, samples, (row) =>
    own.map((factor, i) => scale(factor, points[row * own.length + i]!)),
  );
}
