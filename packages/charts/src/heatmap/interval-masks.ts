/**
 * Which cells of a heatmap their confidence intervals leave undecided: against the cells around them, or against a level.
 * Owns the comparison of intervals; which of the two is drawn is undecided.ts, the strokes are hatching.ts.
 */
import { isValue, type MaybeValue } from '../metric.js';

/**
 * `mask[j][i]` is true where the interval of cell (j, i) overlaps the interval of each of its neighbours (left, right,
 * above, below; those that exist and have an interval), and it has at least one. Intervals that only touch overlap.
 *
 * Overlap is a cautious criterion: two 95% intervals that do not overlap differ at far below the 5% level.
 */
export function overlapMask(
  low: readonly (readonly MaybeValue[])[],
  high: readonly (readonly MaybeValue[])[],
): boolean[][] {
  const interval = (j: number, i: number): [number, number] | undefined => {
    const [from, to] = [low[j]?.[i], high[j]?.[i]];
    return isValue(from) && isValue(to) ? [from, to] : undefined;
  };
  return low.map((row, j) =>
    row.map((_, i) => {
      const own = interval(j, i);
      if (own === undefined) return false;
      const neighbours = [interval(j, i - 1), interval(j, i + 1), interval(j - 1, i), interval(j + 1, i)];
      const present = neighbours.filter((neighbour) => neighbour !== undefined);
      return present.length > 0 && present.every(([from, to]) => from <= own[1] && own[0] <= to);
    }),
  );
}

/** `mask[j][i]` is true where the interval of cell (j, i) contains `level`, ends included. */
export function containsMask(
  low: readonly (readonly MaybeValue[])[],
  high: readonly (readonly MaybeValue[])[],
  level: number,
): boolean[][] {
  return low.map((row, j) =>
    row.map((from, i) => {
      const to = high[j]?.[i];
      return isValue(from) && isValue(to) && from <= level && level <= to;
    }),
  );
}
