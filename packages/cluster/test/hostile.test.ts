/** What strangers may write into Redis: no worker is harmed by it, and those who work with it go on. */

import { type RunningRedis, startRedis } from '@internal/testing';
import { writeGame } from '@trilogue/core';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSweepQueue } from '../src/collect/collect.js';
import { writeChunk } from '../src/message/chunk.js';
import { hashOf, type Order, writeOrder } from '../src/message/order.js';
import { serverTime } from '../src/redis/connect.js';
import { orderKey, prefix, queueName, sweepsKey, workersKey } from '../src/redis/keys.js';
import { version } from '../src/version.js';
import { runHere, runParts, smallSweep } from './sweep.js';
import { startWorker, type TestWorker, until, withRedis } from './worker.js';

let server: RunningRedis;
let worker: TestWorker;
beforeAll(async () => {
  server = await startRedis();
  worker = startWorker(server.url, { lockSeconds: 30 });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
});

const definition = smallSweep({ paths: 40 });

/** Puts entries into a queue as anybody could: id, and data that need not be text. */
async function enqueue(queue: string, entries: readonly { readonly id: string; readonly data: unknown }[]) {
  await withRedis(server.url, async (redis) => {
    const open = new Queue(queue, { connection: redis, prefix });
    for (const { id, data } of entries) await open.add('cells', data, { jobId: id });
  });
}

/** Announces an order, whatever its text is. */
async function announce(id: string, text: string): Promise<string> {
  const queue = queueName(id);
  await withRedis(server.url, async (redis) => {
    const seen = await serverTime(redis);
    const announcement = { order: id, version, bits: 'wasm', game: 'g', metric: 'm', collector: 'a stranger', seen };
    await redis.set(orderKey(id), text);
    await redis.hset(sweepsKey, queue, JSON.stringify(announcement));
  });
  return queue;
}

async function forget(id: string): Promise<void> {
  await withRedis(server.url, async (redis) => {
    await redis.hdel(sweepsKey, queueName(id));
    await redis.del(orderKey(id));
    await new Queue(queueName(id), { connection: redis, prefix }).obliterate({ force: true });
  });
}

const failures = () => worker.words().filter((words) => words.startsWith('failed: '));
const cellsOf = (order: string, cells: readonly number[] = [0]) =>
  writeChunk({
    ...{ kind: 'cells', order, part: { cells } },
    plan: {
      ...{ cells: 63, tolerance: null, paths: 40, scheme: 'weak-euler', dt: 0.1, steps: 200, recordSize: 3 },
      ...{ rate: 1, sigma: 1, trialSteps: 0 },
    },
  });

describe('entries of strangers', () => {
  it('in the queue of a sweep are refused one by one, and the sweep is what it is', { timeout: 120_000 }, async () => {
    const here = await runHere(definition, 21);
    const { id: order } = writeOrder(definition, 'wasm');
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    const good = cellsOf(order);
    const changed = good.text.replace('"paths":40', '"paths":41');
    const addressed = (text: string) => ({ id: `c${hashOf(text)}`, data: text });
    const entries = [
      { id: 'a-number', data: 7 },
      { id: 'an-object', data: JSON.parse(good.text) },
      { id: 'nothing', data: null },
      { id: 'no-json', data: '{"kind":' },
      { id: 'its-id', data: good.text },
      addressed('{"kind":"steal"}'),
      addressed(good.text.replace('{', '{"__proto__":{"polluted":true},')),
      addressed(good.text.replace('"dt":', '"constructor":{"prototype":{"polluted":true}},"dt":')),
      addressed(changed.replace(order, 'f'.repeat(64))),
      addressed(good.text.replace('[[0,1]]', '[[0,1000000000]]')),
      addressed(good.text.replace('[[0,1]]', '[[9999999,1]]')),
      addressed(good.text.replace('"steps":200', '"steps":1e300')),
      addressed(good.text.replace('"recordSize":3', '"recordSize":65537')),
      addressed(good.text.replace('"bias":null', '"bias":"AAAA"')),
      addressed(good.text.replace('"known":null', `"known":"${'A'.repeat(100_000)}"`)),
      { id: 'a-hundred-megabytes', data: `1${'+1'.repeat(50_000_000)}` },
    ];
    await enqueue(queueName(order), entries);
    await until(() => failures().length >= entries.length, `${entries.length} failures`);
    expect(failures()).toHaveLength(entries.length);
    for (const words of failures()) {
      expect(words).toMatch(
        /no chunk of this trilogue|cell 9999999 does not belong|packed numbers|plan is not of this sweep/,
      );
      expect(words.length).toBeLessThan(400);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);

    expect(await runParts(definition, queue, 21)).toEqual(here);
    await until(() => queue.status().strange === entries.length, 'entries that are removed');
    await queue.finish();
  });

  it('under the id of a chunk that is asked for do not keep it from being computed', async () => {
    const sweep = smallSweep({ paths: 44 });
    const here = await runHere(sweep, 63);
    const queue = await openSweepQueue({ queue: server.url, definition: sweep, bits: 'wasm' });
    // the chunk's own id, found by asking for it and looking, with another's content
    const ids = new Set<string>();
    await withRedis(server.url, (redis) => new Queue(queue.name, { connection: redis, prefix }).pause());
    const asked = runParts(sweep, queue, 63);
    await withRedis(server.url, async (redis) => {
      const open = new Queue(queue.name, { connection: redis, prefix });
      await until(async () => {
        for (const { id } of await open.getJobs(['waiting'])) ids.add(id ?? '');
        return ids.size === 1;
      }, 'the chunk in the queue');
      await redis.hset(`${prefix}:${queue.name}:${[...ids][0]}`, 'data', JSON.stringify('{"kind":"steal"}'));
      await open.resume();
    });
    expect(await asked).toEqual(here);
    await queue.finish();
  });

  it('as orders are refused: a game that cannot be, one too long, one that is another', {
    timeout: 120_000,
  }, async () => {
    const { order } = writeOrder(definition, 'wasm');
    const game = writeGame(definition.game);
    const orders: [string, Order | string, RegExp][] = [
      ['no game', { ...order, game: 'game: nobody' }, /the game in the queue/],
      [
        'an expression that reaches out',
        { ...order, game: game.replace('cost_A: c*I_A', 'cost_A: process.exit(1)') },
        /the game in the queue|process/,
      ],
      [
        'an axis that is not there',
        { ...order, definition: { ...order.definition, x: { name: '__proto__', from: 0, to: 1, count: 2 } } },
        /axis "__proto__"/,
      ],
      ['prototype keys', JSON.stringify(order).replace('{', '{"__proto__":{},'), /no sweep of this trilogue/],
      [
        'a metric that cannot be',
        { ...order, definition: { ...order.definition, metric: 'P('.repeat(900) } },
        /metric/,
      ],
    ];
    for (const [name, content, found] of orders) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      const id = hashOf(text);
      const before = failures().length;
      const { id: chunk, text: data } = cellsOf(id);
      await enqueue(await announce(id, text), [{ id: chunk, data }]);
      await until(() => failures().length > before, name);
      expect(failures().slice(before).join('\n'), name).toMatch(found);
      await forget(id);
    }
    // never read at all: an order of a hundred megabytes, one under another's address, and announcements that are none
    const huge = `1${'+1'.repeat(50_000_000)}`;
    const hugeQueue = await announce(hashOf(huge), huge);
    const joined = () => worker.events.filter(({ kind }) => kind === 'joined').length;
    const before = joined();
    await withRedis(server.url, async (redis) => {
      await redis.hset(sweepsKey, '__proto__', '{"order":1}', 'constructor', 'x', 'sweep-x', '[]');
      await redis.hset(workersKey, '__proto__', '{"seen":', 'someone', '{"seen":1e999}');
    });
    await enqueue(hugeQueue, [{ id: 'c1', data: 'x' }]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(joined()).toBe(before);
    await forget(hashOf(huge));

    const here = await runHere(definition, 63);
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    expect(await runParts(definition, queue, 63)).toEqual(here);
    await queue.finish();
    await withRedis(server.url, (redis) => redis.del(sweepsKey));
  });
});
