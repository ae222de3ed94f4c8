/** Files of records that a stranger made, with checksums that fit: read within bounds, and never taken for cells that are not there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkName, chunkOf } from '../../../src/sweep/store/chunk.js';
import { encode } from '../../../src/sweep/store/container.js';
import { survey } from '../../../src/sweep/store/survey.js';
import { scratch } from '../../trilogue.js';

const x = { name: 'tau', from: 0, to: 1, count: 5 };
const plan = {
  ...{ cells: 5, tolerance: null, paths: 40, scheme: 'weak-euler' as const, dt: 0.1, steps: 200 },
  ...{ recordSize: 2, rate: 1, sigma: 1, trialSteps: 0 },
};
const header = { kind: 'cells', base: 'base', sweep: 'sweep', x, y: null, plan, runs: [[3, 2]] };
const fileOf = (changes: object, records = [40, 7, 40, 8]) =>
  encode({ header: { ...header, ...changes }, numbers: Float64Array.from(records) });

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

  it('gives nothing to cells that the sweep does not have', async () => {
    const folder = scratch();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, chunkName(1)), fileOf({ runs: [[4, 2]] }));
    const final: number[] = [];
    const found = await survey(
      folder,
      { base: 'base', sweep: 'sweep', x, y: null, plan, independent: false },
      (cells) => {
        final.push(...cells);
      },
    );
    expect(final).toEqual([4]);
    expect([...found.done]).toEqual([0, 0, 0, 0, 1]);
  });
});
