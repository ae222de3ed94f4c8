import { planSweep, type SweepDefinition, type SweepPlan } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { openComputer } from '../../src/compute/computer.js';
import { writeChunk } from '../../src/message/chunk.js';
import { writeOrder } from '../../src/message/order.js';
import { smallSweep } from '../sweep.js';

describe('a computer', () => {
  it('refuses a chunk of more than a day of work, with given paths and within a tolerance', async () => {
    const computer = await openComputer('wasm', 1);
    const ask = (definition: SweepDefinition, plan: SweepPlan) => {
      const { id: order, text: orderText } = writeOrder(definition, 'wasm');
      const { id, text } = writeChunk({ kind: 'cells', order, plan, part: { cells: [3] } });
      return computer.run({ order, orderText, chunkId: id, chunkText: text }, AbortSignal.timeout(20_000));
    };
    const given = smallSweep({ paths: 2 ** 31, dt: 0.001 });
    const noTrial = () => Promise.reject(new Error('given steps and paths need no trial'));
    const { plan } = await planSweep(given, { trial: noTrial });
    await expect(ask(given, plan)).rejects.toThrow(/it asks for \d+ path-steps, and at most 10000000000000/);
    const within = smallSweep({ paths: undefined, dt: undefined, tolerance: 1e-6 });
    const endless = {
      ...plan,
      tolerance: 1e-6,
      paths: null,
      scheme: 'logit-weak-2',
      dt: 0.0001,
      steps: 200_000,
      recordSize: 4,
    } as const;
    await expect(ask(within, endless)).rejects.toThrow(/it asks for \d+ path-steps, and at most 10000000000000/);
    await computer.close();
  });

  it.each([1, 2])('on %i threads counts no second of computing twice', async (threads) => {
    const definition = smallSweep({ paths: 20_000 });
    const { id: order, text: orderText } = writeOrder(definition, 'wasm');
    const { plan } = await planSweep(definition, {
      trial: () => Promise.reject(new Error('given steps and paths need no trial')),
    });
    const computer = await openComputer('wasm', threads);
    const chunks = [0, 20, 40].map((first) =>
      writeChunk({ kind: 'cells', order, plan, part: { cells: Array.from({ length: 20 }, (_, i) => first + i) } }),
    );
    const started = performance.now();
    const found = await Promise.all(
      chunks.map(({ id, text }) =>
        computer.run({ order, orderText, chunkId: id, chunkText: text }, new AbortController().signal),
      ),
    );
    const wall = (performance.now() - started) / 1000;
    await computer.close();
    const seconds = found.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(seconds).toBeLessThanOrEqual(wall);
    // there was always something to compute
    expect(seconds).toBeGreaterThan(0.5 * wall);
  });
});
