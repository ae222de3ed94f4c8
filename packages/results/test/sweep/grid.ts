/** A grid of a sweep from rows, as tests write them: null where nothing is known. */
import type { AxisValues } from '@trilogue/engine';
import type { Grid } from '../../src/sweep/cells.js';

type Rows = readonly (readonly (number | null)[])[];

export interface GridRows {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly values: Rows;
  readonly low: Rows;
  readonly high: Rows;
  readonly bias: Rows;
  readonly cellPaths: Rows;
}

export function gridOf({ x, y, values, low, high, bias, cellPaths }: GridRows): Grid {
  const column = (rows: Rows) => Float64Array.from(rows.flat(), (value) => value ?? Number.NaN);
  return {
    x,
    y,
    columns: { value: column(values), low: column(low), high: column(high), paths: column(cellPaths) },
    bias: column(bias),
  };
}
