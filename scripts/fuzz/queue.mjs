/**
 * What strangers may write into the Redis of a cluster: chunks and orders, near to what is right. A worker reads them as it does
 * here, before anything is computed.
 */
import { createHash } from 'node:crypto';
import { bundledGame, GameError } from '@trilogue/core';
import fc from 'fast-check';
import { ClusterError } from '../../packages/cluster/dist/errors.js';
import { readAnswer, writeAnswer } from '../../packages/cluster/dist/message/answer.js';
import { readChunk, writeChunk } from '../../packages/cluster/dist/message/chunk.js';
import { definitionOf, readOrder, writeOrder } from '../../packages/cluster/dist/message/order.js';
import { edited, edits } from './edits.mjs';

const definition = {
  ...{ game: bundledGame('data-sharing'), metric: 'P(share,share,coordinate)', seed: 'x', dt: 0.1, paths: 40 },
  ...{ x: { name: 'tau', from: 0, to: 1, count: 9 }, y: { name: 'p', from: 0, to: 2, count: 7 }, set: { kappa: 0.4 } },
};
const right = writeOrder(definition, 'wasm');
const order = right.id;
const plan = {
  ...{ cells: 63, tolerance: null, paths: 40, scheme: /** @type {const} */ ('weak-euler'), dt: 0.1, steps: 200 },
  ...{ recordSize: 3, rate: 1, sigma: 1, trialSteps: 0 },
};
const cells = /** @type {const} */ ({ kind: 'cells', order, plan, part: { cells: [0, 1, 2, 7] } });
const answers = [
  new Float64Array(12).map((_, i) => (i % 3 === 0 ? 40 : i)),
  new Float64Array(12),
  new Float64Array(3),
].map((numbers) => writeAnswer({ numbers, pathSteps: 32_000, seconds: 0.5, worker: 'someone' }));
const chunks = [
  writeChunk(cells),
  writeChunk({ kind: 'cells', order, plan, part: { cells: [3], bias: [0.1], known: new Float64Array([40, 1, 2]) } }),
  writeChunk({
    ...{ kind: 'trial', order },
    trial: { cells: [0, 5], pairs: [10, 20], scheme: 'weak-euler', dt: 0.1, rate: 1, sigma: 1, batches: 4 },
  }),
].map(({ text }) => text);

/** Text of any sort, and a right one that is cut. */
const broken = (/** @type {readonly string[]} */ texts) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.tuple(fc.constantFrom(...texts), fc.nat()).map(([text, at]) => text.slice(0, at % text.length)),
  );
const near = (/** @type {readonly string[]} */ texts) =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.constantFrom(...texts), edits).map(([text, list]) => list.reduce(edited, text)),
    },
    broken(texts),
  );

/** @type {readonly import('./targets.mjs').Target[]} */
export const queueTargets = [
  {
    name: 'chunks of a queue',
    texts: near(chunks),
    law(text) {
      const id = `c${createHash('sha256').update(text).digest('hex')}`;
      const chunk = refusedOr(() => readChunk(id, text, order));
      if (!chunk) return;
      const again = writeChunk(chunk);
      if (JSON.stringify(readChunk(again.id, again.text, order)) !== JSON.stringify(chunk)) {
        throw new Error('what was read is written as another chunk');
      }
    },
  },
  {
    name: 'answers of a queue',
    texts: near(answers),
    law(text) {
      const answer = refusedOr(() => readAnswer(text, cells));
      if (!answer) return;
      if (answer.numbers.length !== 12 || [0, 3, 6, 9].some((i) => answer.numbers[i] !== 40)) {
        throw new Error('an answer to another chunk');
      }
      if (JSON.stringify(readAnswer(writeAnswer(answer), cells)) !== JSON.stringify(answer)) {
        throw new Error('what was read is written as another answer');
      }
    },
  },
  {
    name: 'orders of a queue',
    texts: near([right.text]),
    law(text) {
      const found = refusedOr(() => definitionOf(readOrder(text)));
      if (!found) return;
      const again = writeOrder(found, 'wasm');
      if (writeOrder(definitionOf(readOrder(again.text)), 'wasm').text !== again.text) {
        throw new Error('what was read is written as another order');
      }
    },
  },
];

/**
 * @template T
 * @param {() => T} read
 * @returns {T | undefined} undefined where it was refused as a worker expects it
 */
function refusedOr(read) {
  const before = Reflect.ownKeys(Object.prototype).length;
  let found;
  try {
    found = read();
  } catch (error) {
    const expected = error instanceof GameError || (error instanceof ClusterError && error.code === 'message');
    if (!expected || error.message.length > 10_000) throw error;
  }
  if (Reflect.ownKeys(Object.prototype).length !== before) throw new Error('the prototype of all objects has changed');
  return found;
}
