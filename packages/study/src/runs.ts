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
  readonly dt: number;
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

/** Rows of a batch. */
export function batchRows(paths: number, steps: number): number {
  return Math.max(1, Math.min(mostRows, Math.floor(batchSteps / (paths * steps))));
}

/** @throws as `runBatch` does; rejects with the signal's reason when aborted. */
export async function runDesign(job: RunsJob): Promise<RunsOutcome> {
  const { model, design, paths, dt, independent, finished } = job;
  const stepsEach = Math.max(1, Math.ceil(model.horizon / dt - 1e-9));
  const size = batchRows(paths, stepsEach);
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
  const total = (design.runs - resumedRuns) * paths * stepsEach;
  const started = performance.now();
  let done = 0;
  for (let batch = 0; batch < batches; batch++) {
    if (there.has(batch)) continue;
    const [first, count] = [batch * size, rowsOf(batch)];
    const { outputs: told, ran } = await runBatch(model, {
      points: Array.from({ length: count }, (_, i) => namedPoint(design, first + i)),
      ...{ paths, dt, independent, firstPoint: first },
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
