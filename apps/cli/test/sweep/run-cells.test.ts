/** Parts of a sweep at a place whose size changes: as many at a time as it takes, and each cell once. */
import { bundledGame } from '@trilogue/core';
import { planSweep } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import type { PlaceRunner } from '../../src/sweep/place/contract.js';
import { runCells } from '../../src/sweep/run-cells.js';

const planned = await planSweep(
  {
    ...{ game: bundledGame('data-sharing'), x: { name: 'tau', from: 0, to: 1, count: 40 }, horizon: 10 },
    ...{ metric: 'P(share,share,coordinate)', dt: 0.1, paths: 100 },
  },
  { trial: () => Promise.reject(new Error('given steps and paths need no trial')) },
);
const { cells: count, recordSize } = planned.plan;

/** A place that takes `room` parts at a time; the test ends them. */
function placeOf() {
  const running: { readonly cells: readonly number[]; end(error?: Error): void }[] = [];
  const place = { room: 2, running, most: 0 };
  const runner: PlaceRunner = {
    ...{ trialsTogether: 1, partSteps: 1, together: () => place.room, report: () => null },
    trial: () => Promise.reject(new Error('no trial')),
    cells: (_, { cells }) =>
      new Promise((resolve, reject) => {
        running.push({
          cells,
          end(error) {
            running.splice(running.indexOf(this), 1);
            if (error) reject(error);
            else resolve({ records: new Float64Array(cells.length * recordSize), pathSteps: cells.length });
          },
        });
        place.most = Math.max(place.most, running.length);
      }),
    async finish() {},
    async close() {},
  };
  const job = {
    ...{ runner, threads: 0, planned, done: new Uint8Array(count), knownPaths: new Float64Array(count) },
    ...{ known: async () => undefined, signal: new AbortController().signal, onCell() {}, onProgress() {} },
  };
  return { place, job };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('parts of a sweep', () => {
  it('are more at a time when the place has more room', async () => {
    const { place, job } = placeOf();
    const ended = runCells(job);
    const seen: number[] = [];
    for (let i = 0; i < count; i++) {
      await turn();
      if (i === 3) {
        expect(place.most).toBe(2);
        place.room = 5;
      }
      const [first] = place.running;
      seen.push(...first!.cells);
      first!.end();
    }
    expect(await ended).toBe(count);
    expect(place.most).toBe(5);
    expect(seen).toEqual(Array.from({ length: count }, (_, cell) => cell));
  });

  it('begin no more when one goes wrong, and the others come to their end', async () => {
    const { place, job } = placeOf();
    const ended = runCells(job);
    await turn();
    place.running[0]!.end(new Error('gone'));
    await turn();
    expect(place.running).toHaveLength(1);
    place.running[0]!.end();
    await expect(ended).rejects.toThrow('gone');
    expect(place.running).toHaveLength(0);
  });
});
