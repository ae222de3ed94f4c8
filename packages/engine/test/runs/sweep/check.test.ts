import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../src/backends/choose.js';
import { recordCheck } from '../../../src/runs/sweep/check.js';
import type { SweepDefinition } from '../../../src/runs/sweep/definition.js';
import type { PlannedSweep } from '../../../src/runs/sweep/plan.js';
import { planSweep } from '../../../src/runs/sweep/plan.js';
import { openSweepRunner } from '../../../src/runs/sweep/runner.js';

const metrics = [
  ...['P(share,share,*)', 'T(share,share,*)', 'mean(A.share)', 'sd(A.share)', 'quantile(A.share,0.9)'],
  'gap(A.share,B.share)',
];
const base = {
  game: bundledGame('data-sharing'),
  seed: 'x',
  horizon: 2,
  x: { name: 'initial.A', from: 0.2, to: 0.8, count: 3 },
};
const accuracies: Partial<SweepDefinition>[] = [{ dt: 0.1, paths: 64 }, { tolerance: 0.1 }];
const cases = metrics.flatMap((metric) =>
  accuracies.map((accuracy): SweepDefinition => ({ ...base, ...accuracy, metric })),
);
const cells = [0, 1, 2];

async function run(definition: SweepDefinition): Promise<PlannedSweep & { records: Float64Array }> {
  const { backend } = await openBackend('wasm', { threads: 1 });
  const runner = openSweepRunner(definition, backend);
  try {
    const planned = await planSweep(definition, { trial: runner.trial });
    const { records } = await runner.cells(planned.plan, { cells, bias: planned.bias ?? undefined });
    return { ...planned, records };
  } finally {
    await runner.close();
    await backend.close();
  }
}

describe('records from elsewhere', () => {
  it.each(cases)('are what paths can give, or refused with the cell: $metric', async (definition) => {
    const { plan, records } = await run(definition);
    const check = recordCheck(definition, plan);
    check(cells, records, 'final');
    check(cells, records, 'known');
    const size = plan.recordSize;
    for (let cell = 0; cell < cells.length; cell++) {
      const paths = records[cell * size]!;
      const impossible = [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 5e297, 2 ** 53, -5e-324];
      // of a histogram its ends
      const places = Array.from({ length: size }, (_, at) => at).filter((at) => at < 8 || at > size - 3);
      for (const at of places) {
        for (const value of impossible) {
          const changed = records.slice();
          changed[cell * size + at] = value;
          expect(() => check(cells, changed, 'final'), `number ${at} of cell ${cell} = ${value}`).toThrow(
            `the record of cell ${cell} has`,
          );
        }
      }
      if (plan.paths !== null) {
        const fewer = records.slice();
        fewer[cell * size] = paths - 1;
        expect(() => check(cells, fewer, 'final')).toThrow(`has ${paths - 1} paths in place of ${paths}`);
      }
    }
    expect(() => check([0, 1], records, 'final')).toThrow('records of 2 cells have');
    expect(() => check([0, 1, 3], records, 'final')).toThrow('cell 3 does not belong');
  });

  it('are refused where there are more hits than paths, or pairs that no pairs give', async () => {
    const single = { ...base, ...accuracies[0], metric: 'P(share,share,*)' };
    const fixed = await run(single);
    const more = fixed.records.slice();
    more[1] = 65;
    expect(() => recordCheck(single, fixed.plan)(cells, more, 'final')).toThrow('65 paths, where at most 64 can be');
    const pairs = { ...base, ...accuracies[1], metric: 'P(share,share,*)' };
    const within = await run(pairs);
    const count = within.records[0]!;
    for (const [first, second, both] of [
      [1, 1, 2],
      [count, count, 0],
    ] as const) {
      const changed = within.records.slice();
      changed.set([first, second, both], 1);
      expect(() => recordCheck(pairs, within.plan)(cells, changed, 'final')).toThrow('which no pairs give');
    }
  });

  it('are refused where power sums rise, a histogram is of other paths, or entries take longer than the horizon', async () => {
    const changed = async (metric: string, at: number, value: (record: Float64Array) => number) => {
      const definition = { ...base, ...accuracies[0], metric };
      const { plan, records } = await run(definition);
      records[at] = value(records);
      return () => recordCheck(definition, plan)(cells, records, 'final');
    };
    expect(await changed('mean(A.share)', 2, (record) => record[1]! + 65)).toThrow('units in power sum 2');
    expect(await changed('quantile(A.share,0.9)', 3, (record) => record[3]! + 1)).toThrow('paths in a histogram');
    expect(await changed('T(share,share,*)', 2, (record) => record[1]! * 20 + 1)).toThrow('steps to the entries');
  });
});
