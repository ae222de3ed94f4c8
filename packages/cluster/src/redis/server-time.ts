/** The server's clock: the one clock that all workers and collectors share, whatever their own say. */
import type { Redis } from 'ioredis';

/** Milliseconds. */
export async function serverTime(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time();
  return Number(seconds) * 1000 + Number(microseconds) / 1000;
}
