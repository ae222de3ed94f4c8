/**
 * A sweep as text for a terminal: ten lines at most.
 */
import { join } from 'node:path';
import type { Game } from '@trilogue/core';
import { facts } from '../output/align.js';
import { ranWords } from '../output/caption.js';
import { brief, count } from '../output/figures.js';
import { chartMetric, hasHalf } from '../output/metric-words.js';
import type { Grid } from './cells.js';
import { pictureName } from './pictures.js';
import type { SweepOutcome } from './run-sweep.js';

export function sweepText(game: Game, out: string, { recipe, ran, times, grid, reused }: SweepOutcome): string {
  const { title = recipe.metric } = chartMetric(game, recipe.metric);
  const cells = values(grid);
  const found = cells.filter(({ value }) => Number.isFinite(value));
  const resumed = times.resumedCells > 0 ? `, ${count(times.resumedCells)} of them from an earlier run` : '';
  const computed = ranWords({ ...recipe, ...ran, performance: times.performance });
  return [
    `${recipe.game.title}: ${title}`,
    ...facts([
      ['over', [grid.x, grid.y].flatMap((axis) => (axis === null ? [] : [axisWords(axis)])).join(' and ')],
      [
        'cells',
        `${count(cells.length)} of ${count(recipe.paths)} paths each${resumed}${missing(cells.length - found.length)}`,
      ],
      ...extremes(grid, found),
      ...half(game, recipe.metric, found),
      [reused ? 'was computed' : 'computed by', computed],
      ['seed', recipe.seed],
      ['picture', `${join(out, `${pictureName(grid)}.png`)}${reused ? ' (drawn anew; the numbers were there)' : ''}`],
    ]),
  ].join('\n');
}

interface Cell {
  readonly value: number;
  readonly at: string;
}

function values({ x, y, values: rows }: Grid): Cell[] {
  return rows.flatMap((row, j) =>
    row.map((value, i) => {
      const place = [
        `${x.name} = ${brief(x.values[i]!)}`,
        ...(y === null ? [] : [`${y.name} = ${brief(y.values[j]!)}`]),
      ];
      return { value: value ?? Number.NaN, at: place.join(', ') };
    }),
  );
}

function axisWords({ name, values: list }: { name: string; values: readonly number[] }): string {
  return `${name} = ${brief(list[0]!)} to ${brief(list.at(-1)!)} (${count(list.length)} values)`;
}

function missing(cells: number): string {
  return cells === 0 ? '' : `; ${count(cells)} without a value`;
}

function extremes({ low, high }: Grid, found: readonly Cell[]): [string, string][] {
  if (found.length === 0) return [];
  const lowest = found.reduce((least, cell) => (cell.value < least.value ? cell : least));
  const highest = found.reduce((most, cell) => (cell.value > most.value ? cell : most));
  const widths = low.flatMap((row, j) =>
    row.map((from, i) => ((high[j]![i] ?? Number.NaN) - (from ?? Number.NaN)) / 2),
  );
  const widest = widths.reduce((most, width) => (width > most ? width : most), 0);
  return [
    ['lowest', `${brief(lowest.value)} at ${lowest.at}`],
    ['highest', `${brief(highest.value)} at ${highest.at}; 95% intervals of at most ±${Number(widest.toPrecision(2))}`],
  ];
}

function half(game: Game, metric: string, found: readonly Cell[]): [string, string][] {
  if (found.length === 0 || !hasHalf(game, metric)) return [];
  const above = found.filter(({ value }) => value > 0.5).length;
  return [['above 0.5', `${((100 * above) / found.length).toFixed(1)}% of the cells`]];
}
