/** What a finished part says of itself. */
import { partText } from '@trilogue/results';
import { count } from '../output/figures.js';
import type { PartOutcome } from './run-sweep.js';

export function partWords(out: string, { part, cells, times }: PartOutcome): string {
  const resumed = times.resumedCells > 0 ? `, ${count(times.resumedCells)} of them from an earlier run` : '';
  return `part ${partText(part)} is done: ${count(cells)} cells in ${out}${resumed}. trilogue merge joins it with the others.`;
}

export function partJson(out: string, { recipe, part, cells, times }: PartOutcome): string {
  const { metric, backend } = recipe;
  const { resumedCells, performance } = times;
  return JSON.stringify({ out, part, cells, metric, backend, resumedCells, performance });
}
