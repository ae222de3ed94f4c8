/** What strangers may put into a result folder: records, progress and manifests near to what is right, most of them with checksums that fit. */
import { createHash } from 'node:crypto';
import { bundledGame } from '@trilogue/core';
import { planSweep, recordCheck } from '@trilogue/engine';
import fc from 'fast-check';
import { gameRecord } from '../../packages/results/dist/manifest/file.js';
import { seal } from '../../packages/results/dist/sealed/container.js';
import { batchesOf } from '../../packages/results/dist/study/progress.js';
import { chunkOf } from '../../packages/results/dist/sweep/chunk.js';
import { manifestOf } from '../../packages/results/dist/sweep/manifest.js';
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
const content = (/** @type {unknown} */ of) => seal({ header: of, numbers }).slice(0, -32);
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

const study = 'd'.repeat(64);
const progress = {
  ...{ kind: 'batches', study },
  batches: [
    [0, 8],
    [3, 4],
  ],
};
const changedProgress = fc
  .tuple(edits, fc.array(fc.tuple(fc.nat({ max: 11 }), fc.double()), { maxLength: 2 }))
  .map(([list, changes]) => {
    const values = Float64Array.from({ length: 12 }, (_, i) => i / 12);
    for (const [place, value] of changes) values[place] = value;
    return seal({ header: JSON.parse(list.reduce(edited, JSON.stringify(progress))), numbers: values });
  });

const game = bundledGame('data-sharing');
const definition = {
  ...{ game, metric: 'P(share,share,coordinate)', seed: 'x', paths: 40, dt: 0.1 },
  x: { name: 'tau', from: 0, to: 1, count: 9 },
};
const { plan } = await planSweep(definition, { trial: () => Promise.reject(new Error('no trial')) });
const check = recordCheck(definition, plan);
const counts = fc.oneof(fc.nat({ max: 60 }), fc.double(), fc.constantFrom(40, 0, -1, 0.5, 2 ** 53, 5e297));

const manifest = JSON.stringify({
  ...{ format: 'trilogue sweep', formatVersion: 4 },
  recipe: {
    ...{ game: gameRecord(game), x: definition.x, y: null, metric: definition.metric, scenario: null, set: { p: 1 } },
    ...{ seed: 'x', tolerance: null, paths: 40, dt: 0.1, horizon: 20, scheme: null, delta: 0.05, independent: false },
    ...{ backend: 'wasm', device: null, versions: { core: '1', random: '1', engine: '1' } },
  },
  ...{ part: null, ran: null, files: null, times: { started: 'now' } },
  versions: { trilogue: '1', core: '1', random: '1', engine: '1', charts: '1', node: '1' },
});

// what edits start from is accepted, so that they reach beyond the first check
const isShare = (/** @type {number} */ value) => value >= 0 && value <= 1;
const start = {
  manifest: manifestOf(manifest),
  records: chunkOf(sealed(content(header))),
  progress: batchesOf(
    seal({ header: progress, numbers: Float64Array.from({ length: 12 }, (_, i) => i / 12) }),
    study,
    isShare,
  ),
};
for (const [name, found] of Object.entries(start)) {
  if (typeof found === 'string') throw new Error(`the ${name} that edits start from is refused: ${found}`);
}

/** @type {readonly import('./targets.mjs').Target[]} */
export const folderTargets = [
  {
    name: 'progress of an analysis',
    texts: fc.oneof(changedProgress, changedBytes, fc.uint8Array({ maxLength: 120 })).map(asText),
    law(text) {
      const found = batchesOf(Buffer.from(text, 'latin1'), study, isShare);
      if (typeof found === 'string') {
        if (found.length === 0) throw new Error('refused without a word');
        return;
      }
      for (const [batch, own] of found) {
        if (!Number.isSafeInteger(batch) || batch < 0 || own.length % 2 !== 0) throw new Error('no batch');
        const half = own.length / 2;
        if (!own.every((value, i) => value >= 0 && (i >= half || value <= 1) && value < Number.POSITIVE_INFINITY)) {
          throw new Error('numbers that no run gives');
        }
      }
    },
  },
  {
    name: 'counts of records',
    texts: fc
      .array(counts, { minLength: plan.recordSize, maxLength: plan.recordSize })
      .map((list) => JSON.stringify(list)),
    law(text) {
      const record = Float64Array.from(JSON.parse(text), (value) => value ?? Number.NaN);
      const isCount = record.every((value) => Number.isSafeInteger(value) && value >= 0);
      const isPossible = isCount && record[0] === plan.paths && record[1] <= record[0];
      let refused = false;
      try {
        check([3], record, 'final');
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'EngineError') throw error;
        refused = true;
      }
      if (!isPossible && !refused) throw new Error('a record that no paths give was taken');
    },
  },
  {
    name: 'manifests',
    texts: edits.map((list) => list.reduce(edited, manifest)),
    law(text) {
      const found = manifestOf(text);
      if (typeof found === 'string') {
        if (found.length === 0) throw new Error('refused without a word');
        return;
      }
      const { recipe } = found;
      if (JSON.stringify(gameRecord(game)) !== JSON.stringify(recipe.game)) throw new Error('another game was taken');
      if (!(recipe.x.count >= 1 && recipe.x.count <= 1e7)) throw new Error('an axis without end was taken');
    },
  },
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
