/** Who may not take part, and what workers say of what they cannot compute. */
import { readFileSync } from 'node:fs';
import { type RunningRedis, startRedis } from '@internal/testing';
import { planSweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSweepQueue } from '../src/collect/collect.js';
import { queueName, sweepsKey } from '../src/redis/keys.js';
import { version } from '../src/version.js';
import { runParts, smallSweep } from './sweep.js';
import { startWorker, until, withRedis } from './worker.js';

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
  it('of another version is refused, with both versions named', async () => {
    const order = '0'.repeat(64);
    const announcement = { order, version: '9.8.7', bits: 'wasm', game: 'g', metric: 'm', collector: 'someone' };
    await withRedis(server.url, (redis) => redis.hset(sweepsKey, queueName(order), JSON.stringify(announcement)));
    await expect(startWorker(server.url).ended).rejects.toThrow(
      `enqueued by trilogue 9.8.7, and this worker is trilogue ${version}. Install version 9.8.7 here`,
    );
    await withRedis(server.url, (redis) => redis.del(sweepsKey));
  });

  it('with other arithmetic is refused and the collector hears of it, but for mixed sweeps', async () => {
    const notes: string[] = [];
    const onNote = (note: string) => void notes.push(note);
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm', onNote });
    const refused = startWorker(server.url, { backend: 'reference' });
    await expect(refused.ended).rejects.toThrow(
      'its numbers come from "wasm", and --backend reference may round differently. Start the worker with that backend, or the sweep with --mixed.',
    );
    await until(() => notes.some((note) => /^worker .* process \d+ may not take part: its numbers/.test(note)), 'note');
    await queue.finish();

    const mixed = await openSweepQueue({ queue: server.url, definition, bits: null });
    const worker = startWorker(server.url, { backend: 'reference' });
    const { records } = await runParts(definition, mixed, 63);
    expect(records[0].filter((_, i) => i % 3 === 0)).toEqual(new Float64Array(63).fill(40));
    await mixed.finish();
    expect(await worker.stop()).toMatchObject({ chunks: 1, failed: 0 });
  });

  it('tries again what failed by its machine, and sets aside what would fail anywhere, with the cells', async () => {
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
    await expect(wrong).rejects.toThrow(/^no worker could compute cells 5 to 11, 30: the plan is not of this sweep/);
    expect(worker.events.filter(({ kind }) => kind === 'failed')).toHaveLength(2);
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
