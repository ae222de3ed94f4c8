/**
 * Sobol' G function: the product of (|4 x_i - 2| + a_i) / (1 + a_i), the x independent and uniform on [0, 1].
 * Owns the function and its exact indices, of any set of factors. Source: Saltelli & Sobol' (1995).
 */
import type { ExactIndices } from './answers.js';

/** Value at a point with as many coordinates as there are coefficients; a small coefficient means an important factor. */
export function sobolG(point: ArrayLike<number>, coefficients: readonly number[]): number {
  return coefficients.reduce((product, a, i) => product * ((Math.abs(4 * point[i]! - 2) + a) / (1 + a)), 1);
}

/** Exact variance of {@link sobolG}: each factor has mean 1 and variance 1 / (3 (1 + a)^2). */
export function sobolGVariance(coefficients: readonly number[]): number {
  return secondMoment(coefficients) - 1;
}

/** Exact indices of a set of factors, by their places: `first` is the closed index of the set. */
export function sobolGIndices(coefficients: readonly number[], members: readonly number[]): ExactIndices {
  const inside = secondMoment(coefficients.filter((_, i) => members.includes(i)));
  const outside = secondMoment(coefficients.filter((_, i) => !members.includes(i)));
  const variance = sobolGVariance(coefficients);
  return { first: (inside - 1) / variance, total: ((inside - 1) * outside) / variance };
}

function secondMoment(coefficients: readonly number[]): number {
  return coefficients.reduce((product, a) => product * (1 + 1 / (3 * (1 + a) ** 2)), 1);
}
