/**
 * Partial correlations of columns with a last one, each given all the other columns.
 * Source: the inverse P of the correlation matrix gives -P_iy / sqrt(P_ii P_yy), a textbook identity.
 */

/**
 * Partial correlation of column i with the last column, for every other column, from a matrix of covariances.
 *
 * Where the last column follows from the others, they have -1, 1 or 0: what is left of a variance counts as 1e-12 of it
 * at least. A last column that does not vary gives zeros.
 *
 * @param covariance symmetric, `size` x `size`, row after row; overwritten.
 * @returns the part of the last column's variance that a linear regression on all others leaves; 1 where it does not vary.
 */
export function partialCorrelations(covariance: Float64Array, size: number, out: Float64Array): number {
  if (!(covariance[size * size - 1]! > 0)) {
    out.fill(0, 0, size - 1);
    return 1;
  }
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(covariance[i * size + i]!));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      covariance[i * size + j]! *= scale[i]! * scale[j]!;
    }
  }
  invert(covariance, size);
  const y = size - 1;
  for (let i = 0; i < y; i++) {
    out[i] = -covariance[i * size + y]! / Math.sqrt(covariance[i * size + i]! * covariance[y * size + y]!);
  }
  return 1 / covariance[y * size + y]!;
}

/**
 * Gauss-Jordan in place without exchanges, which a positive definite matrix does not need; a pivot is what the columns
 * before leave of a variance.
 */
function invert(matrix: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) {
    const pivot = Math.max(matrix[k * size + k]!, 1e-12);
    matrix[k * size + k] = 1;
    for (let j = 0; j < size; j++) {
      matrix[k * size + j]! /= pivot;
    }
    for (let i = 0; i < size; i++) {
      const factor = matrix[i * size + k]!;
      if (i === k || factor === 0) {
        continue;
      }
      matrix[i * size + k] = 0;
      for (let j = 0; j < size; j++) {
        matrix[i * size + j]! -= factor * matrix[k * size + j]!;
      }
    }
  }
}
