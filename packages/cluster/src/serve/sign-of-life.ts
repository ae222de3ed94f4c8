/**
 * A worker's signs of life: who it is, what it computes on, what it has done, every few seconds with the server's time, for
 * collectors to count workers and to say who was refused.
 */
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { WorkerSign } from '../message/announcement.js';
import { serverTime } from '../redis/connect.js';
import { workersKey } from '../redis/keys.js';
import { version } from '../version.js';

export interface Sign {
  readonly name: string;
  joined(order: string, runs: string): void;
  refused(order: string, reason: string): void;
  counts(chunks: number, pathSteps: number): void;
  /** The last sign: of a refusal, which collectors are to see, or that it is gone. */
  end(): Promise<void>;
}

/** Milliseconds between two signs. */
const beat = 2_000;

export function signOfLife(redis: Redis, name: string): Sign {
  const id = randomUUID();
  let sign: Omit<WorkerSign, 'seen'> = { version, runs: '', order: null, refused: null, chunks: 0, pathSteps: 0 };
  let sending: Promise<unknown> = Promise.resolve();
  const send = () => {
    sending = sending.then(async () => {
      const seen = await serverTime(redis);
      await redis.hset(workersKey, `${name} ${id}`, JSON.stringify({ ...sign, seen }));
    });
    // when the server is away the next sign is sent once it is back
    sending = sending.catch(() => {});
  };
  const timer = setInterval(send, beat);
  timer.unref();
  send();
  const change = (part: Partial<WorkerSign>) => {
    sign = { ...sign, ...part };
    send();
  };
  return {
    name,
    joined: (order, runs) => change({ order, runs, refused: null }),
    refused: (order, refused) => change({ order, refused }),
    counts(chunks, pathSteps) {
      sign = { ...sign, chunks, pathSteps };
    },
    async end() {
      clearInterval(timer);
      if (sign.refused === null) await redis.hdel(workersKey, `${name} ${id}`);
      else await sending;
    },
  };
}
