/**
 * Linear equations in exact arithmetic.
 */
import { divide, multiply, type Rational, sign, subtract } from './rational.js';

/** Rows in reduced echelon form: each pivot is 1 and alone in its column. */
export interface Echelon {
  readonly rows: Rational[][];
  /** Column of the pivot of each row, ascending. */
  readonly pivots: number[];
}

/** Gauss and Jordan's elimination of all columns. Rows of zeros are left out. */
export function echelon(matrix: readonly (readonly Rational[])[]): Echelon {
  const rows = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width && pivots.length < rows.length; column++) {
    const at = pivots.length;
    const found = rows.findIndex((row, r) => r >= at && sign(row[column]!) !== 0);
    if (found < 0) continue;
    [rows[at], rows[found]] = [rows[found]!, rows[at]!];
    const pivot = rows[at]![column]!;
    rows[at] = rows[at]!.map((entry) => divide(entry, pivot));
    for (const [r, row] of rows.entries()) {
      const factor = row[column]!;
      if (r === at || sign(factor) === 0) continue;
      rows[r] = row.map((entry, c) => subtract(entry, multiply(factor, rows[at]![c]!)));
    }
    pivots.push(column);
  }
  return { rows: rows.slice(0, pivots.length), pivots };
}
