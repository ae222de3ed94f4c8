/**
 * Where one share stands still: the lines on which its drift is zero inside the square, without the edges, on which the
 * replicator dynamics is zero anyway.
 * Owns the way from a table of drifts to lines; marching squares are heatmap/iso-lines.ts.
 */
import { valueAt } from '../axis/grid.js';
import { isoLines } from '../heatmap/iso-lines.js';

/** Drift of two shares on a grid, `[j][i]` at `y[j]`, `x[i]`. */
export interface DriftGrid {
  /** Strictly increasing in 0..1, at least three values; 0 and 1 belong to it where the lines are to reach the edges. */
  x: readonly number[];
  y: readonly number[];
  /** Drift of the share on the horizontal axis. */
  dx: readonly (readonly number[])[];
  /** Drift of the share on the vertical axis. */
  dy: readonly (readonly number[])[];
}

/** Lines on which the share on the given axis stands still, as points (x, y). */
export function nullclines({ x, y, dx, dy }: DriftGrid, axis: 'x' | 'y'): (readonly [number, number])[][] {
  const rates =
    axis === 'x'
      ? dx.map((row) => growthRates(x, row))
      : transposed(transposed(dy).map((column) => growthRates(y, column)));
  return isoLines(rates, 0).map((line) => line.map(([i, j]) => [valueAt(x, i), valueAt(y, j)] as const));
}

/** Drift over s (1 - s), which is the payoff advantage in a game of two strategies; on an edge, linear from the inside. */
function growthRates(shares: readonly number[], drift: readonly number[]): number[] {
  const rates = shares.map((share, k) => drift[k]! / (share * (1 - share)));
  const inside = (from: number, step: 1 | -1): number => {
    const [a, b] = [from + step, from + 2 * step];
    const slope = (rates[b]! - rates[a]!) / (shares[b]! - shares[a]!);
    return rates[a]! + (shares[from]! - shares[a]!) * slope;
  };
  const last = shares.length - 1;
  return rates.map((rate, k) => {
    if (shares[k] !== 0 && shares[k] !== 1) return rate;
    return k === 0 ? inside(0, 1) : inside(last, -1);
  });
}

function transposed(table: readonly (readonly number[])[]): number[][] {
  return table[0]!.map((_, i) => table.map((row) => row[i]!));
}

/** @throws RangeError naming the list or the table that does not fit. */
export function checkDriftGrid({ x, y, dx, dy }: DriftGrid): void {
  for (const [name, values] of Object.entries({ x, y })) {
    const odd = values.findIndex((value, k) => !(value >= 0 && value <= 1) || (k > 0 && value <= values[k - 1]!));
    if (odd >= 0) throw new RangeError(`drift.${name}[${odd}] is ${values[odd]}; values must increase from 0 to 1.`);
    const inside = values.filter((value) => value > 0 && value < 1).length;
    if (inside < 2) throw new RangeError(`drift.${name} needs at least two values between 0 and 1, but has ${inside}.`);
  }
  for (const [name, table] of Object.entries({ dx, dy })) {
    if (table.length !== y.length) {
      throw new RangeError(`drift.${name} has ${table.length} rows, but drift.y has ${y.length} values.`);
    }
    table.forEach((row, j) => {
      if (row.length !== x.length) {
        throw new RangeError(`drift.${name}[${j}] has ${row.length} columns, but drift.x has ${x.length} values.`);
      }
      const i = row.findIndex((value) => !Number.isFinite(value));
      if (i >= 0) throw new RangeError(`drift.${name}[${j}][${i}] is ${row[i]}; every drift must be finite.`);
    });
  }
}
