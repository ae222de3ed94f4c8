/**
 * How accurate the cells of a sweep are: the stated error of a cell is the larger distance to the limits of its 95%
 * interval and the bound of its step bias together.
 */
import type { Game } from '@trilogue/core';
import { metricScale } from '../../measures/metric/scale.js';
import type { AxisValues } from '../sweep/axes.js';
import type { SweepColumns } from '../sweep/summary.js';

/** The cells of a sweep by number, x fastest; NaN where nothing is known. */
export interface CellGrid {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly columns: Pick<SweepColumns, 'value' | 'low' | 'high'>;
  /** 95% bound of the step bias; null where none is known. */
  readonly bias: Float64Array | null;
}

/** What the cells were to be. */
export interface CellTask {
  /** As in sweep: a part of the horizon for times; null where none was asked for. */
  readonly tolerance: number | null;
  readonly metric: string;
  readonly horizon: number;
}

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

/** The largest errors of the cells, and how many are not within the tolerance. Throws EngineError for a metric that cannot be read. */
export function accuracyOfCells(
  game: Game,
  { tolerance, metric, horizon }: CellTask,
  { x, y, columns, bias: biases }: CellGrid,
): CellAccuracy {
  const { unit } = metricScale(game, metric, horizon);
  const wanted = tolerance === null ? null : tolerance * unit;
  const width = x.values.length;
  let [noise, bias]: (number | null)[] = [null, null];
  let outside = 0;
  let worst: CellError | null = null;
  for (const [cell, value] of columns.value.entries()) {
    if (Number.isNaN(value)) continue;
    const [low, high] = [columns.low[cell]!, columns.high[cell]!];
    const error: CellError = {
      x: x.values[cell % width]!,
      y: y?.values[Math.floor(cell / width)] ?? null,
      noise: Math.max(orInfinite(high - value), orInfinite(value - low)),
      bias: biases === null || Number.isNaN(biases[cell]) ? null : biases[cell]!,
    };
    noise = Math.max(noise ?? Number.NEGATIVE_INFINITY, error.noise);
    if (error.bias !== null) bias = Math.max(bias ?? Number.NEGATIVE_INFINITY, error.bias);
    if (wanted === null || total(error) <= wanted * (1 + rounding)) continue;
    outside++;
    if (worst === null || total(error) > total(worst)) worst = error;
  }
  return { wanted, noise, bias, outside: wanted === null ? null : outside, worst };
}

/** A limit that is not known is anywhere. */
function orInfinite(distance: number): number {
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

function total({ noise, bias }: CellError): number {
  return noise + (bias ?? Number.POSITIVE_INFINITY);
}
