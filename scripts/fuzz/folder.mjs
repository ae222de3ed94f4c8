/** What strangers may put into a result folder: files of records near to what is right, most of them with a checksum that fits. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { chunkOf } from '../../apps/cli/dist/sweep/store/chunk.js';
import { encode } from '../../apps/cli/dist/sweep/store/container.js';
import { edited, edits } from './edits.mjs';

const header = {
  ...{ kind: 'cells', base: 'b'.repeat(64), sweep: 's'.repeat(64) },
  ...{ x: { name: 'tau', from: 0, to: 1, count: 9 }, y: { name: 'p', from: 0, to: 2, count: 7 } },
  plan: {
    ...{ cells: 63, tolerance: null, paths: 40, scheme: 'weak-euler', dt: 0.1, steps: 200 },
    ...{ recordSize: 3, rate: 1, sigma: 1, trialSteps: 0 },
  },
  runs: [
    [0, 3],
    [7, 1],
  ],
  gone: [2],
};
const numbers = Float64Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 40 : i));
const content = (/** @type {unknown} */ of) => encode({ header: of, numbers }).slice(0, -32);
const sealed = (/** @type {Uint8Array} */ bytes) => Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);

/** Bytes as text of one character each, as the generators of all targets make text. */
const asText = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('latin1');

const changedHeader = edits.map((list) => sealed(content(JSON.parse(list.reduce(edited, JSON.stringify(header))))));
const changedBytes = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }), fc.nat({ max: 60 }), fc.boolean())
  .map(([changes, cut, seal]) => {
    const bytes = Uint8Array.from(content(header));
    for (const [place, value] of changes) bytes[place % bytes.length] = value;
    const rest = bytes.subarray(0, bytes.length - (cut > 40 ? cut : 0));
    return seal ? sealed(rest) : rest;
  });

/** @type {readonly import('./targets.mjs').Target[]} */
export const folderTargets = [
  {
    name: 'records of a folder',
    texts: fc.oneof(changedHeader, changedBytes, fc.uint8Array({ maxLength: 120 })).map(asText),
    law(text) {
      const chunk = chunkOf(Buffer.from(text, 'latin1'));
      if (typeof chunk === 'string') {
        if (chunk.length === 0) throw new Error('refused without a word');
        return;
      }
      const { cells, records } = chunk;
      if (records.length !== cells.length * chunk.header.plan.recordSize) throw new Error('records do not fit');
      if (cells.some((cell, i) => !Number.isInteger(cell) || cell < 0 || (i > 0 && cell <= cells[i - 1]))) {
        throw new Error('cells that do not ascend');
      }
    },
  },
];
