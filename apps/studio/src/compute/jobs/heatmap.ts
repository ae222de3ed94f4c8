/**
 * A metric over two factors: large cells of few paths first, then smaller ones, then as the accuracy asks for.
 */
import { axisValues, type SweepOptions, type SweepResult, stepByBounds, sweep } from '@trilogue/engine';
import type { Model } from '../../state/model';
import type { Axis } from '../../state/state';
import type { JobContext, NoResult, Staged } from '../job';
import { pathsWithin, type Roughly, roughly } from '../rough';
import type { RunSpec } from '../spec';

export interface HeatmapInput extends RunSpec {
  readonly accuracy: Model['accuracy'];
  readonly x: Axis;
  readonly y: Axis;
  readonly cells: number;
  readonly metric: string;
  readonly independent?: boolean;
}

export type HeatmapOutput = Roughly<SweepResult>;

/** Cells each way of the first pass: as many as there is time for. */
const coarseCells = [13, 9, 7];
const coarsePaths = { fewest: 32, most: 256 };
const finerPaths = { fewest: 64, most: 1024 };
/** Coarse passes that take as long as a finer one. */
const finerWork = 20;

export async function* heatmap(
  { accuracy, x, y, cells, metric, independent, ...spec }: HeatmapInput,
  { run, coarse, begun }: JobContext,
): AsyncGenerator<Staged<HeatmapOutput> | NoResult, void, void> {
  const pass = (count: number, options: Partial<SweepOptions>) =>
    sweep({ ...spec, ...run, metric, independent, x: { ...x, count }, y: { ...y, count }, ...options });
  /** A pass for which there is work; null where that does for too few paths. */
  const rough = async (counts: readonly number[], work: number, most: { fewest: number; most: number }) => {
    for (const count of counts) {
      const { scheme, dt, steps } = stepByBounds({ ...spec, points: pointsOf(x, y, count) });
      const paths = pathsWithin({ work, steps, runs: count * count, ...most });
      if (paths !== null) return pass(count, { scheme, dt, paths });
    }
    return null;
  };
  const counts = [...new Set(coarseCells.map((count) => Math.min(count, cells)))];
  if (!begun) {
    const first = await rough(counts, coarse, coarsePaths);
    yield first === null
      ? { stage: null }
      : { stage: 'coarse', output: roughMap(first), performance: first.performance };
  }
  const finer = Math.ceil(cells / 2);
  if (finer > counts[0]!) {
    const second = await rough([finer], finerWork * coarse, finerPaths);
    if (second !== null) yield { stage: 'finer', output: roughMap(second), performance: second.performance };
  }
  const last = await pass(cells, accuracy);
  yield { stage: 'final', output: last, performance: last.performance };
}

function pointsOf(x: Axis, y: Axis, count: number): Record<string, number>[] {
  const [across, up] = [x, y].map((axis) => axisValues({ ...axis, count }));
  return up!.flatMap((high) => across!.map((right) => ({ [x.name]: right, [y.name]: high })));
}

function roughMap(result: SweepResult): HeatmapOutput {
  return roughly(result, ['values', 'low', 'high', 'bias']);
}
