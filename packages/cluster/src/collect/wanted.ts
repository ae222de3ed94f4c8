/** The chunks that a collector waits for: enqueued, found again, handed to whoever asked. Knows nothing of workers. */
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { ClusterError } from '../errors.js';
import { type Answer, type AnswerCheck, readAnswer } from '../message/answer.js';
import { cellWords } from '../message/cell-runs.js';
import type { Chunk, WrittenChunk } from '../message/chunk.js';
import { chunkKey } from '../redis/keys.js';

interface Waiting extends WrittenChunk {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  readonly check: AnswerCheck;
  readonly promise: Promise<Answer>;
  enqueued: boolean;
  /** Answers that could not be read. */
  wrong: number;
}

export interface WantedChunks {
  /** Asks for a chunk; whoever asks twice gets the same answer. What the check refuses is asked for again. */
  add(chunk: WrittenChunk, check: AnswerCheck): Promise<Answer>;
  /** Enqueues what is not yet there. Returns how many there were. */
  enqueue(): Promise<number>;
  /** Hands out what workers have finished or failed at, and takes it out of Redis. Returns how many there were. */
  collect(): Promise<number>;
  /** Enqueues again what Redis has lost. */
  findLost(): Promise<void>;
  /** Rejects all that is waited for. */
  end(reason: unknown): void;
  readonly counts: { readonly waiting: number; readonly lost: number; readonly strange: number };
}

/** Chunks of one round: enqueued, and collected with their answers, which may have megabytes each. */
const atATime = { enqueued: 200, collected: 50 };
/** Attempts of a chunk, with pauses of half a second, then twice as long each time. */
const attempts = 5;
const firstPause = 500;
const mostWrong = 3;

export function wantedChunks(queue: Queue, redis: Redis): WantedChunks {
  const waiting = new Map<string, Waiting>();
  const fresh = new Set<Waiting>();
  let [lost, strange] = [0, 0];

  const settle = (chunk: Waiting, settled: () => void) => {
    waiting.delete(chunk.id);
    fresh.delete(chunk);
    settled();
  };
  const again = (chunk: Waiting) => {
    chunk.enqueued = false;
    fresh.add(chunk);
  };

  const finished = async (job: Job<unknown, unknown>) => {
    const chunk = waiting.get(job.id ?? '');
    await queue.remove(job.id ?? '');
    if (chunk === undefined) {
      strange++;
      return;
    }
    try {
      const answer = readAnswer(job.returnvalue, chunk.chunk, chunk.check);
      settle(chunk, () => chunk.resolve(answer));
    } catch (error) {
      if (++chunk.wrong < mostWrong) again(chunk);
      else settle(chunk, () => chunk.reject(failure(chunk, error instanceof Error ? error.message : String(error))));
    }
  };

  const failed = async (job: Job<unknown, unknown>) => {
    const chunk = waiting.get(job.id ?? '');
    await queue.remove(job.id ?? '');
    if (chunk === undefined) strange++;
    // a stranger's entry under our id fails the check of its hash: ours is enqueued in its place
    else if (job.data !== chunk.text && ++chunk.wrong < mostWrong) again(chunk);
    else settle(chunk, () => chunk.reject(failure(chunk, job.failedReason ?? 'no reason given')));
  };

  return {
    add(written, check) {
      const there = waiting.get(written.id);
      if (there) return there.promise;
      const { promise, resolve, reject } = withResolvers<Answer>();
      const chunk: Waiting = { ...written, check, promise, resolve, reject, enqueued: false, wrong: 0 };
      waiting.set(written.id, chunk);
      fresh.add(chunk);
      return promise;
    },
    async enqueue() {
      const next = [...fresh].slice(0, atATime.enqueued);
      if (next.length === 0) return 0;
      await queue.addBulk(
        next.map(({ id, text, chunk }) => ({
          name: chunk.kind,
          data: text,
          opts: { jobId: id, attempts, backoff: { type: 'exponential', delay: firstPause }, stackTraceLimit: 1 },
        })),
      );
      for (const chunk of next) {
        chunk.enqueued = true;
        fresh.delete(chunk);
      }
      return next.length;
    },
    async collect() {
      // answers of an earlier collector are not strange: this one has not asked yet
      if (waiting.size === 0) return 0;
      const last = atATime.collected - 1;
      const [done, bad] = await Promise.all([queue.getCompleted(0, last), queue.getFailed(0, last)]);
      await Promise.all([...done.map(finished), ...bad.map(failed)]);
      return done.length + bad.length;
    },
    async findLost() {
      const asked = [...waiting.values()].filter(({ enqueued }) => enqueued);
      const keys = asked.map(({ id }) => chunkKey(queue.name, id));
      // mostly all of them are there, which is one question
      if (keys.length === 0 || (await redis.exists(...keys)) === keys.length) return;
      const there = await Promise.all(keys.map((key) => redis.exists(key)));
      for (const [i, chunk] of asked.entries()) {
        // it may have been collected meanwhile
        if (there[i] !== 0 || waiting.get(chunk.id) !== chunk) continue;
        lost++;
        again(chunk);
      }
    },
    end(reason) {
      for (const chunk of waiting.values()) chunk.reject(reason);
      waiting.clear();
      fresh.clear();
    },
    get counts() {
      return { waiting: waiting.size, lost, strange };
    },
  };
}

function failure({ chunk }: { chunk: Chunk }, reason: string): ClusterError {
  const cells = chunk.kind === 'trial' ? chunk.trial.cells : chunk.part.cells;
  return new ClusterError('failed', `no worker could compute ${cellWords(cells)}: ${reason}`);
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  // the caller handles the rejection; this empty handler keeps Node from calling it unhandled before that
  promise.catch(() => {});
  return { promise, resolve, reject };
}
