/** Takes part in an announced sweep: finds one that this worker may, reads its order, opens the backend that it asks for. */
import type { Redis } from 'ioredis';
import type { ComputeProcess } from '../compute/compute-process.js';
import type { OpenedBackend } from '../compute/protocol.js';
import type { Announcement } from '../message/announcement.js';
import { bitsOf } from '../message/bits.js';
import { longestOrder } from '../message/order.js';
import type { Connection } from '../redis/connect.js';
import { orderKey } from '../redis/keys.js';
import type { ServeEvent } from './events.js';
import { backendFor, differentBits, queuesWithWork } from './find-sweep.js';
import type { ServeOptions } from './serve.js';
import type { Sign } from './sign-of-life.js';

/** A sweep that the worker takes part in. */
export interface Joined {
  /** A connection of its own. */
  readonly redis: Redis;
  readonly queue: string;
  readonly order: string;
  readonly orderText: string;
}

/**
 * The first sweep that this worker may take part in, those with chunks that wait before others; undefined where there is none.
 *
 * @param refused receives the queues that it may not take part in
 */
export async function joinSweep(
  { backend: wanted = 'auto', threads }: Pick<ServeOptions, 'backend' | 'threads'>,
  connection: Connection,
  compute: ComputeProcess,
  sign: Sign,
  sweeps: ReadonlyMap<string, Announcement>,
  refused: Set<string>,
  emit: (event: ServeEvent) => void,
): Promise<Joined | undefined> {
  const { redis } = connection;
  const refuse = (queue: string, { game, order }: Announcement, reason: string) => {
    refused.add(queue);
    emit({ kind: 'refused', game, reason });
    sign.refused(order, reason);
  };
  const working = await queuesWithWork(redis, sweeps.keys());
  for (const queue of new Set([...working, ...sweeps.keys()])) {
    const sweep = sweeps.get(queue)!;
    if (refused.has(queue)) continue;
    const choice = backendFor(sweep, wanted);
    if ('refused' in choice) {
      refuse(queue, sweep, choice.refused);
      continue;
    }
    const orderText = await orderOf(redis, sweep.order);
    // announced a moment ago, or nobody's any more
    if (orderText === undefined) continue;
    const opened = await compute.open(choice.backend, threads);
    const runs = wordsOf(opened);
    if (sweep.bits !== null && bitsOf(opened) !== sweep.bits) {
      refuse(queue, sweep, differentBits(sweep.bits, runs));
      continue;
    }
    sign.joined(sweep.order, runs);
    emit({ kind: 'joined', game: sweep.game, metric: sweep.metric, collector: sweep.collector, runs });
    return { redis: connection.another(), queue, order: sweep.order, orderText };
  }
  return undefined;
}

const wordsOf = ({ name, device }: OpenedBackend) => `${name} (${device})`;

/** The text of an order, asked for its length first: undefined where there is none, or none that could be one. */
async function orderOf(redis: Redis, order: string): Promise<string | undefined> {
  const length = await redis.strlen(orderKey(order));
  // a character takes up to four bytes
  if (length === 0 || length > 4 * longestOrder) return undefined;
  return (await redis.get(orderKey(order))) ?? undefined;
}
