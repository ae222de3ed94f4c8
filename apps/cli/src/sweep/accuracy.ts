/**
 * How accurate the cells of a sweep are: the stated error of a cell is the larger distance to the limits of its 95%
 * interval and the bound of its step bias together.
 */
import type { Game } from '@trilogue/core';
import { parseMetric } from '@trilogue/engine';
import type { Grid } from './cells.js';
import type { Recipe } from './recipe.js';

export interface CellError {
  readonly x: number;
  /** Null where there is one axis. */
  readonly y: number | null;
  /** Larger distance from the value to its 95% limits. */
  readonly noise: number;
  /** 95% bound of the step bias; null where it is not known. */
  readonly bias: number | null;
}

export interface CellAccuracy {
  /** What a cell's error is to stay below, in the units of the metric; null where no tolerance was asked for. */
  readonly wanted: number | null;
  /** Largest of all cells with a value; null where there is none. */
  readonly noise: number | null;
  readonly bias: number | null;
  /** Cells with a value whose error is larger, or not known; null where no tolerance was asked for. */
  readonly outside: number | null;
  /** The cell of these with the largest error, one whose bias is not known before all others. */
  readonly worst: CellError | null;
}

/** What rounding may add to a sum. */
const rounding = 1e-9;

export function accuracyOfCells(
  game: Game,
  { tolerance, metric, horizon }: Pick<Recipe, 'tolerance' | 'metric' | 'horizon'>,
  grid: Grid,
): CellAccuracy {
  const cells = errorsOf(grid);
  // times are told in parts of the horizon
  const unit = parseMetric(game, metric).kind === 'T' ? horizon : 1;
  const wanted = tolerance === null ? null : tolerance * unit;
  const outside = wanted === null ? [] : cells.filter((cell) => !(total(cell) <= wanted * (1 + rounding)));
  return {
    wanted,
    noise: largest(cells.map(({ noise }) => noise)),
    bias: largest(cells.flatMap(({ bias }) => (bias === null ? [] : [bias]))),
    outside: wanted === null ? null : outside.length,
    worst: outside.reduce<CellError | null>(
      (worst, cell) => (worst === null || total(cell) > total(worst) ? cell : worst),
      null,
    ),
  };
}

function errorsOf({ x, y, values, low, high, bias }: Grid): CellError[] {
  return values.flatMap((row, j) =>
    row.flatMap((value, i) => {
      if (value === null) return [];
      const [from, to] = [low[j]![i] ?? Number.NEGATIVE_INFINITY, high[j]![i] ?? Number.POSITIVE_INFINITY];
      const noise = Math.max(to - value, value - from);
      return [{ x: x.values[i]!, y: y?.values[j] ?? null, noise, bias: bias[j]![i] ?? null }];
    }),
  );
}

function total({ noise, bias }: CellError): number {
  return noise + (bias ?? Number.POSITIVE_INFINITY);
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value));
}
