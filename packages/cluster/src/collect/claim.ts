/**
 * That one collector at a time collects a sweep: two would take each other's answers and clear away each other's queue. The claim lapses
 * within seconds where its holder says nothing more, so that the sweep of one that was killed can go on.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { ClusterError } from '../errors.js';
import { collectorKey } from '../redis/keys.js';

export interface Claim {
  /** Says that the collector is still there. Rejects with ClusterError where another one has taken its place. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** Milliseconds after which a claim lapses, and between two looks at one. */
const lapse = 5_000;
const look = 200;

/** Waits for a claim that lapses. Rejects with ClusterError where another collector is at work, with the signal's reason when aborted. */
export async function claimSweep(redis: Redis, order: string, signal?: AbortSignal): Promise<Claim> {
  const key = collectorKey(order);
  const own = `${hostname()} process ${process.pid} (${randomUUID()})`;
  const take = () => redis.set(key, own, 'PX', lapse, 'NX');
  for (let waited = 0; (await take()) === null; waited += look) {
    if (waited > lapse + 10 * look) throw busy(await redis.get(key));
    await pause(look, undefined, { signal });
  }
  return {
    async renew() {
      const holder = await redis.get(key);
      if (holder !== null && holder !== own) throw busy(holder);
      await redis.set(key, own, 'PX', lapse);
    },
    async release() {
      if ((await redis.get(key)) === own) await redis.del(key);
    },
  };
}

function busy(holder: string | null): ClusterError {
  const who = (holder ?? 'another process').replace(/ \([0-9a-f-]*\)$/, '').slice(0, 200);
  return new ClusterError(
    'redis',
    `this sweep is being collected by ${who}. Two collectors of one sweep need a queue each: another server, or another database of it (redis://HOST/1).`,
  );
}
