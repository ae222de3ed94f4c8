/**
 * Ishigami function: sin x1 + a sin^2 x2 + b x3^4 sin x1, the x independent and uniform on [-pi, pi]. Owns the function
 * and its exact variances. Source: Ishigami & Homma (1990); a = 7, b = 0.1 as in Saltelli et al. (2000).
 */
import type { ExactIndices } from './answers.js';

/** Value at a point of three coordinates. */
export function ishigami([x1, x2, x3]: ArrayLike<number> & Iterable<number>, a = 7, b = 0.1): number {
  return Math.sin(x1!) + a * Math.sin(x2!) ** 2 + b * x3! ** 4 * Math.sin(x1!);
}

/** Exact variance and indices of {@link ishigami}. */
export function ishigamiIndices(a = 7, b = 0.1): { variance: number; factors: ExactIndices[]; pair13: number } {
  const v1 = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
  const v2 = a ** 2 / 8;
  const v13 = (8 * b ** 2 * Math.PI ** 8) / 225;
  const variance = v1 + v2 + v13;
  return {
    variance,
    factors: [
      { first: v1 / variance, total: (v1 + v13) / variance },
      { first: v2 / variance, total: v2 / variance },
      { first: 0, total: v13 / variance },
    ],
    pair13: v13 / variance,
  };
}
