/**
 * A worker: looks for announced sweeps, takes part in one at a time, and shows signs of life. Owns its life from the first
 * connection to a clean end; chunks are `take-chunks.ts`, computing is another process.
 */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { BackendName } from '@trilogue/engine';
import { computeProcess } from '../compute/compute-process.js';
import { connect } from '../redis/connect.js';
import { leftoverKeys } from '../redis/keys.js';
import type { ServeEvent } from './events.js';
import { announcedSweeps, queuesWithWork } from './find-sweep.js';
import { type Joined, joinSweep } from './join-sweep.js';
import { signOfLife } from './sign-of-life.js';
import { takeChunks } from './take-chunks.js';

export interface ServeOptions {
  /** `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`, `rediss://` for TLS. */
  readonly queue: string;
  /** A name, or `auto` (default) for the one that a sweep asks for. */
  readonly backend?: BackendName | 'auto';
  /** Threads of the native and the WebAssembly backend; default one a core. */
  readonly threads?: number;
  /** Ends the worker in good order. */
  readonly signal?: AbortSignal;
  /** Seconds without a sign of life after which a chunk goes to another worker; default 30. */
  readonly lockSeconds?: number;
  /** Seconds that chunks at hand have to finish when the worker is told to end, before they are given back; default 5. */
  readonly patience?: number;
  readonly onEvent?: (event: ServeEvent) => void;
}

export interface ServeReport {
  /** Chunks computed, failed, and given back unfinished. */
  readonly chunks: number;
  readonly failed: number;
  readonly returned: number;
  readonly pathSteps: number;
  /** Of computing. */
  readonly seconds: number;
}

/** Milliseconds between two looks at the announcements. */
const look = 500;
/** Looks without the announcement of a sweep after which it is over, and not only forgotten by a server that began anew. */
const looksWithout = 10;
/** Milliseconds that the end may take when Redis is away, beside the patience with chunks at hand. */
const longestEnd = 5_000;

/**
 * Serves until the signal. A sweep that this worker may not take part in is reported and passed over. Throws ClusterError where Redis
 * cannot be reached at first.
 */
export async function serve(options: ServeOptions): Promise<ServeReport> {
  const { signal = new AbortController().signal, lockSeconds = 30, patience = 5 } = options;
  const totals = { chunks: 0, failed: 0, returned: 0, pathSteps: 0, seconds: 0 };
  const emit = (event: ServeEvent) => {
    count(totals, event);
    options.onEvent?.(event);
  };
  const connection = await connect(options.queue);
  const { redis } = connection;
  const sign = signOfLife(connection.another(), `${hostname()} process ${process.pid}`);
  const compute = computeProcess();
  // started early, to be ready for the first sweep; what fails here fails again then, and is reported
  const { backend = 'auto', threads } = options;
  compute.open(backend === 'auto' ? 'wasm' : backend, threads).catch(() => {});
  /** Queues that this worker may not take part in. */
  const refused = new Set<string>();
  let joined: Joined | undefined;
  let taking: ReturnType<typeof takeChunks> | undefined;

  const leave = async (seconds: number) => {
    const leaving = taking?.stop(seconds);
    taking = undefined;
    // commands wait for a server that is away; the end does not
    await Promise.race([leaving, pause(seconds * 1000 + longestEnd, undefined, { ref: false })]);
    joined?.redis.disconnect();
    joined = undefined;
  };

  /** Queues that this worker has watched and not yet cleared, with its looks in a row without their announcement. */
  const watched = new Map<string, number>();

  const rounds = async () => {
    let waiting = false;
    while (!signal.aborted) {
      const sweeps = await announcedSweeps(redis);
      for (const [queue, without] of watched) watched.set(queue, sweeps.has(queue) ? 0 : without + 1);
      const over = [...watched.keys()].filter((queue) => watched.get(queue)! >= looksWithout);
      if (joined !== undefined) {
        const { queue } = joined;
        const ended = over.includes(queue);
        const wanted = async () =>
          (await queuesWithWork(redis, sweeps.keys())).some((other) => other !== queue && !refused.has(other));
        if (ended || (taking?.idle() && (await wanted()))) await leave(ended ? 0 : patience);
      }
      // also of a sweep that was left for another one
      for (const queue of over) {
        await redis.del(leftoverKeys(queue));
        watched.delete(queue);
      }
      if (joined === undefined) {
        joined = await joinSweep(options, connection, compute, sign, sweeps, refused, emit);
        if (joined !== undefined) watched.set(joined.queue, 0);
        taking = joined && takeChunks({ ...joined, compute, name: sign.name, lockSeconds, onEvent: emit });
        if (!joined && !waiting) emit({ kind: 'waiting' });
        waiting = !joined;
      }
      sign.counts(totals.chunks, totals.pathSteps);
      await pause(look, undefined, { signal }).catch(() => {});
    }
  };

  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  try {
    // a round may wait for a server that is away
    if (!signal.aborted) await Promise.race([rounds(), aborted]);
    return totals;
  } finally {
    await leave(patience);
    await Promise.race([
      Promise.all([compute.close(), sign.end().catch(() => {})]),
      pause(longestEnd, undefined, { ref: false }),
    ]);
    connection.close();
  }
}

function count(totals: { -readonly [name in keyof ServeReport]: number }, event: ServeEvent): void {
  if (event.kind === 'done') {
    totals.chunks++;
    totals.pathSteps += event.pathSteps;
    totals.seconds += event.seconds;
  } else if (event.kind === 'failed') totals.failed++;
  else if (event.kind === 'returned') totals.returned++;
}
