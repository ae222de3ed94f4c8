/**
 * Linear programming in exact arithmetic, as far as families of equilibria need it: is there a point of an affine set
 * at which every share is above 0?
 */
import { echelon } from './linear.js';
import { add, divide, multiply, negate, one, type Rational, sign, subtract, zero } from './rational.js';

/** Entries that add up to `total`. */
export interface Group {
  readonly entries: readonly number[];
  readonly total: Rational;
}

/**
 * A point whose groups have their totals, every entry above 0, and `equations` satisfied, or undefined where there
 * is none. It maximises the smallest entry, by the simplex method with the rule of Bland (1977), which ends.
 *
 * @param groups every index in one of them.
 * @param equations rows of coefficients of all entries, then the right-hand side.
 */
export function strictPoint(
  groups: readonly Group[],
  equations: readonly (readonly Rational[])[],
): Rational[] | undefined {
  const width = groups.flatMap(({ entries }) => entries).length;
  // Entries are slack_j + t with slack_j >= 0; unknowns are the slacks, then t >= 0.
  const sums = groups.map(({ entries, total }) => [
    ...Array.from({ length: width }, (_, j) => (entries.includes(j) ? one : zero)),
    total,
  ]);
  const rows = [...sums, ...equations].map((row) => {
    const total = row.slice(0, width).reduce(add, zero);
    return [...row.slice(0, width), total, row[width]!];
  });
  const start = echelon(rows);
  if (start.pivots.includes(width + 1)) return undefined;
  // First phase: artificial unknowns, driven out by minimising their sum.
  const count = start.rows.length;
  const table = start.rows.map((row, r) => {
    const positive = sign(row[width + 1]!) < 0 ? row.map(negate) : row;
    const artificial = Array.from({ length: count }, (_, c) => (c === r ? one : zero));
    return [...positive.slice(0, width + 1), ...artificial, positive[width + 1]!];
  });
  const basis = table.map((_, r) => width + 1 + r);
  const first = Array.from({ length: width + 1 + count }, (_, c) => (c > width ? one : zero));
  if (sign(minimise(table, basis, first, width + 1 + count)) > 0) return undefined;
  // Second phase: largest t. Artificial unknowns may not come back; those still in the basis are 0.
  const second = Array.from({ length: width + 1 + count }, (_, c) => (c === width ? negate(one) : zero));
  for (const [r, unknown] of basis.entries()) {
    if (unknown <= width) continue;
    const entering = table[r]!.findIndex((entry, c) => c <= width && sign(entry) !== 0);
    if (entering >= 0) pivot(table, basis, r, entering);
  }
  const smallest = negate(minimise(table, basis, second, width + 1));
  if (sign(smallest) <= 0) return undefined;
  const values = new Array<Rational>(width).fill(smallest);
  for (const [r, unknown] of basis.entries()) {
    if (unknown < width) values[unknown] = add(values[unknown]!, table[r]!.at(-1)!);
  }
  return values;
}

/** Least value of the cost; the table is changed in place. Unknowns from `allowed` on do not enter. */
function minimise(table: Rational[][], basis: number[], cost: readonly Rational[], allowed: number): Rational {
  for (;;) {
    const reduced = (column: number): Rational =>
      basis.reduce((total, unknown, r) => subtract(total, multiply(cost[unknown]!, table[r]![column]!)), cost[column]!);
    let entering = -1;
    for (let c = 0; c < allowed && entering < 0; c++) if (!basis.includes(c) && sign(reduced(c)) < 0) entering = c;
    if (entering < 0) break;
    let leaving = -1;
    let least: Rational | undefined;
    for (const [r, row] of table.entries()) {
      if (sign(row[entering]!) <= 0) continue;
      const ratio = divide(row.at(-1)!, row[entering]!);
      const order = least === undefined ? -1 : sign(subtract(ratio, least));
      if (order < 0 || (order === 0 && basis[r]! < basis[leaving]!)) [leaving, least] = [r, ratio];
    }
    // The shares bound t and the slacks, so there always is one.
    pivot(table, basis, leaving, entering);
  }
  return basis.reduce((total, unknown, r) => add(total, multiply(cost[unknown]!, table[r]!.at(-1)!)), zero);
}

function pivot(table: Rational[][], basis: number[], r: number, column: number): void {
  const by = table[r]![column]!;
  table[r] = table[r]!.map((entry) => divide(entry, by));
  for (const [other, row] of table.entries()) {
    const factor = row[column]!;
    if (other === r || sign(factor) === 0) continue;
    table[other] = row.map((entry, c) => subtract(entry, multiply(factor, table[r]![c]!)));
  }
  basis[r] = column;
}
