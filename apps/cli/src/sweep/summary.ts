/**
 * A sweep as text for a terminal: ten lines at most.
 */

import { join } from 'node:path';
import type { Game } from '@trilogue/core';
import { type CellAccuracy, describeMetric } from '@trilogue/engine';
import { cellCount, type Grid, partText } from '@trilogue/results';
import { facts } from '../output/align.js';
import { boundaryWords, pathsWords, ranWords } from '../output/caption.js';
import { brief, count, duration, rough } from '../output/figures.js';
import { leastPaths, type SweepOutcome } from './conclude.js';
import { pictureName } from './pictures.js';
import type { PartOutcome } from './run-sweep.js';

export function sweepText(
  game: Game,
  out: string,
  { recipe, ran, times, grid, accuracy, impossible, reused }: SweepOutcome,
): string {
  const { title = recipe.metric } = describeMetric(game, recipe.metric);
  const cells = cellCount(grid);
  const found = cells - grid.columns.value.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const resumed = times.resumedCells > 0 ? `, ${count(times.resumedCells)} of them from an earlier run` : '';
  const computed = ranWords({ ...recipe, ...ran, ...times });
  return [
    `${recipe.game.title}: ${title}`,
    ...facts([
      ['over', [grid.x, grid.y].flatMap((axis) => (axis === null ? [] : [axisWords(axis)])).join(' and ')],
      [
        'cells',
        `${count(cells)} of ${pathsWords({ leastPaths: leastPaths(grid), paths: ran.paths })} each${resumed}${missing(cells - found)}`,
      ],
      ...accuracyFacts(grid, accuracy, found),
      ...undefinedFacts(impossible),
      ...(ran.boundaryHits === 0 ? [] : [['put back', boundaryWords(ran.boundaryHits)] as [string, string]]),
      ...extremes(grid, found),
      ...half(game, recipe.metric, grid, found),
      [reused ? 'was computed' : 'computed by', computed],
      ...queueFacts(times),
      ['seed', recipe.seed],
      ['picture', `${join(out, `${pictureName(grid)}.png`)}${reused ? ' (drawn anew; the numbers were there)' : ''}`],
    ]),
  ].join('\n');
}

/** Cells at which the game has no payoffs. */
function undefinedFacts(impossible: SweepOutcome['impossible']): [string, string][] {
  const [first] = impossible;
  if (first === undefined) return [];
  const [cells, more] =
    impossible.length === 1
      ? ['one cell, which is left empty', '']
      : [`${count(impossible.length)} cells, which are left empty`, ' (--json has the others)'];
  return [['not defined', `at ${cells}: ${first[1]}${more}`]];
}

function queueFacts({ queue }: SweepOutcome['times']): [string, string][] {
  if (queue === undefined) return [];
  const { workers, chunks, computing, lost, mostRedisBytes, recomputed } = queue;
  const again = lost === 0 ? '' : `; ${count(lost)} enqueued again that Redis had lost`;
  const same = recomputed === 0 ? '' : `; ${count(recomputed)} cells computed again here, to the same bits`;
  const memory = (mostRedisBytes / 2 ** 20).toFixed(1);
  const words = `${count(chunks)} chunks by ${count(workers)} workers, ${duration(computing)} of computing${again}${same}`;
  return [['queue', `${words}; Redis used ${memory} MB at most`]];
}

/** Where a cell is, in words. */
function place({ x, y }: Grid, cell: number): string {
  const width = x.values.length;
  const at = [
    `${x.name} = ${brief(x.values[cell % width]!)}`,
    ...(y === null ? [] : [`${y.name} = ${brief(y.values[Math.floor(cell / width)]!)}`]),
  ];
  return at.join(', ');
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

function extremes(grid: Grid, found: number): [string, string][] {
  if (found === 0) return [];
  const { value } = grid.columns;
  // the first of equals; NaN is neither lower nor higher
  const first = value.findIndex((candidate) => !Number.isNaN(candidate));
  let [lowest, highest] = [first, first];
  for (const [cell, candidate] of value.entries()) {
    if (candidate < value[lowest]!) lowest = cell;
    if (candidate > value[highest]!) highest = cell;
  }
  return [
    ['lowest', `${brief(value[lowest]!)} at ${place(grid, lowest)}`],
    ['highest', `${brief(value[highest]!)} at ${place(grid, highest)}`],
  ];
}

function half(game: Game, metric: string, { columns }: Grid, found: number): [string, string][] {
  const { probability, range } = describeMetric(game, metric);
  // one half means something on the scale of a share or a probability
  if (found === 0 || (probability === undefined && range === undefined)) return [];
  const above = columns.value.reduce((count, value) => count + (value > 0.5 ? 1 : 0), 0);
  return [['above 0.5', `${((100 * above) / found).toFixed(1)}% of the cells`]];
}

/** What a finished part says of itself. */
export function partWords(out: string, { part, cells, times }: PartOutcome): string {
  const resumed = times.resumedCells > 0 ? `, ${count(times.resumedCells)} of them from an earlier run` : '';
  return `part ${partText(part)} is done: ${count(cells)} cells in ${out}${resumed}. trilogue merge joins it with the others.`;
}

export function partJson(out: string, { recipe, part, cells, times }: PartOutcome): string {
  const { metric, backend } = recipe;
  const { resumedCells, performance } = times;
  return JSON.stringify({ out, part, cells, metric, backend, resumedCells, performance });
}
