/** Small sweeps for tests, computed here and over a queue: the records of all cells, and the bounds of their bias. */
import { bundledGame } from '@trilogue/core';
import { openBackend, openSweepRunner, planSweep, type SweepDefinition, type SweepPart } from '@trilogue/engine';
import type { SweepQueue } from '../src/collect/collect.js';

export interface Records {
  readonly records: readonly Float64Array[];
  readonly bias: Float64Array | null;
}

type Runner = Pick<SweepQueue, 'trial'> & {
  cells(plan: Parameters<SweepQueue['cells']>[0], part: SweepPart): Promise<{ readonly records: Float64Array }>;
};

/** A sweep of the bundled game that takes a moment. */
export function smallSweep(changes: Partial<SweepDefinition> = {}): SweepDefinition {
  return {
    game: bundledGame('data-sharing'),
    ...{ seed: 'cluster', metric: 'P(share,share,coordinate)', dt: 0.1, paths: 400 },
    ...{ x: { name: 'tau', from: 0, to: 1, count: 9 }, y: { name: 'p', from: 0, to: 2, count: 7 } },
    ...changes,
  };
}

/** @param size cells of a part */
export async function runParts(definition: SweepDefinition, runner: Runner, size: number): Promise<Records> {
  const { plan, bias } = await planSweep(definition, { trial: runner.trial, together: 4 });
  const parts: SweepPart[] = [];
  for (let from = 0; from < plan.cells; from += size) {
    const cells = Array.from({ length: Math.min(size, plan.cells - from) }, (_, i) => from + i);
    parts.push({ cells, ...(bias === null ? {} : { bias: cells.map((cell) => bias[cell]) }) });
  }
  const found = await Promise.all(parts.map((part) => runner.cells(plan, part)));
  return { records: found.map(({ records }) => records), bias };
}

export async function runHere(definition: SweepDefinition, size: number): Promise<Records> {
  const { backend } = await openBackend('wasm', { threads: 1 });
  const runner = openSweepRunner(definition, backend);
  try {
    return await runParts(definition, runner, size);
  } finally {
    await runner.close();
    await backend.close();
  }
}
