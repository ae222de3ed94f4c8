/**
 * A metric over two factors: large cells of few paths first, then smaller ones, then as the accuracy asks for.
 */
import { type SweepOptions, type SweepResult, sweep } from '@trilogue/engine';
import type { Model } from '../../state/model';
import type { Axis } from '../../state/state';
import type { JobContext, Staged } from '../job';
import { accuracyOptions, type RunSpec } from '../spec';

export interface HeatmapInput extends RunSpec {
  readonly accuracy: Model['accuracy'];
  readonly x: Axis;
  readonly y: Axis;
  readonly cells: number;
  readonly metric: string;
}

const coarseCells = 13;
const coarseSteps = 80;

export async function* heatmap(
  { accuracy, x, y, cells, metric, ...spec }: HeatmapInput,
  { run, coarse, begun }: JobContext,
): AsyncGenerator<Staged<SweepResult>, void, void> {
  const pass = (count: number, options: Partial<SweepOptions>) =>
    sweep({ ...spec, ...run, metric, x: { ...x, count }, y: { ...y, count }, ...options });
  const dt = spec.horizon / coarseSteps;
  const count = Math.min(coarseCells, cells);
  const paths = Math.max(32, Math.min(256, 4 * Math.round(coarse / (count * count * coarseSteps) / 4)));
  if (!begun) {
    const first = await pass(count, { dt, paths });
    yield { stage: 'coarse', output: first, performance: first.performance };
  }
  const finer = Math.ceil(cells / 2);
  if (finer > count) {
    const second = await pass(finer, { dt, paths: 4 * paths });
    yield { stage: 'finer', output: second, performance: second.performance };
  }
  const last = await pass(cells, accuracyOptions(accuracy));
  yield { stage: 'final', output: last, performance: last.performance };
}
