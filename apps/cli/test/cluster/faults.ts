/** The faults of a round: what can go wrong, drawn from a seed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningRedis } from '@internal/testing';
import { Redis } from 'ioredis';
import type { Clock, Process } from './processes.js';

/** What faults happen to. */
export interface Scene {
  readonly redis: RunningRedis;
  readonly workers: Process[];
  collector: Process;
  /** Result folder, on a small file system where that can be had. */
  readonly out: string;
  /** Folder of that file system; null where none could be mounted. */
  readonly disk: string | null;
  /** Clocks of the workers and of the collector. */
  readonly clocks: readonly Clock[];
}

/** A number from 0 to below 1, by a seed (Mulberry32, T. Ettinger). */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Seconds of a lock in these tests; pauses are longer than that. */
export const lock = 2;

type Fault = (scene: Scene, draw: () => number) => Promise<void>;

const pick = <T>(list: readonly T[], draw: () => number): T => list[Math.floor(draw() * list.length)]!;

async function standsStill(target: Pick<Process, 'child'>, seconds: number): Promise<void> {
  target.child.kill('SIGSTOP');
  await pause(seconds * 1000);
  target.child.kill('SIGCONT');
}

let turn: Promise<void> = Promise.resolve();

/** One server cannot be restarted twice at a time. */
function inTurn(fault: Fault): Fault {
  return (scene, draw) => {
    turn = turn.then(() => fault(scene, draw));
    return turn;
  };
}

export const faults: Readonly<Record<string, Fault>> = {
  'a worker is killed': ({ workers }, draw) => pick(workers, draw).kill(),
  'all workers are killed': async ({ workers }) => void (await Promise.all(workers.map((worker) => worker.kill()))),
  'the collector is killed': (scene) => scene.collector.kill(),
  'the collector is stopped': async (scene) => {
    scene.collector.child.kill('SIGINT');
    await scene.collector.ended;
  },
  'a worker stands still': ({ workers }, draw) => standsStill(pick(workers, draw), lock + 1.5),
  'the collector stands still': (scene) => standsStill(scene.collector, 1.5),
  'Redis stands still': inTurn(async ({ redis }) => {
    redis.pause();
    await pause(1_500);
    redis.resume();
  }),
  'Redis restarts with its data': inTurn(async ({ redis }) => {
    await redis.kill();
    await redis.start();
  }),
  'Redis restarts with nothing': inTurn(async ({ redis }) => {
    await redis.kill();
    await redis.start({ forget: true });
  }),
  'chunks are doubled and in another order': ({ redis }, draw) => shuffle(redis.url, draw),
  'the disk is full': async (scene) => {
    if (scene.disk === null) return;
    const filler = join(scene.disk, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(2 ** 24));
    } catch {
      // full
    }
    await pause(1_500);
    rmSync(filler, { force: true });
  },
  'a clock jumps': async ({ clocks }, draw) => {
    pick(clocks, draw).set(Math.round((draw() - 0.5) * 20_000));
  },
};

/** Whatever waits in any queue is shuffled, and half of it put in a second time. */
async function shuffle(url: string, draw: () => number): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 2 });
  redis.on('error', () => {});
  try {
    for (const key of await redis.keys('{trilogue}:sweep-*:wait')) {
      const ids = await redis.lrange(key, 0, -1);
      const more = ids.filter(() => draw() < 0.5);
      const all = [...ids, ...more].sort(() => draw() - 0.5);
      if (all.length > 0)
        await redis
          .multi()
          .del(key)
          .rpush(key, ...all)
          .exec();
    }
  } catch {
    // Redis is away because of another fault
  } finally {
    redis.disconnect();
  }
}
