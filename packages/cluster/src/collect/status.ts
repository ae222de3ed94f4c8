/** What a collector says of its queue. */

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
