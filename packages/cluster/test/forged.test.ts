/** Answers of a stranger who serves the queue: numbers that no paths give are refused, and the chunk goes to another worker. */
import { type RunningRedis, startRedis } from '@internal/testing';
import { Worker } from 'bullmq';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSweepQueue } from '../src/collect/collect.js';
import { ClusterError } from '../src/errors.js';
import { type Answer, writeAnswer } from '../src/message/answer.js';
import { type Chunk, readChunk } from '../src/message/chunk.js';
import { prefix } from '../src/redis/keys.js';
import { runParts, smallSweep } from './sweep.js';

let server: RunningRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

const definition = smallSweep({ paths: 40, x: { name: 'tau', from: 0, to: 1, count: 3 }, y: undefined });

/** Answers all chunks of a queue with what it makes of them. */
function stranger(queue: string, answer: (chunk: Chunk & { kind: 'cells' }) => Partial<Answer>): Worker {
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  const worker = new Worker<string, string>(
    queue,
    async (job) => {
      const { order } = JSON.parse(job.data) as { order: string };
      const chunk = readChunk(job.id!, job.data, order);
      if (chunk.kind !== 'cells') throw new Error('a trial');
      const numbers = new Float64Array(chunk.part.cells.length * chunk.plan.recordSize);
      for (const i of chunk.part.cells.keys()) numbers[i * chunk.plan.recordSize] = 40;
      return writeAnswer({ numbers, pathSteps: 1, seconds: 1, worker: 'evil', ...answer(chunk) });
    },
    { connection: redis, prefix },
  );
  worker.on('error', () => {});
  worker.on('closed', () => redis.disconnect());
  return worker;
}

const all = (value: number) => (chunk: Chunk & { kind: 'cells' }) => {
  const { plan, part } = chunk;
  return {
    numbers: Float64Array.from({ length: part.cells.length * plan.recordSize }, (_, i) =>
      i % plan.recordSize === 0 ? 40 : value,
    ),
  };
};

const impossible: [string, (chunk: Chunk & { kind: 'cells' }) => Partial<Answer>, string][] = [
  ['more hits than paths', all(41), 'has 41 paths, where at most 40 can be'],
  ['counts of 9e15', all(Number.MAX_SAFE_INTEGER), 'where at most 40 can be'],
  ['half counts', all(0.5), 'a record holds 0.5 where it counts'],
  ['NaN', all(Number.NaN), 'a record holds NaN where it counts'],
  ['endless work', () => ({ pathSteps: 1e15 }), 'it says 1000000000000000 path-steps'],
  ['work without a number', () => ({ pathSteps: 1e300 }), 'pathSteps'],
  ['work of ages', () => ({ seconds: 1e9 }), 'seconds'],
];

describe('an answer that no worker can have computed', () => {
  it.each(impossible)('is refused with what it holds: %s', { timeout: 30_000 }, async (_, answer, words) => {
    const queue = await openSweepQueue({ queue: server.url, definition, bits: 'wasm' });
    const worker = stranger(queue.name, answer);
    try {
      await expect(runParts(definition, queue, 3)).rejects.toThrow(words);
    } finally {
      await worker.close();
      await queue.finish();
    }
  });
});

/** TRILOGUE_FAULT_ROUNDS is the number of rounds (`npm run test:faults` makes it 300); TRILOGUE_FAULT_SEED replays their choices. */
it('answers altered at random are refused by name, or hold what paths can give', { timeout: 3_600_000 }, async () => {
  const rounds = Number(process.env.TRILOGUE_FAULT_ROUNDS ?? 8);
  const seed = Number(process.env.TRILOGUE_FAULT_SEED ?? Date.now() % 2 ** 31);
  const told = { refused: 0, possible: 0 };
  const number = fc.oneof(fc.nat({ max: 45 }), fc.double(), fc.constantFrom(40, 0, -1, 0.5, 5e297, 2 ** 53, -0));
  const answers = fc.record({
    numbers: fc.array(number, { minLength: 1, maxLength: 9 }),
    cut: fc.integer({ min: -1, max: 1 }),
    pathSteps: fc.oneof(fc.nat({ max: 10_000 }), fc.double()),
    seconds: fc.oneof(fc.nat({ max: 10 }), fc.double()),
  });
  let copies = 0;
  const round = fc.asyncProperty(answers, async ({ numbers, cut, pathSteps, seconds }) => {
    const own = smallSweep({ ...definition, seed: `${seed} ${++copies}` });
    const queue = await openSweepQueue({ queue: server.url, definition: own, bits: 'wasm' });
    const worker = stranger(queue.name, ({ plan: { recordSize: size }, part: { cells } }) => ({
      ...{ pathSteps, seconds },
      numbers: Float64Array.from({ length: Math.max(0, cells.length * size + cut) }, (_, i) =>
        i < numbers.length ? numbers[i] : i % size === 0 ? 40 : 0,
      ),
    }));
    try {
      const { records } = await runParts(own, queue, 3);
      told.possible++;
      for (const record of records) {
        expect(record.every((value) => Number.isSafeInteger(value) && value >= 0 && value <= 40)).toBe(true);
        expect(record.every((value, i) => i % 3 !== 0 || value === 40)).toBe(true);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(ClusterError);
      expect((error as Error).message).toMatch(/no worker could compute cells 0 to 2: \S/);
      told.refused++;
    } finally {
      await worker.close();
      await queue.finish();
    }
  });
  await fc.assert(round, { numRuns: rounds, seed, endOnFailure: true });
  console.log(`${rounds} altered answers, seed ${seed}: ${JSON.stringify(told)}`);
});
