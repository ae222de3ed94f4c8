/** Workers and a collector over a real Redis: the numbers of a queue are those of one machine, and nothing is left. */
import { type RunningRedis, startRedis } from '@internal/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSweepQueue } from '../src/collect/collect.js';
import { doneChannel } from '../src/redis/keys.js';
import { runHere, runParts, smallSweep } from './sweep.js';
import { startWorker, type TestWorker, until, withRedis } from './worker.js';

let server: RunningRedis;
let workers: TestWorker[];
beforeAll(async () => {
  server = await startRedis();
  workers = [startWorker(server.url), startWorker(server.url)];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await server.close();
});

const keys = () => withRedis(server.url, (redis) => redis.keys('*'));

describe('a sweep over a queue', () => {
  it.each([
    ['with given paths', smallSweep(), 10],
    ['within a tolerance', smallSweep({ dt: undefined, paths: undefined, tolerance: 0.1 }), 10],
    ['with histograms', smallSweep({ metric: 'quantile(A.share,0.9)' }), 21],
    ['with random numbers of their own', smallSweep({ independent: true, set: { kappa: 0.4 }, horizon: 10 }), 63],
  ])('has the records of a sweep here: %s', async (_, definition, size) => {
    const here = await runHere(definition, size);
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    expect(await runParts(definition, queue, size)).toEqual(here);
    await queue.finish();
    expect(queue.status()).toMatchObject({ asked: 0, lost: 0, strange: 0 });
    // workers that watch a queue look away within seconds
    await until(async () => (await keys()).join() === '{trilogue}:workers', 'nothing of the sweep in Redis');
  });

  it('asks for a chunk once, however often it is wanted', async () => {
    const definition = smallSweep({ seed: 'once' });
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    const count = () =>
      workers.reduce((sum, { events }) => sum + events.filter(({ kind }) => kind === 'done').length, 0);
    const before = count();
    const [first, second] = await Promise.all([runParts(definition, queue, 63), runParts(definition, queue, 63)]);
    expect(first).toEqual(second);
    expect(count() - before).toBe(1);
    await queue.finish();
    await until(async () => (await keys()).join() === '{trilogue}:workers', 'nothing of the sweep in Redis');
  });

  it('has workers that tell when a chunk is done, so that nobody needs to look often', async () => {
    const definition = smallSweep({ seed: 'told' });
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    await withRedis(server.url, async (redis) => {
      let told = 0;
      redis.on('message', () => told++);
      await redis.subscribe(doneChannel(queue.name));
      await runParts(definition, queue, 21);
      await until(() => told === 3, 'three chunks that were told of');
    });
    await queue.finish();
    await until(async () => (await keys()).join() === '{trilogue}:workers', 'nothing of the sweep in Redis');
  });

  it('is forgotten by workers that have ended', async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(await keys()).toEqual([]);
  });
});
