/** Numbers of cells, mostly neighbours, as pairs of a first cell and a count. */
import { z } from 'zod';

/** The most cells of one chunk. */
export const mostCells = 1 << 16;

/** Cells of a sweep are numbered below this. */
const cellLimit = 10_000_000;

export type CellRuns = readonly (readonly [first: number, count: number])[];

export const cellRunsSchema: z.ZodType<CellRuns> = z
  .array(z.tuple([z.int().min(0).max(cellLimit), z.int().min(1).max(mostCells)]))
  .min(1)
  .max(mostCells)
  .refine((runs) => runs.reduce((sum, [, count]) => sum + count, 0) <= mostCells, `more than ${mostCells} cells`);

export function toRuns(cells: readonly number[]): CellRuns {
  const runs: [number, number][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === cell) last[1]++;
    else runs.push([cell, 1]);
  }
  return runs;
}

export function toCells(runs: CellRuns): number[] {
  return runs.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => first + i));
}

/** In words, such as `cells 0 to 24, 30 and 3 more runs`. */
export function cellWords(cells: readonly number[]): string {
  const runs = toRuns(cells);
  const shown = runs
    .slice(0, 3)
    .map(([first, count]) => (count === 1 ? `${first}` : `${first} to ${first + count - 1}`));
  const more =
    runs.length > 3 ? ` and ${cells.length - runs.slice(0, 3).reduce((sum, run) => sum + run[1], 0)} more` : '';
  return `${cells.length === 1 ? 'cell' : 'cells'} ${shown.join(', ')}${more}`;
}
