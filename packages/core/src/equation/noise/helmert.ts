/**
 * Helmert contrasts: k - 1 orthonormal directions in which k numbers can differ.
 * Source: Helmert (1876); Lancaster (1965), The Helmert matrices.
 */

/**
 * The k x (k - 1) matrix H by [row][column], with H^T H = I and columns that add to 0. Column c, from 0: rows 0 to c are
 * 1 / sqrt((c + 1)(c + 2)), row c + 1 is -(c + 1) / sqrt((c + 1)(c + 2)), the rest 0. Any two rows are sqrt 2 apart.
 * @param k At least 1.
 */
export function helmert(k: number): number[][] {
  return Array.from({ length: k }, (_, row) =>
    Array.from({ length: k - 1 }, (_, c) => {
      const norm = Math.sqrt((c + 1) * (c + 2));
      if (row <= c) return 1 / norm;
      return row === c + 1 ? -(c + 1) / norm : 0;
    }),
  );
}
