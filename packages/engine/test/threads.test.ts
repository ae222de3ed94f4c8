/** Threads and aborts: what a run starts it ends, whatever happens in between. */
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';
import { bundledGame } from '@trilogue/core';
import { openBackend, type Progress, replay, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const { Worker } = workerThreads;
const alive = new Set<InstanceType<typeof Worker>>();
let started = 0;

// counted at the source: the engine imports this class
workerThreads.Worker = class extends Worker {
  constructor(...options: ConstructorParameters<typeof Worker>) {
    super(...options);
    started++;
    alive.add(this);
    this.once('exit', () => alive.delete(this));
  }
};
syncBuiltinESMExports();
afterAll(() => {
  workerThreads.Worker = Worker;
  syncBuiltinESMExports();
});
beforeEach(() => {
  started = 0;
});

const game = bundledGame('data-sharing');
/** Far more than a test may take: it must be cut off. Small chunks, since those under way are waited for. */
const endless = {
  game,
  backend: 'wasm',
  threads: 2,
  paths: 2 ** 31,
  dt: 0.1,
  times: 0,
  chunk: { paths: 1000 },
} as const;
const x = { name: 'tau', from: 0, to: 1, count: 3 };
const metric = 'P(share,share,coordinate)';

describe('a run with threads of its own', () => {
  it('ends them when it is done', async () => {
    await simulate({ game, backend: 'wasm', threads: 2, paths: 100, horizon: 1 });
    expect([started, alive.size]).toEqual([2, 0]);
    await replay({ game, backend: 'wasm', threads: 1, path: 0, horizon: 1 });
    expect([started, alive.size]).toEqual([3, 0]);
  });

  it('ends them when it is aborted, and rejects with the reason', async () => {
    for (const run of [simulate, (options: typeof endless) => sweep({ ...options, x, metric })]) {
      const controller = new AbortController();
      const reason = new Error('the user has left');
      const onProgress = ({ done }: Progress) => {
        if (done > 0) controller.abort(reason);
      };
      const options = { ...endless, signal: controller.signal, onProgress };
      await expect(run(options)).rejects.toBe(reason);
      expect(alive.size).toBe(0);
    }
    expect(started).toBe(4);
  });

  it('ends them when a callback throws', async () => {
    const onProgress = ({ done }: Progress) => {
      if (done > 0) throw new Error('no room for the bar');
    };
    await expect(simulate({ ...endless, onProgress })).rejects.toThrow('no room for the bar');
    expect([started, alive.size]).toEqual([2, 0]);
  });

  it('starts none where the options are wrong', async () => {
    await expect(simulate({ ...endless, dt: -1 })).rejects.toThrow('dt must be');
    await expect(simulate({ ...endless, threads: 0 })).rejects.toThrow('threads must be');
    expect(started).toBe(0);
  });

  it('rejects at once where the signal has already fired', async () => {
    const signal = AbortSignal.abort();
    await expect(simulate({ ...endless, signal })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(sweep({ ...endless, x, metric, signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(alive.size).toBe(0);
  });
});

describe('a borrowed backend', () => {
  it('is left open, after results and after an abort, until its owner closes it', async () => {
    const { backend } = await openBackend('wasm', { threads: 2 });
    const small = { game, backend, paths: 100, horizon: 1 };
    const before = await simulate(small);
    const controller = new AbortController();
    const onProgress = ({ done }: Progress) => done > 0 && controller.abort();
    const aborted = simulate({ ...endless, backend, signal: controller.signal, onProgress });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect((await simulate(small)).outcomes).toEqual(before.outcomes);
    expect([started, alive.size]).toEqual([2, 2]);
    await backend.close();
    expect(alive.size).toBe(0);
  });

  it('runs several ensembles at a time', async () => {
    const { backend } = await openBackend('wasm', { threads: 2 });
    try {
      const options = ['a', 'b', 'c'].map((seed) => ({
        game,
        backend,
        paths: 3000,
        horizon: 2,
        times: 0,
        seed,
        chunk: { paths: 100 },
      }));
      const together = await Promise.all(options.map(simulate));
      for (const [i, option] of options.entries()) expect((await simulate(option)).final).toEqual(together[i].final);
    } finally {
      await backend.close();
    }
  });
});
