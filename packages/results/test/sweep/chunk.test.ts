/** Files of records that a stranger made, with checksums that fit: read within bounds, and never taken for cells that are not there. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { bundledGame } from '@trilogue/core';
import { planSweep, recordCheck } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { seal } from '../../src/sealed/container.js';
import { numberedName } from '../../src/sealed/numbered.js';
import { chunkOf } from '../../src/sweep/chunk.js';
import { noTrial } from '../../src/sweep/planning.js';
import { readRecords } from '../../src/sweep/read-records.js';
import { scratch } from '../scratch.js';

const x = { name: 'tau', from: 0, to: 1, count: 5 };
const plan = {
  ...{ cells: 5, tolerance: null, paths: 40, scheme: 'weak-euler' as const, dt: 0.1, steps: 200 },
  ...{ recordSize: 2, rate: 1, sigma: 1, trialSteps: 0 },
};
const header = { kind: 'cells', base: 'base', sweep: 'sweep', x, y: null, plan, runs: [[3, 2]] };
const fileOf = (changes: object, records = [40, 7, 40, 8]) =>
  seal({ header: { ...header, ...changes }, numbers: Float64Array.from(records) });

describe('a file of records', () => {
  it('is read with its cells', () => {
    expect(chunkOf(fileOf({}))).toMatchObject({ cells: [3, 4], records: Float64Array.of(40, 7, 40, 8) });
  });

  it.each([
    ['no header', { kind: 'trial' }],
    ['no runs', { runs: undefined }],
    ['runs of more cells than there can be', { runs: [[0, 1e9]] }],
    [
      'runs that are the same cells',
      {
        runs: [
          [3, 1],
          [3, 1],
        ],
      },
    ],
    ['runs before the first cell', { runs: [[-1, 2]] }],
    ['an axis of a thousand million values', { x: { ...x, count: 1e9 } }],
    ['a plan without a size of records', { plan: { ...plan, recordSize: 0 } }],
    ['chunks that are gone, in words', { gone: ['1'] }],
  ])('is refused with %s', (_, changes) => {
    expect(chunkOf(fileOf(changes))).toBe('its header is not that of cells');
  });

  it('is refused with records that do not fit its cells', () => {
    expect(chunkOf(fileOf({}, [40, 7]))).toBe('its records do not fit its cells');
  });

  const definition = {
    ...{ game: bundledGame('data-sharing'), metric: 'P(share,share,coordinate)', paths: 40, dt: 0.1, x },
  };
  /** What a sweep of five cells takes from a folder with this file, and what it says is lost. */
  const taken = async (changes: object, records?: number[]) => {
    const folder = scratch();
    const { plan } = await planSweep(definition, { trial: noTrial });
    const base = [
      ...Array.from({ length: 2 }, () => 40).flatMap((paths) => [paths, ...new Array(plan.recordSize - 1).fill(0)]),
    ];
    writeFileSync(join(folder, numberedName(1)), fileOf({ plan, ...changes }, records ?? base));
    const final: number[] = [];
    const check = recordCheck(definition, plan);
    const found = await readRecords(
      { folder, base: 'base', sweep: 'sweep', x, y: null, plan, independent: false, check },
      (cells) => {
        final.push(...cells);
      },
    );
    return { final, done: [...found.done], lost: found.lost.map(({ words }) => words), size: plan.recordSize };
  };

  it('gives nothing to cells that the sweep does not have', async () => {
    expect(await taken({ runs: [[4, 2]] })).toMatchObject({ final: [4], done: [0, 0, 0, 0, 1], lost: [] });
  });

  it('gives nothing at all where one of its counts is impossible, and says which', async () => {
    const { size } = await taken({});
    const record = (paths: number, count: number) => [paths, ...new Array(size - 1).fill(count)];
    for (const [wrong, words] of [
      [record(40, 41), 'has 41 paths, where at most 40 can be'],
      [record(40, 20.5), 'has 20.5 where a count is expected'],
      [record(40, Number.NaN), 'has NaN where a count is expected'],
      [record(40, 5e297), 'has 5e+297 where a count is expected'],
      [record(39, 0), 'has 39 paths in place of 40'],
      [record(40.5, 0), 'has 40.5 paths; expected a whole number'],
    ] as const) {
      expect(await taken({}, [...record(40, 0), ...wrong])).toMatchObject({
        final: [],
        done: [0, 0, 0, 0, 0],
        lost: [`chunk 1 of the records cannot be used: the record of cell 4 ${words}`],
      });
    }
  });

  it('gives nothing where it is of the same sweep by another step', async () => {
    const { plan } = await planSweep(definition, { trial: noTrial });
    expect(await taken({ plan: { ...plan, dt: 0.2 } })).toMatchObject({
      final: [],
      lost: [expect.stringContaining('it is of this sweep by another plan')],
    });
  });

  it('is not unpacked where its header does not ask for so much', () => {
    const bomb = (count: number, changes: object) => {
      const text = Buffer.from(JSON.stringify({ ...header, ...changes }));
      const sizes = Buffer.alloc(8);
      sizes.writeUInt32LE(text.length, 0);
      sizes.writeUInt32LE(count, 4);
      const packed = deflateSync(Buffer.alloc(2 ** 25), { level: 9 });
      const content = Buffer.concat([Buffer.from('trilogue'), sizes, text, packed]);
      return Buffer.concat([content, createHash('sha256').update(content).digest()]);
    };
    expect(chunkOf(bomb(2 ** 28, {}))).toBe('its records do not fit its cells');
    const many = { runs: [[0, 2 ** 22]], plan: { ...plan, recordSize: 64 } };
    expect(chunkOf(bomb(2 ** 28, many))).toBe(`${2 ** 28} numbers are more than a chunk has`);
    // as many as it says and more behind them
    expect(chunkOf(bomb(4, {}))).toMatch(/larger than 32 bytes/);
  });

  it('is missing where numbers were left out, however many, and of no sweep where its number is too high', async () => {
    const folder = scratch();
    for (const number of [1, 4, 900_000])
      writeFileSync(join(folder, numberedName(number)), fileOf({ runs: [], gone: [3] }, []));
    writeFileSync(join(folder, '99999999.bin'), fileOf({}));
    const { plan } = await planSweep(definition, { trial: noTrial });
    const check = recordCheck(definition, plan);
    const found = await readRecords(
      { folder, base: 'base', sweep: 'sweep', x, y: null, plan, independent: false, check },
      () => {},
    );
    expect({ ...found, lost: found.lost.map(({ words }) => words) }).toMatchObject({
      last: 900_000,
      lost: [
        'chunk 2 of the records cannot be used: missing',
        'chunks 5 to 899999 of the records cannot be used: missing',
      ],
    });
  });
});
