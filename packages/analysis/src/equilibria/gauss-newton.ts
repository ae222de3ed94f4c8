/**
 * Gauss and Newton's method from a start: a point near it that solves the equations, also where their Jacobian is
 * singular. Nothing is proven by it; it shows what a region holds that subdivision could not settle.
 */
import { derivative, type Polynomial, value } from '@trilogue/core';
import { Matrix, pseudoInverse, SVD } from 'ml-matrix';

/** A solution with the rank that the Jacobian has there. */
export interface Candidate {
  readonly point: readonly number[];
  readonly rank: number;
}

/** Singular values below this part of the largest coefficient count as 0: near a double root they shrink with the distance. */
const small = 1e-5;

/** Undefined where it does not converge to a residual of 1e-13 of the largest coefficient. */
export function gaussNewton(equations: readonly Polynomial[], start: readonly number[]): Candidate | undefined {
  const size = Math.max(...equations.flatMap(({ terms }) => terms.map(({ coefficient }) => Math.abs(coefficient))));
  const slopes = equations.map((equation) => start.map((_, v) => derivative(equation, v)));
  let point = [...start];
  for (let i = 0; i < 80; i++) {
    const values = equations.map((equation) => value(equation, point));
    const jacobian = new Matrix(slopes.map((row) => row.map((slope) => value(slope, point))));
    if (Math.max(...values.map(Math.abs)) <= 1e-13 * size) {
      const rank = new SVD(jacobian, { autoTranspose: true }).diagonal.filter((s) => s > small * size).length;
      return { point, rank };
    }
    const step = pseudoInverse(jacobian).mmul(Matrix.columnVector(values)).to1DArray();
    const length = Math.max(...step.map(Math.abs));
    if (!Number.isFinite(length)) return undefined;
    // A singular Jacobian proposes steps to nowhere.
    const scale = Math.min(1, 0.25 / length);
    point = point.map((at, v) => at - scale * step[v]!);
  }
  return undefined;
}
