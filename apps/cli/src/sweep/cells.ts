/**
 * The cells of a sweep as rows: what `cells.csv` and `cells.parquet` hold, and back.
 * Numbers are written so that reading them gives the same bits.
 */
import type { AxisValues } from '@trilogue/engine';

type Rows = readonly (readonly (number | null)[])[];

/** A metric over a grid, `values[j][i]` at `y.values[j]`, `x.values[i]`; one row where there is no y. */
export interface Grid {
  readonly x: AxisValues;
  readonly y: AxisValues | null;
  readonly values: Rows;
  readonly low: Rows;
  readonly high: Rows;
  /** Paths of each cell. */
  readonly paths: number;
}

/** Columns by name, one entry a cell, x fastest. */
export interface CellColumn {
  readonly name: string;
  readonly entries: readonly (number | null)[];
}

const fixedNames = ['value', 'low', 'high', 'paths'];

/** The columns: the axes under their names, then value, low, high (null where the ensemble does not say) and paths. */
export function cellColumns({ x, y, values, low, high, paths }: Grid): CellColumn[] {
  const rows = y?.values ?? [0];
  const axes = [
    { name: columnName(x), entries: rows.flatMap(() => x.values) },
    ...(y === null ? [] : [{ name: columnName(y), entries: rows.flatMap((value) => x.values.map(() => value)) }]),
  ];
  const grids = { value: values.flat(), low: low.flat(), high: high.flat() };
  return [
    ...axes,
    ...Object.entries(grids).map(([name, entries]) => ({ name, entries })),
    { name: 'paths', entries: axes[0]!.entries.map(() => paths) },
  ];
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
  const { x, y, width, paths } = shape;
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
    paths,
  };
}

/** What a reader of `cells.csv` knows from the manifest. */
export interface CellsShape {
  readonly x: Omit<AxisValues, 'values'>;
  readonly y: Omit<AxisValues, 'values'> | null;
  /** Number of x values. */
  readonly width: number;
  readonly paths: number;
}
