import { planSweep } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { openComputer } from '../../src/compute/computer.js';
import { writeChunk } from '../../src/message/chunk.js';
import { writeOrder } from '../../src/message/order.js';
import { smallSweep } from '../sweep.js';

describe('a computer', () => {
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
