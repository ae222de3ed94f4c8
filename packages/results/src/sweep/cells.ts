/**
 * The cells of a sweep, column by column: what `cells.csv` and `cells.parquet` hold. Numbers are written so that reading
 * them gives the same bits.
 */
import type { Game } from '@trilogue/core';
import { type Axis, type AxisValues, axisValues, type PlannedSweep, type SweepColumns } from '@trilogue/engine';
import type { Recipe } from './recipe.js';

/** A metric over a grid. Cell `j * x.values.length + i` is at `y.values[j]`, `x.values[i]`; NaN where nothing is known. */
export interface Grid {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly columns: SweepColumns;
  /** 95% bound of the bias that the step leaves; null where there is no tolerance. */
  readonly bias: Float64Array | null;
}

/** What the columns of a summary are over: the axes with their titles, and the bounds of the step bias. */
export function gridOf(game: Game, { x, y }: Recipe, { bias }: PlannedSweep, columns: SweepColumns): Grid {
  const axis = (given: Axis): AxisValues => {
    const title = game.parameters.find((parameter) => parameter.name === given.name)?.title;
    return { name: given.name, title, values: axisValues(given) };
  };
  return { x: axis(x), y: y === null ? null : axis(y), columns, bias: columns.error ?? bias };
}

/** Cells of a grid. */
export function cellCount({ x, y }: Pick<Grid, 'x' | 'y'>): number {
  return x.values.length * (y?.values.length ?? 1);
}

/** A column of the table. */
export interface CellColumn {
  readonly name: string;
  /** Null where it is not known. */
  at(cell: number): number | null;
  readonly nullable: boolean;
}

const fixedNames = ['value', 'low', 'high', 'bias', 'paths'];

/** The columns: the axes under their names, then value, low, high, bias and paths. One row a cell, x fastest. */
export function cellColumns({ x, y, columns, bias }: Grid): CellColumn[] {
  const width = x.values.length;
  const known = (name: string, numbers: Float64Array): CellColumn => ({
    name,
    at: (cell) => (Number.isNaN(numbers[cell]) ? null : numbers[cell]!),
    nullable: numbers.some(Number.isNaN),
  });
  return [
    { name: columnName(x), at: (cell) => x.values[cell % width]!, nullable: false },
    ...(y === null
      ? []
      : [{ name: columnName(y), at: (cell: number) => y.values[Math.floor(cell / width)]!, nullable: false }]),
    known('value', columns.value),
    known('low', columns.low),
    known('high', columns.high),
    bias === null ? { name: 'bias', at: () => null, nullable: true } : known('bias', bias),
    { name: 'paths', at: (cell) => columns.paths[cell]!, nullable: false },
  ];
}

/** An axis whose name is that of another column, such as a parameter `value`, is written as `axis.value`. */
function columnName({ name }: AxisValues): string {
  return fixedNames.includes(name) ? `axis.${name}` : name;
}

/** The rows of the table one after the other, each by the names of its columns; null where a number is not known. */
export function* eachCell(grid: Grid): Generator<Readonly<Record<string, number | null>>> {
  const columns = cellColumns(grid);
  for (let cell = 0; cell < cellCount(grid); cell++) {
    yield Object.fromEntries(columns.map(({ name, at }) => [name, at(cell)]));
  }
}

/** Rows in a piece of text. */
const rowsTogether = 4096;

/** `cells.csv` in pieces. Null is an empty field. Names hold no commas or quotes, so nothing is quoted. */
export function* cellsCsv(columns: readonly CellColumn[], cells: number): Generator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\n`;
  for (let from = 0; from < cells; from += rowsTogether) {
    let text = '';
    for (let cell = from; cell < Math.min(cells, from + rowsTogether); cell++) {
      text += `${columns.map(({ at }) => at(cell) ?? '').join(',')}\n`;
    }
    yield text;
  }
}
