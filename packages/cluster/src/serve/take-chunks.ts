/**
 * Takes chunks of one sweep from its queue, has them computed, and gives the answers back, until the sweep is over, another
 * one waits while this one has nothing, or the worker is told to stop. BullMQ keeps the locks and finds what has stalled.
 */
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type ComputeProcess, EndedError, HopelessError } from '../compute/compute-process.js';
import { ClusterError } from '../errors.js';
import { writeAnswer } from '../message/answer.js';
import { cellWords } from '../message/cell-runs.js';
import { readChunk } from '../message/chunk.js';
import { doneChannel, prefix } from '../redis/keys.js';
import type { ChunkEvent } from './events.js';

export interface TakeOptions {
  readonly redis: Redis;
  readonly queue: string;
  readonly order: string;
  readonly orderText: string;
  readonly compute: ComputeProcess;
  /** Who answers. */
  readonly name: string;
  /** Seconds without a sign of life after which a chunk goes to another worker. */
  readonly lockSeconds: number;
  readonly onEvent: (event: ChunkEvent) => void;
}

export interface TakingChunks {
  /** Whether the queue was empty when it was last asked. */
  idle(): boolean;
  /** Takes no more chunks. Resolves when those at hand are finished or, after `patience` seconds, given back. */
  stop(patience: number): Promise<void>;
}

/** Chunks at hand: one that is computed, and one that is there when it ends. */
const together = 2;
/** A chunk that takes its worker with it so often is set aside. */
const mostStalls = 10;

export function takeChunks(options: TakeOptions): TakingChunks {
  const { redis, queue, order, orderText, compute, name, lockSeconds, onEvent } = options;
  const giveBack = new AbortController();
  let idle = false;
  let atHand = 0;

  const work = async (job: Job<unknown, string>, token: string | undefined): Promise<string> => {
    idle = false;
    atHand++;
    const chunkId = job.id ?? '';
    let words = `chunk ${chunkId.slice(0, 12)}`;
    try {
      const chunk = readChunk(chunkId, job.data, order);
      words = cellWords(chunk.kind === 'trial' ? chunk.trial.cells : chunk.part.cells);
      const request = { order, orderText, chunkId, chunkText: job.data as string };
      const found = await compute.run(request, giveBack.signal);
      onEvent({ kind: 'done', words, pathSteps: found.pathSteps, seconds: found.seconds });
      return writeAnswer({ ...found, worker: name });
    } catch (error) {
      // one of them took the process with it: alone, it will be seen which
      const unclear = error instanceof EndedError && atHand > 1;
      if (unclear) worker.concurrency = 1;
      if (unclear || giveBack.signal.aborted) {
        await job.moveToWait(token);
        onEvent({ kind: 'returned', words });
        throw new WaitingError();
      }
      const hopeless = error instanceof HopelessError || (error instanceof ClusterError && error.code === 'message');
      const message = error instanceof Error ? error.message : String(error);
      onEvent({ kind: 'failed', words, message });
      throw hopeless ? new UnrecoverableError(message) : new Error(message);
    } finally {
      atHand--;
    }
  };

  const worker = new Worker<unknown, string>(queue, work, {
    connection: redis,
    ...{ prefix, name, concurrency: together, maxStalledCount: mostStalls },
    lockDuration: lockSeconds * 1000,
    stalledInterval: (lockSeconds * 1000) / 2,
    drainDelay: 1,
    runRetryDelay: 500,
  });
  // a collector that misses this event polls anyway
  const tell = () => void redis.publish(doneChannel(queue), '').catch(() => {});
  worker.on('completed', tell);
  worker.on('failed', tell);
  worker.on('drained', () => {
    idle = true;
  });
  // Connections come back by themselves; a lock that is lost means that another worker has the chunk.
  worker.on('error', (error) => onEvent({ kind: 'trouble', message: error.message }));

  return {
    idle: () => idle,
    async stop(patience) {
      const late = setTimeout(() => giveBack.abort(), patience * 1000);
      try {
        await worker.close();
      } finally {
        clearTimeout(late);
      }
    },
  };
}
