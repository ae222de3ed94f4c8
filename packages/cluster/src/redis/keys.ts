/**
 * Where things lie in Redis. Everything begins with one prefix in braces, so that a Redis cluster keeps it in one slot.
 * BullMQ keeps its own keys below `{trilogue}:NAME-OF-QUEUE:`.
 */

export const prefix = '{trilogue}';

/** A hash: name of a sweep's queue to its announcement. */
export const sweepsKey = `${prefix}:sweeps`;
/** A hash: identity of a worker to its last sign of life. */
export const workersKey = `${prefix}:workers`;

/** The text of an order. */
export const orderKey = (order: string): string => `${prefix}:order:${order}`;

/** Who collects the sweep of an order. */
export const collectorKey = (order: string): string => `${prefix}:collector:${order}`;

/** Name of the queue of an order's chunks. */
export const queueName = (order: string): string => `sweep-${order.slice(0, 24)}`;

/** A chunk as BullMQ keeps it. */
export const chunkKey = (queue: string, id: string): string => `${prefix}:${queue}:${id}`;

/** Where workers publish, without a word, that a chunk of the queue is finished or has failed. */
export const doneChannel = (queue: string): string => `${prefix}:${queue}:done`;

/** BullMQ's list of chunks that wait. */
export const waitKey = (queue: string): string => `${prefix}:${queue}:wait`;

/** What BullMQ writes into a finished queue while a worker still watches it; it can be deleted. */
export const leftoverKeys = (queue: string): string[] =>
  ['meta', 'events', 'stalled-check'].map((name) => `${prefix}:${queue}:${name}`);
