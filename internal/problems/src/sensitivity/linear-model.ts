/**
 * Linear model: the sum of c_i x_i, the x independent and uniform, each on its own range.
 * Owns the function and its exact indices; no interactions, so the first-order index of a factor is also its total one.
 */
import type { ExactIndices } from './answers.js';

export type Range = readonly [low: number, high: number];

/** Value at a point. */
export function linearModel(point: ArrayLike<number>, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, c, i) => sum + c * point[i]!, 0);
}

/** Exact variance of {@link linearModel}: the sum of (c_i (high - low))^2 / 12. */
export function linearVariance(coefficients: readonly number[], ranges: readonly Range[]): number {
  return coefficients.reduce((sum, c, i) => sum + (c * (ranges[i]![1] - ranges[i]![0])) ** 2 / 12, 0);
}

/** Exact indices of each factor. */
export function linearIndices(coefficients: readonly number[], ranges: readonly Range[]): ExactIndices[] {
  const variance = linearVariance(coefficients, ranges);
  return coefficients.map((c, i) => {
    const index = linearVariance([c], [ranges[i]!]) / variance;
    return { first: index, total: index };
  });
}
