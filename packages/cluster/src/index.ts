/**
 * @trilogue/cluster: sweeps over many machines on BullMQ and Redis. Public names only.
 */
export { type CollectOptions, openSweepQueue, type SweepQueue } from './collect/collect.js';
export type { QueueStatus } from './collect/watch.js';
export { ClusterError, type ClusterErrorCode } from './errors.js';
export type { Answer } from './message/answer.js';
export { bitsOf } from './message/bits.js';
export { checkQueue } from './redis/attempt.js';
export type { ChunkEvent, ServeEvent } from './serve/events.js';
export { type ServeOptions, type ServeReport, serve } from './serve/serve.js';
