/**
 * Windows of neighbouring cells on a grid: means over them, and how far a need spreads. A step's bias changes as slowly
 * over the parameters as the metric itself, so neighbours may be pooled for it.
 */

/** Part of an axis that a window spans. */
const PART = 6;
/** Axes shorter than this are not pooled: too few cells to call neighbours alike. */
const SHORTEST = 12;

export interface Windows {
  readonly columns: number;
  readonly rows: number;
  /** Cells to each side, along x and along y. */
  readonly reachX: number;
  readonly reachY: number;
}

/** Windows of a sixth of each axis; of one cell along an axis of less than 12 values. */
export function windowsOf(columns: number, rows: number): Windows {
  const reach = (count: number) => (count < SHORTEST ? 0 : Math.floor(count / PART / 2));
  return { columns, rows, reachX: reach(columns), reachY: reach(rows) };
}

/** Cells in a whole window. */
export function windowSize({ reachX, reachY }: Windows): number {
  return (2 * reachX + 1) * (2 * reachY + 1);
}

/** Sum over each cell's window, NaN left out, and how many numbers that sum has. Cost: linear in cells. */
export function windowSums(windows: Windows, values: Float64Array): { sums: Float64Array; counts: Float64Array } {
  const sum = (numbers: ArrayLike<number>) =>
    alongBoth(windows, numbers, (line, reach) => {
      const before = [0];
      for (const value of line) before.push(before[before.length - 1] + value);
      return line.map((_, i) => before[Math.min(line.length, i + reach + 1)] - before[Math.max(0, i - reach)]);
    });
  return {
    sums: sum(values.map((value) => (Number.isNaN(value) ? 0 : value))),
    counts: sum(values.map((value) => (Number.isNaN(value) ? 0 : 1))),
  };
}

/** Largest value in each cell's window. */
export function windowLargest(windows: Windows, values: ArrayLike<number>): Float64Array {
  return alongBoth(windows, values, (line, reach) =>
    line.map((_, i) => {
      let largest = line[i];
      const end = Math.min(line.length - 1, i + reach);
      for (let k = Math.max(0, i - reach); k <= end; k++) if (line[k] > largest) largest = line[k];
      return largest;
    }),
  );
}

/** A reading of lines, taken of every row and then of every column. */
function alongBoth(
  { columns, rows, reachX, reachY }: Windows,
  values: ArrayLike<number>,
  read: (line: number[], reach: number) => number[],
): Float64Array {
  const result = Float64Array.from(values);
  const apply = (first: number, stride: number, count: number, reach: number) => {
    if (reach === 0) return;
    const line = read(
      Array.from({ length: count }, (_, i) => result[first + i * stride]),
      reach,
    );
    for (const [i, value] of line.entries()) result[first + i * stride] = value;
  };
  for (let row = 0; row < rows; row++) apply(row * columns, 1, columns, reachX);
  for (let column = 0; column < columns; column++) apply(column, columns, rows, reachY);
  return result;
}
