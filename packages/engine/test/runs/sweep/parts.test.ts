/** A sweep in parts: planned here, run there, in any order and grouping, from what earlier runs have left. */
import { bundledGame } from '@trilogue/core';
import {
  type Backend,
  openBackend,
  openSweepRunner,
  type PlannedSweep,
  planSweep,
  type SweepDefinition,
  type SweepPart,
  type SweepTrial,
  summariseSweep,
  sweep,
} from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const game = bundledGame('data-sharing');
const x = { name: 'tau', from: 0.2, to: 0.8, count: 5 };
const y = { name: 'p', from: 0, to: 2, count: 3 };
const common = { game, x, y, metric: 'P(share,share,coordinate)', horizon: 8 } as const;
let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 2 })).backend;
});
afterAll(() => backend.close());

const through = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

async function plan(definition: SweepDefinition, trials: SweepTrial[] = []): Promise<PlannedSweep> {
  const runner = openSweepRunner(definition, backend);
  const trial = (wanted: SweepTrial) => {
    trials.push(wanted);
    return runner.trial(through(wanted));
  };
  return planSweep(definition, { trial }).finally(runner.close);
}

/** Records by cell, each part by a runner of its own. */
async function run(
  definition: SweepDefinition,
  { plan, bias }: PlannedSweep,
  parts: number[][],
  known?: Float64Array[],
) {
  const records: Float64Array[] = [];
  let pathSteps = 0;
  for (const cells of parts) {
    const part: SweepPart = {
      cells,
      ...(bias === null ? {} : { bias: cells.map((cell) => bias[cell]) }),
      ...(known === undefined ? {} : { known: Float64Array.from(cells.flatMap((cell) => [...known[cell]])) }),
    };
    const runner = openSweepRunner(definition, backend);
    const result = await runner.cells(through(plan), { ...through({ ...part, known: undefined }), known: part.known });
    await runner.close();
    pathSteps += result.pathSteps;
    for (const [i, cell] of cells.entries()) {
      records[cell] = result.records.slice(i * plan.recordSize, (i + 1) * plan.recordSize);
    }
  }
  return { records, pathSteps };
}

const all = Array.from({ length: 15 }, (_, cell) => cell);
const scattered = [[3, 0, 14], [7], [13, 12, 11, 10, 9, 8], [1, 2, 4, 5, 6]];

const definitions: [string, SweepDefinition][] = [
  ['given paths', { ...common, paths: 403, scheme: 'euler', dt: 0.5 }],
  ['given paths, each cell with its own noise', { ...common, paths: 100, independent: true }],
  ['a tolerance', { ...common, tolerance: 0.05 }],
  ['a tolerance of a time', { ...common, metric: 'T(share,share,coordinate)', tolerance: 0.05 }],
  ['a tolerance of a quantile', { ...common, metric: 'quantile(A.share,0.3)', tolerance: 0.2 }],
];

describe('a sweep in parts', () => {
  it.each(definitions)(
    'has the same records in any grouping, and the summary of the whole: %s',
    async (_, definition) => {
      const planned = await plan(definition);
      const whole = await run(definition, planned, [all]);
      const parts = await run(definition, planned, scattered);
      expect(parts).toEqual(whole);

      const summary = summariseSweep(definition, through(planned.plan));
      for (const cell of [...all].reverse()) summary.add([cell], parts.records[cell]);
      const { value, low, high, paths } = summary.columns;
      const result = await sweep({ ...definition, backend });
      const flat = (rows: readonly (readonly (number | null)[])[]) => rows.flat().map((entry) => entry ?? Number.NaN);
      expect([[...value], [...low], [...high], [...paths]]).toEqual(
        [result.values, result.low, result.high, result.cellPaths].map(flat),
      );
      expect(summary.boundaryHits()).toBe(result.boundaryHits);
      expect(result).toMatchObject({ dt: planned.plan.dt, scheme: planned.plan.scheme });
      expect(result.performance.steps).toBe(whole.pathSteps + planned.plan.trialSteps);
    },
  );

  it.each([400, 401, 402, 403, 1])('goes from %i paths to 1,003 by running only the further ones', async (before) => {
    const definition: SweepDefinition = { ...common, dt: 0.5, scheme: 'euler', metric: 'mean(A.share)' };
    const few = { ...definition, paths: before };
    const many = { ...definition, paths: 1003 };
    const [plannedFew, plannedMany] = [await plan(few), await plan(many)];
    const { records } = await run(few, plannedFew, [all]);
    const fresh = await run(many, plannedMany, [all]);
    const more = await run(many, plannedMany, scattered, records);
    expect(more.records).toEqual(fresh.records);
    expect(more.pathSteps).toBe(15 * (1003 - before) * plannedMany.plan.steps);
    // and nothing is left to run where all paths are there
    expect(await run(many, plannedMany, [all], fresh.records)).toEqual({ records: fresh.records, pathSteps: 0 });
  });

  it('extends some cells of a part and runs others from the start', async () => {
    const definition: SweepDefinition = { ...common, dt: 0.5, paths: 203 };
    const planned = await plan(definition);
    const fresh = await run(definition, planned, [all]);
    const few = { ...definition, paths: 102 };
    const { records } = await run(few, await plan(few), [all]);
    const none = new Float64Array(planned.plan.recordSize);
    const known = records.map((record, cell) =>
      cell % 3 === 0 ? record : cell % 3 === 1 ? none : fresh.records[cell],
    );
    expect((await run(definition, planned, scattered, known)).records).toEqual(fresh.records);
  });

  it.each(['P(share,share,coordinate)', 'mean(A.share)'])(
    'takes the paths of a wider tolerance into a narrower one of the same step: %s',
    async (metric) => {
      const wide: SweepDefinition = { ...common, metric, tolerance: 0.05 };
      const narrow: SweepDefinition = { ...wide, tolerance: 0.03 };
      const [plannedWide, plannedNarrow] = [await plan(wide), await plan(narrow)];
      expect(plannedWide.plan).toMatchObject({ dt: plannedNarrow.plan.dt, scheme: plannedNarrow.plan.scheme });
      const { records } = await run(wide, plannedWide, [all]);
      const fresh = await run(narrow, plannedNarrow, [all]);
      const more = await run(narrow, plannedNarrow, scattered, records);
      expect(more.records).toEqual(fresh.records);
      expect(more.pathSteps).toBeLessThan(fresh.pathSteps);
      // and back: paths that are more than a tolerance wants stand for nothing
      const back = await run(wide, plannedWide, [all], fresh.records);
      expect(back.records).toEqual(records);
    },
  );

  it('asks for the same trials again, and plans from their answers alone', async () => {
    const definition: SweepDefinition = { ...common, tolerance: 0.004 };
    const trials: SweepTrial[] = [];
    const planned = await plan(definition, trials);
    expect(trials.length).toBeGreaterThan(1);
    const runner = openSweepRunner(definition, backend);
    const answers = new Map<string, number[]>();
    for (const trial of trials) {
      // each cell by itself: what it says does not depend on its company
      const apart = trial.cells.map((cell, i) => runner.trial({ ...trial, cells: [cell], pairs: [trial.pairs[i]] }));
      const parts = [];
      for (const answer of apart) parts.push(...(await answer));
      answers.set(JSON.stringify(trial), parts);
    }
    await runner.close();
    const again = await planSweep(definition, {
      trial: async (trial) => Float64Array.from(answers.get(JSON.stringify(trial))!),
      together: 3,
    });
    expect(again).toEqual(planned);
  });

  it('refuses a plan of another sweep, cells that are none, and records that do not fit', async () => {
    const definition: SweepDefinition = { ...common, paths: 100 };
    const { plan: own } = await plan(definition);
    const runner = openSweepRunner(definition, backend);
    const cells = [1, 2];
    await expect(runner.cells({ ...own, paths: 200 }, { cells })).rejects.toThrow('paths 200 in place of 100');
    await expect(runner.cells({ ...own, recordSize: 9 }, { cells })).rejects.toThrow('recordSize 9 in place of 2');
    await expect(runner.cells(own, { cells: [15] })).rejects.toThrow(
      'cell 15 does not belong to this sweep of 15 cells',
    );
    await expect(runner.cells(own, { cells: [0.5] })).rejects.toThrow('cell 0.5 does not belong');
    await expect(runner.cells(own, { cells, known: new Float64Array(3) })).rejects.toThrow('have 4 numbers');
    await expect(runner.cells(own, { cells, known: Float64Array.of(-1, 0, 0, 0) })).rejects.toThrow('has -1 paths');
    await expect(runner.cells(own, { cells, known: Float64Array.of(101, 0, 0, 0) })).rejects.toThrow(
      'cell 1 has 101 paths already, more than the 100 wanted',
    );
    await runner.close();
    expect(() => summariseSweep(definition, { ...own, dt: 1 })).toThrow('steps 80 in place of 8');
    expect(() => summariseSweep(definition, own).add(cells, Float64Array.of(100, 3, 0, 0))).toThrow(
      'cell 2 has 0 paths',
    );
  });
});
