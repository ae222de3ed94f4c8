/**
 * Runs the rows of a design in batches of whole rows, which follow from the recipe alone: a batch that is finished is
 * never computed again, and the numbers do not depend on where a run was cut off.
 */
import type { Progress } from '@trilogue/engine';
import type { Design } from '@trilogue/sensitivity';
import { type Model, runBatch, type Told } from './model.js';

export interface RunsJob {
  readonly model: Model;
  readonly design: Design;
  readonly paths: number;
  /** Null where paths choose their steps. */
  readonly dt: number | null;
  readonly independent: boolean;
  /** Batches of an earlier run: by number, each value and then each variance of its rows. */
  readonly finished: ReadonlyMap<number, Float64Array>;
  onBatch(batch: number, record: Float64Array): void;
  onProgress(progress: Progress): void;
}

export interface RunsOutcome {
  readonly outputs: readonly Told[];
  readonly resumedRuns: number;
  readonly performance: { readonly steps: number; readonly seconds: number; readonly stepsPerSecond: number };
}

const mostRows = 8192;
/** Path-steps of a batch: about half a second on two cores. */
const batchSteps = 5e7;

/** Of a metric where paths choose their steps, in its unit: its square is nothing beside a variance over the ranges. */
export const designTolerance = 0.02;
/** Steps of a path that chooses them, about. */
const usualSteps = 100;

/** Path-steps of a row, about where paths choose their steps. */
function stepsOfRow({ paths, dt, horizon }: Pick<RunsJob, 'paths' | 'dt'> & { readonly horizon: number }): number {
  return dt === null ? usualSteps : paths * Math.max(1, Math.ceil(horizon / dt - 1e-9));
}

/** Rows of a batch. */
export function batchRows(job: Parameters<typeof stepsOfRow>[0]): number {
  return Math.max(1, Math.min(mostRows, Math.floor(batchSteps / stepsOfRow(job))));
}

/** @throws as `runBatch` does; rejects with the signal's reason when aborted. */
export async function runDesign(job: RunsJob): Promise<RunsOutcome> {
  const { model, design, paths, dt, independent, finished } = job;
  const { horizon } = model;
  const size = batchRows({ paths, dt, horizon });
  const batches = Math.ceil(design.runs / size);
  const rowsOf = (batch: number) => Math.min(size, design.runs - batch * size);
  const known = [...finished].filter(([batch, record]) => batch < batches && record.length === 2 * rowsOf(batch));
  const outputs = new Array<Told>(design.runs);
  let resumedRuns = 0;
  for (const [batch, record] of known) {
    place(outputs, batch * size, record);
    resumedRuns += rowsOf(batch);
  }
  const there = new Set(known.map(([batch]) => batch));
  const total = (design.runs - resumedRuns) * stepsOfRow({ paths, dt, horizon });
  const started = performance.now();
  let done = 0;
  for (let batch = 0; batch < batches; batch++) {
    if (there.has(batch)) continue;
    const [first, count] = [batch * size, rowsOf(batch)];
    const { outputs: told, ran } = await runBatch(model, {
      points: Array.from({ length: count }, (_, i) => namedPoint(design, first + i)),
      ...{ paths, dt, independent, tolerance: designTolerance, firstPoint: first },
      onProgress: (progress) =>
        job.onProgress({
          ...progress,
          total,
          done: done + progress.done,
          seconds: (performance.now() - started) / 1000,
        }),
    });
    const record = Float64Array.from([...told.map(({ value }) => value), ...told.map(({ variance }) => variance)]);
    place(outputs, first, record);
    // what has no value is refused by the answers; it is not kept
    if (record.every(Number.isFinite)) job.onBatch(batch, record);
    done += ran.performance.steps;
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    outputs,
    resumedRuns,
    performance: { steps: done, seconds, stepsPerSecond: done / Math.max(seconds, 1e-9) },
  };
}

/** A row as the engine takes it. */
export function namedPoint(design: Design, row: number): Record<string, number> {
  return Object.fromEntries(design.point(row).map((value, i) => [design.recipe.factors[i]!.name, value]));
}

function place(outputs: Told[], first: number, record: Float64Array): void {
  const count = record.length / 2;
  for (let i = 0; i < count; i++) outputs[first + i] = { value: record[i]!, variance: record[count + i]! };
}
