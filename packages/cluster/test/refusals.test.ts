/** Who may not take part, and what workers say of what they cannot compute. */
import { readFileSync } from 'node:fs';
import { type RunningRedis, startRedis } from '@internal/testing';
import { planSweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSweepQueue } from '../src/collect/collect.js';
import { writeOrder } from '../src/message/order.js';
import { serverTime } from '../src/redis/connect.js';
import { collectorKey, queueName, sweepsKey } from '../src/redis/keys.js';
import { version } from '../src/version.js';
import { runParts, smallSweep } from './sweep.js';
import { startWorker, type TestWorker, until, withRedis } from './worker.js';

let server: RunningRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server?.close());

const definition = smallSweep({ paths: 40 });

/** Ends the process that computes for the worker of this test. */
function killCompute(): void {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const compute = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child.js'));
  process.kill(Number(compute), 'SIGKILL');
}

describe('a worker', () => {
  /** Announces a sweep of another version, as its collector did some milliseconds ago. */
  async function announceOther(age: number): Promise<void> {
    const order = '0'.repeat(64);
    await withRedis(server.url, async (redis) => {
      const seen = (await serverTime(redis)) - age;
      const announcement = {
        order,
        version: '9.8.7',
        bits: 'wasm',
        game: 'g',
        metric: 'm',
        collector: 'someone',
        seen,
      };
      await redis.hset(sweepsKey, queueName(order), JSON.stringify(announcement));
    });
  }
  const reasons = (worker: TestWorker) =>
    worker.events.flatMap((event) => (event.kind === 'refused' ? [event.reason] : []));

  it('of another version passes over that sweep with both versions named, and computes others', async () => {
    await announceOther(0);
    const worker = startWorker(server.url);
    await until(() => reasons(worker).length > 0, 'a refusal');
    expect(reasons(worker)[0]).toContain(
      `enqueued by trilogue 9.8.7, and this worker is trilogue ${version}. Install version 9.8.7 here`,
    );
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    expect((await runParts(definition, queue, 63)).records.length).toBe(1);
    await queue.finish();
    expect(await worker.stop()).toMatchObject({ chunks: 1, failed: 0 });
    expect(reasons(worker).length).toBe(1);
    await withRedis(server.url, (redis) => redis.del(sweepsKey));
  });

  it('sees nothing of a sweep whose collector has said nothing for ten minutes, or is ahead by as much', async () => {
    for (const age of [600_001, -660_000]) {
      await announceOther(age);
      const worker = startWorker(server.url);
      await until(() => worker.events.some(({ kind }) => kind === 'waiting'), 'that it waits');
      await worker.stop();
      expect(reasons(worker)).toEqual([]);
    }
    await withRedis(server.url, (redis) => redis.del(sweepsKey));
  });

  it('that is told to end while Redis is away ends within seconds, and the collector says that it is away', async () => {
    const other = await startRedis();
    const notes: string[] = [];
    const queue = await openSweepQueue({
      queue: other.url,
      definition,
      bits: 'wasm',
      onNote: (note) => void notes.push(note),
    });
    const worker = startWorker(other.url, { patience: 1 });
    await until(() => worker.events.some(({ kind }) => kind === 'joined'), 'a worker');
    await other.close();
    await until(() => notes.some((note) => /^the Redis server at redis:.* is away/.test(note)), 'a note');
    const began = performance.now();
    await worker.stop();
    // the patience with chunks, and the time that the end may take twice, for the queue and for all else
    expect(performance.now() - began).toBeLessThan(1_000 * (1 + 5 + 5 + 2));
    await queue.close();
    expect(notes.length).toBe(1);
  });

  it('with other arithmetic is refused and the collector hears of it, but for mixed sweeps', async () => {
    const notes: string[] = [];
    const onNote = (note: string) => void notes.push(note);
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm', onNote });
    const refused = startWorker(server.url, { backend: 'reference' });
    await until(() => reasons(refused).length > 0, 'a refusal');
    expect(reasons(refused)).toEqual([
      'its numbers come from "wasm", and --backend reference may round differently. Start the worker with that backend, or the sweep with --mixed.',
    ]);
    await until(() => notes.some((note) => /^worker .* process \d+ may not take part: its numbers/.test(note)), 'note');
    await refused.stop();
    await queue.finish();

    const mixed = await openSweepQueue({ queue: server.url, definition, bits: null });
    const worker = startWorker(server.url, { backend: 'reference' });
    const { records } = await runParts(definition, mixed, 63);
    expect(records[0].filter((_, i) => i % 3 === 0)).toEqual(new Float64Array(63).fill(40));
    await mixed.finish();
    expect(await worker.stop()).toMatchObject({ chunks: 1, failed: 0 });
  });

  it('tries again what failed by its machine, and is not asked for what is not of the sweep', async () => {
    const slow = smallSweep({ paths: 400_000 });
    const queue = await openSweepQueue({ queue: server.url, definition: slow, bits: 'wasm' });
    const worker = startWorker(server.url);
    const { plan } = await planSweep(slow, { trial: queue.trial });
    const part = { cells: [5, 6, 7, 8, 9, 10, 11, 30] };

    const computed = queue.cells(plan, part);
    await until(() => queue.status().active > 0, 'a chunk that is computed');
    killCompute();
    expect((await computed).records).toHaveLength(8 * plan.recordSize);
    expect(worker.words()).toContain('failed: the process that computes ended with signal SIGKILL.');

    const wrong = queue.cells({ ...plan, steps: plan.steps + 1 }, part);
    await expect(wrong).rejects.toThrow(/^the plan is not of this sweep/);
    expect(worker.events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
    await queue.finish();
    await worker.stop();
  });

  it('that loses two chunks at once holds it against neither, and tells which by taking them one by one', async () => {
    const slow = smallSweep({ seed: 'two', paths: 400_000 });
    const queue = await openSweepQueue({ queue: server.url, definition: slow, bits: 'wasm' });
    const worker = startWorker(server.url);
    const { plan } = await planSweep(slow, { trial: queue.trial });
    const parts = [0, 8, 16].map((first) => ({ cells: Array.from({ length: 8 }, (_, i) => first + i) }));
    const computed = Promise.all(parts.map((part) => queue.cells(plan, part)));
    await until(() => queue.status().active === 2, 'two chunks at hand');
    killCompute();
    await until(() => worker.events.filter(({ kind }) => kind === 'returned').length === 2, 'two chunks given back');
    await until(() => queue.status().active === 1 && queue.status().waiting === 2, 'one at a time');
    killCompute();
    expect((await computed).map(({ records }) => records.length)).toEqual(parts.map(() => 8 * plan.recordSize));
    expect(worker.words().filter((words) => words.startsWith('failed'))).toHaveLength(1);
    await queue.finish();
    await worker.stop();
  });

  it('gives back what it has no time to finish, and the next worker goes on', async () => {
    const long = smallSweep({ paths: 3_000_000, x: { name: 'tau', from: 0, to: 1, count: 2 }, y: undefined });
    const queue = await openSweepQueue({ queue: server.url, definition: long, bits: 'wasm' });
    const first = startWorker(server.url, { patience: 0 });
    const { plan } = await planSweep(long, { trial: queue.trial });
    const computed = queue.cells(plan, { cells: [0, 1] });
    await until(() => queue.status().active > 0, 'a chunk that is computed');
    expect(await first.stop()).toMatchObject({ chunks: 0, failed: 0, returned: 1 });

    const second = startWorker(server.url);
    expect((await computed).records[0]).toBe(3_000_000);
    expect(queue.status()).toMatchObject({ lost: 0 });
    await queue.finish();
    expect(await second.stop()).toMatchObject({ chunks: 1, returned: 0 });
  });
});

describe('a collector', () => {
  it('that is told to stop leaves a queue with which the next one goes on', async () => {
    const stop = new AbortController();
    const wanted = smallSweep({ seed: 'stopped', paths: 40 });
    const first = await openSweepQueue({ queue: server.url, definition: wanted, bits: 'wasm', signal: stop.signal });
    const cut = runParts(wanted, first, 7);
    cut.catch(() => {});
    await until(() => first.status().waiting === 9, 'chunks that wait');
    stop.abort();
    await expect(cut).rejects.toThrow('aborted');
    await first.close();
    const worker = startWorker(server.url);
    await until(() => worker.events.filter(({ kind }) => kind === 'done').length === 9, 'chunks that nobody collects');

    const second = await openSweepQueue({ queue: server.url, definition: wanted, bits: 'wasm' });
    expect((await runParts(wanted, second, 7)).records).toHaveLength(9);
    await second.finish();
    expect(await worker.stop()).toMatchObject({ chunks: 9 });
  });

  it('has its sweep for itself: another one is refused, and takes over where the first says nothing more', async () => {
    const wanted = smallSweep({ seed: 'two collectors', paths: 40 });
    const first = await openSweepQueue({ queue: server.url, definition: wanted, bits: 'wasm' });
    const cut = runParts(wanted, first, 7);
    cut.catch(() => {});
    const open = () => openSweepQueue({ queue: server.url, definition: wanted, bits: 'wasm' });
    await expect(open()).rejects.toThrow(/is being collected by .* process \d+\. Two collectors .* need a queue each/);
    // as if the first had stood still for longer than its claim
    const key = collectorKey(writeOrder(wanted, 'wasm').id);
    await withRedis(server.url, (redis) => redis.set(key, 'elsewhere process 7 (0-1)', 'PX', 1_500));
    await expect(cut).rejects.toThrow('is being collected by elsewhere process 7.');
    await expect(first.finish()).rejects.toThrow('elsewhere process 7');
    await first.close();

    const worker = startWorker(server.url);
    const second = await open();
    expect((await runParts(wanted, second, 7)).records).toHaveLength(9);
    await second.finish();
    await worker.stop();
    expect(await withRedis(server.url, (redis) => redis.keys('*collector*'))).toEqual([]);
  });

  it('enqueues again what a server has lost', async () => {
    const forgetful = await startRedis();
    const queue = await openSweepQueue({ queue: forgetful.url, definition, bits: 'wasm' });
    const computed = runParts(definition, queue, 21);
    await until(() => queue.status().waiting === 3, 'chunks that wait');
    await forgetful.kill();
    await forgetful.start();
    const worker = startWorker(forgetful.url);
    expect((await computed).records).toHaveLength(3);
    expect(queue.status().lost).toBe(3);
    await queue.finish();
    await worker.stop();
    await forgetful.close();
  });
});
