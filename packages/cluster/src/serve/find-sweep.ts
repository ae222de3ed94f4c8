/** Which announced sweep a worker takes part in, and why not in others. */
import { type BackendName, backendNames } from '@trilogue/engine';
import type { Redis } from 'ioredis';
import { type Announcement, readAnnouncement } from '../message/announcement.js';
import { serverTime } from '../redis/connect.js';
import { queueName, sweepsKey, waitKey } from '../redis/keys.js';
import { version } from '../version.js';

/** Milliseconds after which the announcement of a collector that says nothing more has lapsed. */
const lapse = 600_000;

/** Announced sweeps by the name of their queue. What no collector of ours wrote, and what has lapsed, is left out. */
export async function announcedSweeps(redis: Redis): Promise<Map<string, Announcement>> {
  const found = new Map<string, Announcement>();
  const now = await serverTime(redis);
  for (const [queue, text] of Object.entries(await redis.hgetall(sweepsKey))) {
    try {
      const announcement = readAnnouncement(text);
      // the server's own clock may have been set: what is from the future is as good as old
      const isHeard = Math.abs(now - announcement.seen) < lapse;
      if (isHeard && queueName(announcement.order) === queue) found.set(queue, announcement);
    } catch {
      // an entry that is no announcement: its writer gets no worker
    }
  }
  return found;
}

/** Those of some queues in which chunks wait. */
export async function queuesWithWork(redis: Redis, queues: Iterable<string>): Promise<string[]> {
  const names = [...queues];
  const lengths = await Promise.all(names.map((queue) => redis.llen(waitKey(queue))));
  return names.filter((_, i) => lengths[i] > 0);
}

/**
 * The backend with which a worker takes part in a sweep, or why it may not.
 *
 * @param wanted what the worker was told to compute on
 */
export function backendFor(
  { version: theirs, bits }: Announcement,
  wanted: BackendName | 'auto',
): { readonly backend: BackendName | 'auto' } | { readonly refused: string } {
  if (theirs !== version) {
    return {
      refused: `the sweep was enqueued by trilogue ${theirs}, and this worker is trilogue ${version}. Install version ${theirs} here, or enqueue the sweep with ${version}.`,
    };
  }
  if (bits === null) return { backend: wanted };
  const needed = backendNames.find((name) => bits === name || bits.startsWith(`${name} on `));
  if (needed === undefined) return { refused: `it wants the arithmetic of "${bits}", which is not known here.` };
  if (wanted === 'auto' || wanted === needed) return { backend: needed };
  return { refused: differentBits(bits, `--backend ${wanted}`) };
}

/** Why a backend with other bits is refused. */
export function differentBits(needed: string, here: string): string {
  return `its numbers come from "${needed}", and ${here} may round differently. Start the worker with that backend, or the sweep with --mixed.`;
}
