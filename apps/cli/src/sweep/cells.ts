/**
 * The cells of a sweep as rows: what `cells.csv` and `cells.parquet` hold, and back.
 * Numbers are written so that reading them gives the same bits.
 */
import type { AxisValues } from '@trilogue/engine';

type Rows<T> = readonly (readonly T[])[];

/** A metric over a grid, `values[j][i]` at `y.values[j]`, `x.values[i]`; one row where there is no y. */
export interface Grid {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly values: Rows<number | null>;
  readonly low: Rows<number | null>;
  readonly high: Rows<number | null>;
  /** 95% bound of the bias that the step leaves; null where it is not known. */
  readonly bias: Rows<number | null>;
  readonly cellPaths: Rows<number>;
}

/** The fewest paths of a cell. */
export function leastPaths({ cellPaths }: Grid): number {
  return cellPaths.flat().reduce((least, paths) => Math.min(least, paths));
}

/** Columns by name, one entry a cell, x fastest. */
export interface CellColumn {
  readonly name: string;
  readonly entries: readonly (number | null)[];
}

const fixedNames = ['value', 'low', 'high', 'bias', 'paths'];

/** The columns: the axes under their names, then value, low, high, bias (null where they are not known) and paths. */
export function cellColumns({ x, y, values, low, high, bias, cellPaths }: Grid): CellColumn[] {
  const lines = y?.values ?? [0];
  const axes = [
    { name: columnName(x), entries: lines.flatMap(() => x.values) },
    ...(y === null ? [] : [{ name: columnName(y), entries: lines.flatMap((value) => x.values.map(() => value)) }]),
  ];
  const grids = { value: values, low, high, bias, paths: cellPaths };
  return [...axes, ...Object.entries(grids).map(([name, rows]) => ({ name, entries: rows.flat() }))];
}

/** An axis whose name is that of another column, such as a parameter `value`, is written as `axis.value`. */
function columnName({ name }: AxisValues): string {
  return fixedNames.includes(name) ? `axis.${name}` : name;
}

/** Null is an empty field. Names hold no commas or quotes, so nothing is quoted. */
export function cellsCsv(columns: readonly CellColumn[]): string {
  const lines = [columns.map(({ name }) => name).join(',')];
  const cells = columns[0]!.entries.length;
  for (let cell = 0; cell < cells; cell++) lines.push(columns.map(({ entries }) => entries[cell] ?? '').join(','));
  return `${lines.join('\n')}\n`;
}

/**
 * The grid that `cells.csv` holds.
 *
 * @param shape what the file itself does not say
 */
export function readCells(csv: string, shape: CellsShape): Grid {
  const { x, y, width } = shape;
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  const fields = lines.map((line) => line.split(',').map((field) => (field === '' ? null : Number(field))));
  const column = (index: number) => fields.map((row) => row[index] ?? null);
  const axis = (entries: (number | null)[]) => entries.map(Number);
  const rows = (name: string) => {
    const entries = column(names.indexOf(name));
    return Array.from({ length: entries.length / width }, (_, j) => entries.slice(j * width, (j + 1) * width));
  };
  return {
    x: { ...x, values: axis(column(0)).slice(0, width) },
    y: y === null ? null : { ...y, values: axis(column(1)).filter((_, cell) => cell % width === 0) },
    values: rows('value'),
    low: rows('low'),
    high: rows('high'),
    bias: rows('bias'),
    cellPaths: rows('paths').map((row) => row.map(Number)),
  };
}

/** What a reader of `cells.csv` knows from the manifest. */
export interface CellsShape {
  readonly x: Omit<AxisValues, 'values'>;
  readonly y: Omit<AxisValues, 'values'> | null;
  /** Number of x values. */
  readonly width: number;
}
