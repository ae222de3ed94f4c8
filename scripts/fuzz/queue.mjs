/**
 * What strangers may write into the Redis of a cluster: chunks and orders, near to what is right. A worker reads them as it does
 * here, before anything is computed.
 */
import { createHash } from 'node:crypto';
import { bundledGame, GameError } from '@trilogue/core';
import fc from 'fast-check';
import { ClusterError } from '../../packages/cluster/dist/errors.js';
import { readChunk, writeChunk } from '../../packages/cluster/dist/message/chunk.js';
import { definitionOf, readOrder, writeOrder } from '../../packages/cluster/dist/message/order.js';

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
const chunks = [
  writeChunk({ kind: 'cells', order, plan, part: { cells: [0, 1, 2, 7] } }),
  writeChunk({ kind: 'cells', order, plan, part: { cells: [3], bias: [0.1], known: new Float64Array([40, 1, 2]) } }),
  writeChunk({
    ...{ kind: 'trial', order },
    trial: { cells: [0, 5], pairs: [10, 20], scheme: 'weak-euler', dt: 0.1, rate: 1, sigma: 1, batches: 4 },
  }),
].map(({ text }) => text);

const hostile = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    'x',
    -1,
    0,
    -0,
    0.5,
    1e308,
    5e-324,
    2 ** 31,
    2 ** 53,
    65_537,
    'wasm',
    'cells',
    'trial',
  ),
  fc.constantFrom(
    [],
    {},
    [[0, 65_536]],
    [
      [0, 1],
      [0, 1],
    ],
    [[9_999_999, 2]],
    ['__proto__'],
    { toString: 1 },
  ),
  fc.constantFrom('A'.repeat(4_000), '//////8=', '='.repeat(9), '\ud800', '\u0000', 'f'.repeat(64), order),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'kind', 'order', 'more', '0', 'length');

/**
 * A text with one of its values replaced or removed, or with one more key.
 *
 * @param {string} text
 * @param {readonly [place: number, kind: string, value: unknown, key: string]} edit
 */
function changed(text, [place, kind, value, key]) {
  const whole = JSON.parse(text);
  /** @type {[holder: any, key: string][]} */
  const places = [];
  const walk = (/** @type {any} */ holder) => {
    for (const name of Object.keys(holder)) {
      places.push([holder, name]);
      if (typeof holder[name] === 'object' && holder[name] !== null) walk(holder[name]);
    }
  };
  walk(whole);
  if (places.length === 0) return text;
  const [holder, name] = places[place % places.length] ?? [whole, ''];
  if (kind === 'remove') delete holder[name];
  else if (kind === 'replace') holder[name] = value;
  else if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(whole);
}

const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('remove', 'replace', 'replace', 'add'), hostile, keys), {
  maxLength: 4,
});
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
      arbitrary: fc.tuple(fc.constantFrom(...texts), edits).map(([text, list]) => list.reduce(changed, text)),
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
