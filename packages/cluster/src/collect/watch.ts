/** A collector's watch over its queue, every second: workers, memory, what was lost, and what waits too long. */
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { readSign, type WorkerSign } from '../message/announcement.js';
import { serverTime } from '../redis/connect.js';
import { workersKey } from '../redis/keys.js';
import type { WantedChunks } from './wanted.js';

export interface Watch {
  round(): Promise<void>;
  status(): QueueStatus;
  /** Removes the signs of workers that this sweep has refused. */
  finish(): Promise<void>;
}

interface WatchOptions {
  readonly queue: Queue;
  readonly redis: Redis;
  readonly order: string;
  readonly wanted: WantedChunks;
  /** Says again what a server that began anew has forgotten. */
  announce(): Promise<void>;
  readonly onStatus?: (status: QueueStatus) => void;
  readonly onNote?: (note: string) => void;
}

/** Milliseconds: between two rounds, since a sign that counts, and since a sign that is kept. */
const pause = 1_000;
const alive = 10_000;
const remembered = 60_000;
/** Rounds in which chunks wait for another attempt before their pause counts as over: clocks may say otherwise. */
const patience = 10;
/** Rounds without a worker before a warning. */
const lonely = 6;

export function watchQueue({ queue, redis, order, wanted, announce, onStatus, onNote }: WatchOptions): Watch {
  let last = Number.NEGATIVE_INFINITY;
  let [delayedRounds, lonelyRounds] = [0, 0];
  let found = { workers: 0, waiting: 0, active: 0, delayed: 0, redisBytes: 0, mostRedisBytes: 0 };
  const told = new Set<string>();
  const status = (): QueueStatus => {
    const { waiting: asked, lost, strange } = wanted.counts;
    return { ...found, asked, lost, strange };
  };

  const signs = async () => {
    const now = await serverTime(redis);
    const read: { readonly name: string; readonly sign: WorkerSign; readonly age: number }[] = [];
    for (const [name, text] of Object.entries(await redis.hgetall(workersKey))) {
      const sign = signOf(text);
      // the server's own clock may have been set: a sign from the future is as good as an old one
      const age = sign === null ? Number.POSITIVE_INFINITY : Math.abs(now - sign.seen);
      if (sign === null || age > remembered) await redis.hdel(workersKey, name);
      else read.push({ name, sign, age });
    }
    return read;
  };

  return {
    status,
    async round() {
      if (performance.now() - last < pause) return;
      last = performance.now();
      await announce();
      await wanted.findLost();
      const [all, counts, bytes] = await Promise.all([
        signs(),
        queue.getJobCounts('wait', 'active', 'delayed'),
        memoryOf(redis),
      ]);
      const workers = all.filter(({ sign, age }) => age < alive && sign.refused === null).length;
      const { wait: waiting, active, delayed } = counts;
      const mostRedisBytes = Math.max(found.mostRedisBytes, bytes);
      found = { workers, waiting, active, delayed, redisBytes: bytes, mostRedisBytes };
      delayedRounds = delayed > 0 ? delayedRounds + 1 : 0;
      if (delayedRounds > patience) await queue.promoteJobs();
      lonelyRounds = workers === 0 ? lonelyRounds + 1 : 0;
      if (lonelyRounds === lonely) onNote?.('no worker is there; start one with `trilogue worker --queue URL`');
      for (const { name, sign } of all) {
        if (sign.refused === null || sign.order !== order || told.has(name)) continue;
        told.add(name);
        onNote?.(`worker ${name.replace(/ \S+$/, '')} may not take part: ${sign.refused}`);
      }
      onStatus?.(status());
    },
    async finish() {
      for (const { name, sign } of await signs()) {
        if (sign.refused !== null && sign.order === order) await redis.hdel(workersKey, name);
      }
    },
  };
}

function signOf(text: string): WorkerSign | null {
  try {
    return readSign(text);
  } catch {
    return null;
  }
}

async function memoryOf(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
}

/** How a queue does. */
export interface QueueStatus {
  /** Workers that gave a sign of life within the last ten seconds and may take part. */
  readonly workers: number;
  /** Chunks that are asked for; those that wait in Redis, that workers have, and that wait for another attempt. */
  readonly asked: number;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  /** Chunks that Redis had lost and that were enqueued again. */
  readonly lost: number;
  /** Entries in the queue that this collector had not asked for, and that were removed. */
  readonly strange: number;
  /** Bytes that Redis uses, now and at most. */
  readonly redisBytes: number;
  readonly mostRedisBytes: number;
}
