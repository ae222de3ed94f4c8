/**
 * The collector's side of a queue: a runner of a sweep whose parts are computed by workers. Announces the sweep, enqueues
 * chunks as they are asked for, hands their numbers back, and keeps watch over what Redis and workers make of it.
 *
 * What it holds is only what is asked for at the moment; whatever happens to Redis, these chunks are enqueued again.
 */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type PartResult,
  type RecordCheck,
  recordCheck,
  type SweepDefinition,
  type SweepPart,
  type SweepPlan,
  type SweepTrial,
} from '@trilogue/engine';
import { Queue } from 'bullmq';
import type { Announcement } from '../message/announcement.js';
import type { Answer, AnswerCheck } from '../message/answer.js';
import { type Chunk, writeChunk } from '../message/chunk.js';
import { type WrittenOrder, writeOrder } from '../message/order.js';
import { messageFault } from '../message/read-json.js';
import { connect, serverTime } from '../redis/connect.js';
import { doneChannel, orderKey, prefix, queueName, sweepsKey } from '../redis/keys.js';
import { createBell } from './bell.js';
import { claimSweep } from './claim.js';
import { wantedChunks } from './wanted.js';
import { type QueueStatus, watchQueue } from './watch.js';

export interface CollectOptions {
  /** `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`, `rediss://` for TLS. */
  readonly queue: string;
  readonly definition: SweepDefinition;
  /** The sort of arithmetic that the numbers are to have, as `bitsOf` names it; null where any will do. */
  readonly bits: string | null;
  /** Ends the collecting; the queue stays as it is, and whoever asks for the same goes on with it. */
  readonly signal?: AbortSignal;
  readonly onStatus?: (status: QueueStatus) => void;
  /** Something that people should know, such as a worker that was refused. */
  readonly onNote?: (note: string) => void;
}

/** As the engine's `SweepRunner`: calls may overlap, and should, since each is one chunk. */
export interface SweepQueue {
  /** BullMQ's name of the queue, below the prefix `{trilogue}`. */
  readonly name: string;
  trial(trial: SweepTrial): Promise<Float64Array>;
  /** Throws ClusterError with the code `failed` for a part that no worker could compute. */
  cells(plan: SweepPlan, part: SweepPart): Promise<PartResult & { readonly answer: Omit<Answer, 'numbers'> }>;
  status(): QueueStatus;
  /** Empties the queue: nothing of the sweep is left in Redis. */
  finish(): Promise<void>;
  /** Closes the connection; the queue stays as it is. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at the queue when no worker says that something came. */
const look = 500;
/** Milliseconds in which what comes is gathered for one look. */
const gather = 20;
/** Paths in what a record counts as one: a pair at most. */
const mostPathsEach = 2;
/** Events that BullMQ keeps, which nobody here reads. */
const events = 10;

/** A change, which may be not known, and its variance. */
function checkTrial({ numbers }: Answer): void {
  const wrong = numbers.find(
    (number, i) => Math.abs(number) === Number.POSITIVE_INFINITY || (i % 2 === 1 && number < 0),
  );
  if (wrong !== undefined) throw messageFault('answer', `a trial found ${wrong}`);
}

/** Throws ClusterError where Redis cannot be reached or another collector has this sweep, GameError or EngineError for a definition that cannot be. */
export async function openSweepQueue(options: CollectOptions): Promise<SweepQueue> {
  const { definition, signal } = options;
  const order = writeOrder(definition, options.bits);
  const name = queueName(order.id);
  const connection = await connect(options.queue);
  const { redis } = connection;
  const claim = await claimSweep(redis, order.id, signal).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  const queue = new Queue(name, { connection: redis, prefix, streams: { events: { maxLen: events } } });
  queue.on('error', () => {});
  const announcement = announcementOf(order, definition);
  /** Says again what a server that began anew has forgotten. */
  const announce = async () => {
    await claim.renew();
    await redis.set(orderKey(order.id), order.text, 'NX');
    const seen = await serverTime(redis);
    await redis.hset(sweepsKey, name, JSON.stringify({ ...announcement, seen } satisfies Announcement));
  };
  await announce();
  let ended: unknown;
  let isAway = false;
  redis.on('close', () => {
    if (isAway || ended !== undefined) return;
    isAway = true;
    options.onNote?.(
      `the Redis server at ${connection.shown} is away; what it forgets is enqueued again when it is back`,
    );
  });
  redis.on('ready', () => {
    if (isAway) options.onNote?.(`the Redis server at ${connection.shown} is back`);
    isAway = false;
  });
  const wanted = wantedChunks(queue, redis);
  const bell = createBell();
  const listening = connection.another();
  listening.on('message', bell.ring);
  await listening.subscribe(doneChannel(name)).catch((error: Error) => {
    options.onNote?.(
      `answers are only looked for twice a second, since Redis refuses to tell of them: ${error.message}`,
    );
  });
  const watch = watchQueue({
    queue,
    redis,
    order: order.id,
    wanted,
    announce,
    onStatus: options.onStatus,
    onNote: options.onNote,
  });

  const end = (reason: unknown) => {
    ended ??= reason ?? new Error('the queue is closed');
    wanted.end(ended);
    bell.ring();
  };
  const stop = () => end(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });

  const rounds = async () => {
    while (ended === undefined) {
      const enqueued = await wanted.enqueue();
      const collected = await wanted.collect();
      await watch.round();
      if (enqueued + collected > 0) continue;
      await bell.wait(look);
      await pause(gather);
    }
  };
  const running = rounds().catch(end);

  const ask = (chunk: Chunk, check: AnswerCheck): Promise<Answer> => {
    if (ended !== undefined) return Promise.reject(ended);
    const answer = wanted.add(writeChunk(chunk), check);
    bell.ring();
    return answer;
  };
  let checked: { readonly plan: SweepPlan; readonly check: RecordCheck } | undefined;
  const checkOf = (plan: SweepPlan, part: SweepPart): AnswerCheck => {
    if (checked?.plan !== plan) checked = { plan, check: recordCheck(definition, plan) };
    const { check } = checked;
    return ({ numbers, pathSteps }) => {
      check(part.cells, numbers, 'final');
      const paths = part.cells.reduce((sum, _, i) => sum + numbers[i * plan.recordSize], 0);
      const most = mostPathsEach * paths * plan.steps;
      if (pathSteps > most) throw messageFault('answer', `it says ${pathSteps} path-steps, and ${most} are the most`);
    };
  };
  const close = async () => {
    end(undefined);
    signal?.removeEventListener('abort', stop);
    // a round may wait for a server that is away
    await Promise.race([running.then(claim.release), pause(2_000, undefined, { ref: false })]).catch(() => {});
    connection.close();
  };
  return {
    name,
    trial: async (trial) => (await ask({ kind: 'trial', order: order.id, trial }, checkTrial)).numbers,
    async cells(plan, part) {
      const { numbers, ...answer } = await ask({ kind: 'cells', order: order.id, plan, part }, checkOf(plan, part));
      return { records: numbers, pathSteps: answer.pathSteps, answer };
    },
    status: watch.status,
    async finish() {
      end(undefined);
      await running;
      // what another collector has taken over is not cleared away
      await claim.renew();
      await redis.hdel(sweepsKey, name);
      await queue.obliterate({ force: true });
      await redis.del(orderKey(order.id));
      await watch.finish();
      await close();
    },
    close,
  };
}

function announcementOf({ id, order }: WrittenOrder, { game, metric }: SweepDefinition): Omit<Announcement, 'seen'> {
  return {
    order: id,
    version: order.version,
    bits: order.bits,
    game: game.name,
    metric,
    collector: `${hostname()} process ${process.pid}`,
  };
}
