/**
 * Eigenvalues of the Jacobian at an equilibrium. With the unused strategies last it is block triangular: what each
 * unused strategy would gain is one eigenvalue, the block of the strategies in use gives the others.
 */
import { jacobianAt } from '@trilogue/core';
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { type Face, faceField } from '../equilibria/face.js';
import type { Root } from '../equilibria/system.js';
import { type ExactPolynomial, exactValue, largestCoefficient, totalDegree } from '../exact/polynomial.js';
import { binary, toNumber } from '../exact/rational.js';

/** An eigenvalue; the true one is within `error`. */
export interface Eigenvalue {
  readonly re: number;
  readonly im: number;
  readonly error: number;
}

/** The eigenvalue of a strategy that is not in use: its payoff less that of those in use. */
export interface Transversal extends Eigenvalue {
  readonly player: number;
  readonly strategy: number;
}

/** Unit roundoff of doubles. */
const unit = 2 ** -53;

/**
 * What every unused strategy would gain. The error is 0 where the point and the coefficients are exact.
 * @param margin Part of the largest coefficient that counts as 0, `ExactField.margin`.
 */
export function transversals(face: Face, root: Root, margin: number): Transversal[] {
  const at = root.exact ?? root.point.map(binary);
  return face.advantages.flatMap((own, player) =>
    own.flatMap((advantage, strategy) => {
      if (face.support[player]!.includes(strategy)) return [];
      const slope = sizeOf(advantage) * totalDegree(advantage);
      const error = 2 * root.error * slope + margin * largestCoefficient(advantage);
      return [{ player, strategy, re: toNumber(exactValue(advantage, at)), im: 0, error }];
    }),
  );
}

/** Eigenvalues of the block of the strategies in use. */
export function innerSpectrum(face: Face, root: Root, margin: number): Eigenvalue[] {
  const n = face.variables;
  if (n === 0) return [];
  const jacobian = new Matrix(jacobianAt(faceField(face), root.point));
  const { realEigenvalues, imaginaryEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(jacobian);
  // An entry is a sum of products of shares, coefficients and powers: each part of it moves by this much.
  const entries = face.equations.reduce((total, g) => total + sizeOf(g) * (1 + totalDegree(g)) ** 2, 0);
  const change = n * entries * (6 * root.error + 64 * unit + margin);
  const error = eigenvalueShift(jacobian, eigenvectorMatrix, imaginaryEigenvalues, change);
  return realEigenvalues.map((re, i) => ({ re, im: imaginaryEigenvalues[i]!, error }));
}

/**
 * How far eigenvalues move when the matrix changes by `change` in the Frobenius norm: the smaller of the bounds of
 * Bauer and Fike (1960), condition of the eigenvectors times the change, and of Elsner (1985), which needs no
 * eigenvectors: (|A| + |A + E|)^(1 - 1/n) |E|^(1/n).
 */
export function eigenvalueShift(matrix: Matrix, vectors: Matrix, imaginary: readonly number[], change: number): number {
  const norm = matrix.norm('frobenius');
  const elsner = (2 * norm + change) ** (1 - 1 / matrix.rows) * change ** (1 / matrix.rows);
  return Math.min(elsner, condition(vectors, imaginary) * change);
}

/** Condition of the complex eigenvectors, from the real form in which a pair takes two columns. */
function condition(vectors: Matrix, imaginary: readonly number[]): number {
  const lengths = imaginary.map((_, i) => Math.hypot(...vectors.getColumn(i)));
  const scaled = vectors.clone();
  for (const [i, im] of imaginary.entries()) {
    const pair = im === 0 ? i : im > 0 ? i + 1 : i - 1;
    scaled.mulColumn(i, 1 / Math.hypot(lengths[i]!, im === 0 ? 0 : lengths[pair]!));
  }
  try {
    const result = Math.SQRT2 * scaled.norm('frobenius') * inverse(scaled).norm('frobenius');
    return Number.isFinite(result) ? result : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function sizeOf(polynomial: ExactPolynomial): number {
  return [...polynomial.terms.values()].reduce((total, { coefficient }) => total + Math.abs(toNumber(coefficient)), 0);
}
