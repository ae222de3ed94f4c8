/** Workers in the process of a test, and looks into Redis. */
import { Redis } from 'ioredis';
import type { ServeEvent } from '../src/serve/events.js';
import { type ServeOptions, type ServeReport, serve } from '../src/serve/serve.js';

export interface TestWorker {
  readonly events: readonly ServeEvent[];
  /** What happened, as `kind` or `kind: message`. */
  words(): string[];
  readonly ended: Promise<ServeReport>;
  /** Tells it to end, and waits for that. */
  stop(): Promise<ServeReport>;
}

/** A worker on one thread with short locks. */
export function startWorker(url: string, options: Partial<ServeOptions> = {}): TestWorker {
  const stop = new AbortController();
  const events: ServeEvent[] = [];
  const ended = serve({
    ...{ queue: url, threads: 1, lockSeconds: 4, signal: stop.signal },
    onEvent: (event) => void events.push(event),
    ...options,
  });
  ended.catch(() => {});
  return {
    events,
    words: () => events.map((event) => ('message' in event ? `${event.kind}: ${event.message}` : event.kind)),
    ended,
    stop() {
      stop.abort();
      return ended;
    },
  };
}

/** Uses a connection of its own. */
export async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

/** Waits until something is so. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 40_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited for 40 s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
