/**
 * Connections to Redis. The first one must succeed, with a clear message where it does not; later ones come back by
 * themselves whenever the server is there again, and commands wait for that. And the server's clock.
 */
import { Redis } from 'ioredis';
import { readAddress } from './address.js';
import { attempt, optionsOf } from './attempt.js';

/** The longest pause between two attempts to come back. */
const longestPause = 2_000;

export interface Connection {
  readonly redis: Redis;
  /** Of the queue, without its password. */
  readonly shown: string;
  /** A further connection of the same kind. */
  another(): Redis;
  /** Closes all of them. */
  close(): void;
}

/** Throws ClusterError where the address is wrong, nothing answers there, or the server does not let us in. */
export async function connect(url: string): Promise<Connection> {
  const address = readAddress(url);
  await attempt(address);
  const all: Redis[] = [];
  const another = () => {
    const redis = new Redis({
      ...optionsOf(address),
      // commands wait for a server that is away; BullMQ demands it
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), longestPause),
      reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
    });
    // a closed connection shows as failed commands; without a listener Node would end the process
    redis.on('error', () => {});
    all.push(redis);
    return redis;
  };
  return {
    redis: another(),
    shown: address.shown,
    another,
    close() {
      for (const redis of all) redis.disconnect();
    },
  };
}

/** Milliseconds. */
export async function serverTime(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time();
  return Number(seconds) * 1000 + Number(microseconds) / 1000;
}
