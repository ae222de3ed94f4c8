/** Answers of workers, computed again here: right ones pass, and no wrong one that is looked at does. */
import { bundledGame } from '@trilogue/core';
import { openBackend, openSweepRunner, planSweep, type SweepDefinition } from '@trilogue/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { Failed } from '../../../src/errors/kinds.js';
import { recheck } from '../../../src/sweep/place/recheck.js';

const base = {
  ...{ game: bundledGame('data-sharing'), seed: 'x', metric: 'P(share,share,coordinate)', horizon: 2 },
  x: { name: 'tau', from: 0, to: 1, count: 6 },
};
const { backend } = await openBackend('wasm', { threads: 1 });
afterAll(() => backend.close());

async function answerOf(definition: SweepDefinition) {
  const runner = openSweepRunner(definition, backend);
  const trials: [Parameters<typeof runner.trial>[0], Float64Array][] = [];
  const { plan, bias } = await planSweep(definition, {
    async trial(trial) {
      const numbers = await runner.trial(trial);
      trials.push([trial, numbers]);
      return numbers;
    },
  });
  const cells = [1, 2, 4];
  const part = { cells, ...(bias === null ? {} : { bias: cells.map((cell) => bias[cell]!) }) };
  const { records } = await runner.cells(plan, part);
  await runner.close();
  return { plan, part, records, trials };
}

describe.each([
  ['with given paths', { ...base, dt: 0.1, paths: 64 }],
  ['within a tolerance', { ...base, tolerance: 0.1 }],
])('an answer %s', (_, definition) => {
  it('passes where it is right, and is refused with the worker where the looked-at cell is another one', async () => {
    const { plan, part, records, trials } = await answerOf(definition);
    const all = recheck(definition, 'wasm', 1);
    for (let i = 0; i < 5; i++) await all.cells(plan, part, records, `worker ${i}`);
    for (const [trial, numbers] of trials) await all.trial(trial, numbers);
    expect(all.count()).toBe(5 + trials.length);
    // plausible in every cell: one path more that got there
    const forged = records.map((number, i) => (i % plan.recordSize === 1 ? number + 1 : number));
    await expect(all.cells(plan, part, forged, 'evil')).rejects.toThrow(Failed);
    await expect(all.cells(plan, part, forged, 'evil')).rejects.toThrow(
      /^worker "evil" answered cell [124] with other/,
    );
    for (const [trial, numbers] of trials) {
      await expect(
        all.trial(
          trial,
          numbers.map((number) => number + 1e-9),
        ),
      ).rejects.toThrow('a worker answered trial paths of');
    }
    await all.close();
  });

  it('of a worker that was not looked at is looked at, and others by chance', async () => {
    const { plan, part, records } = await answerOf(definition);
    const few = recheck(definition, 'wasm', 1e-9);
    for (let i = 0; i < 4; i++) await few.cells(plan, part, records, i < 2 ? 'one' : 'two');
    expect(few.count()).toBe(2);
    const none = recheck(definition, 'wasm', 0);
    await none.cells(
      plan,
      part,
      records.map((number) => number + 1),
      'one',
    );
    expect(none.count()).toBe(0);
    await Promise.all([few.close(), none.close()]);
  });
});
