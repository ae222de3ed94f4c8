/**
 * A sweep as text for a terminal: ten lines at most.
 */
import { join } from 'node:path';
import type { Game } from '@trilogue/core';
import { facts } from '../output/align.js';
import { pathsWords, ranWords } from '../output/caption.js';
import { brief, count, rough } from '../output/figures.js';
import { chartMetric, hasHalf } from '../output/metric-words.js';
import type { CellAccuracy } from './accuracy.js';
import { type Grid, leastPaths } from './cells.js';
import { pictureName } from './pictures.js';
import type { SweepOutcome } from './run-sweep.js';

export function sweepText(
  game: Game,
  out: string,
  { recipe, ran, times, grid, accuracy, reused }: SweepOutcome,
): string {
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
        `${count(cells.length)} of ${pathsWords({ leastPaths: leastPaths(grid), paths: ran.paths })} each${resumed}${missing(cells.length - found.length)}`,
      ],
      ...accuracyFacts(grid, accuracy, found.length),
      ...extremes(found),
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

/** What is known of the error, in one line. */
function accuracyFacts(
  { x, y }: Grid,
  { wanted, noise, bias, outside, worst }: CellAccuracy,
  found: number,
): [string, string][] {
  if (noise === null) return [];
  if (wanted === null) {
    const intervals = `95% intervals of at most ±${rough(noise)}`;
    return [
      ['accuracy', `${intervals}; the bias of the step is not estimated (--tolerance in place of --paths and --dt)`],
    ];
  }
  if (worst === null) {
    const parts = `paths ±${rough(noise)}, bias of the step ${rough(bias ?? 0)} at most`;
    return [['accuracy', `every cell within ${brief(wanted)} at 95%: ${parts}`]];
  }
  const place = [`${x.name} = ${brief(worst.x)}`, ...(worst.y === null ? [] : [`${y?.name} = ${brief(worst.y)}`])];
  const step = worst.bias === null ? 'not known' : rough(worst.bias);
  return [
    [
      'accuracy',
      `WARNING: not within ${brief(wanted)} in ${count(outside ?? 0)} of ${count(found)} cells; worst at ${place.join(', ')}: paths ±${rough(worst.noise)}, bias of the step ${step}`,
    ],
  ];
}

function extremes(found: readonly Cell[]): [string, string][] {
  if (found.length === 0) return [];
  const lowest = found.reduce((least, cell) => (cell.value < least.value ? cell : least));
  const highest = found.reduce((most, cell) => (cell.value > most.value ? cell : most));
  return [
    ['lowest', `${brief(lowest.value)} at ${lowest.at}`],
    ['highest', `${brief(highest.value)} at ${highest.at}`],
  ];
}

function half(game: Game, metric: string, found: readonly Cell[]): [string, string][] {
  if (found.length === 0 || !hasHalf(game, metric)) return [];
  const above = found.filter(({ value }) => value > 0.5).length;
  return [['above 0.5', `${((100 * above) / found.length).toFixed(1)}% of the cells`]];
}
