/** `trilogue verify`: what is right passes, and whatever a stranger changes is found where it is looked at. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chunk, chunkOf, seal, type Verification } from '@trilogue/results';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Json, scratch, trilogue } from '../trilogue.js';

const folder = scratch();
const small = ['--backend', 'wasm', '--threads', '1'];
const sweep = ['sweep', 'data-sharing', '--x', 'tau=0:1:6', '--metric', 'P(share,share,coordinate)', ...small];
const jobs: Readonly<Record<string, readonly string[]>> = {
  given: [...sweep, '--paths', '64', '--dt', '0.1'],
  within: [...sweep, '--tolerance', '0.1'],
  part: [...sweep, '--paths', '64', '--dt', '0.1', '--part', '1/2'],
  study: [
    ...['sensitivity', 'data-sharing', '--factors', 'tau,p', '--method', 'morris', '--samples', '64'],
    ...['--paths', '2048', '--independent', ...small],
  ],
};

beforeAll(async () => {
  for (const [name, job] of Object.entries(jobs)) {
    expect(await trilogue([...job, '--out', join(folder, name)])).toMatchObject({ code: 0 });
  }
}, 120_000);

let copies = 0;
function copyOf(name: string): string {
  const out = join(folder, `${name}-${++copies}`);
  cpSync(join(folder, name), out, { recursive: true });
  return out;
}

async function verify(out: string, part = '100%'): Promise<Verification & { code: number | null }> {
  const { code, stdout, stderr } = await trilogue(['verify', out, '--recompute', part, '--json', '--threads', '1']);
  expect(stderr).toMatch(code === 0 ? /^$/ : /^".*" is not what its recipe gives: /);
  return { code, ...JSON.parse(stdout) };
}

function changeChunk(out: string, change: (records: Float64Array, size: number) => void): void {
  const file = join(out, 'records', '000001.bin');
  const { header, records } = chunkOf(readFileSync(file)) as Chunk;
  change(records, header.plan.recordSize);
  writeFileSync(file, seal({ header, numbers: records }));
}

function changeJson(file: string, change: (content: Json) => void): void {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, JSON.stringify(content));
}

describe('a folder that nobody has changed', () => {
  it.each(Object.keys(jobs))('is right in all: %s', async (name) => {
    const found = await verify(join(folder, name));
    expect(found).toMatchObject({ code: 0, wrong: [], sample: { differing: 0, missed: 0 } });
    expect(found.sample.recomputed).toBe(found.there);
    expect(found.there).toBe(found.wanted);
    expect(found.right.length).toBeGreaterThan(1);
  });

  it('is looked at in part, and says how much may be missed', async () => {
    const { stdout, code } = await trilogue(['verify', join(folder, 'given'), '--recompute', '30%', '--seed', 'a']);
    expect(code).toBe(0);
    expect(stdout).toContain('2 of 6 cells, the same bits in all (chosen by --seed a)');
    expect(stdout).toContain('changes in up to 78% of the cells');
  });

  it('is nothing where it is another folder', async () => {
    expect(await trilogue(['verify', folder])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no result'),
    });
    expect(await trilogue(['verify', join(folder, 'nowhere')])).toMatchObject({ code: 2 });
  });
});

describe('what a stranger has changed, with checksums that fit, is found: in a sweep', () => {
  const cases: [string, string, (out: string) => void, RegExp][] = [
    [
      'two cells that were exchanged',
      'given',
      (out) =>
        changeChunk(out, (records, size) => {
          const first = records.slice(0, size);
          records.copyWithin(0, 5 * size, 6 * size);
          records.set(first, 5 * size);
        }),
      /^records: cell [05] \(tau = [01]\) has other numbers than its recipe gives$/,
    ],
    ['one count', 'part', (out) => changeChunk(out, (records) => void records[1]!++), /^records: cell 0 \(tau = 0\)/],
    [
      'an impossible count',
      'given',
      (out) =>
        changeChunk(out, (records) => {
          records[1] = 5e297;
        }),
      /^chunk 1 of the records cannot be used: the record of cell 0 has 5e\+297/,
    ],
    [
      'the table',
      'given',
      (out) =>
        writeFileSync(join(out, 'cells.csv'), readFileSync(join(out, 'cells.csv'), 'utf8').replace('0.2', '0.3')),
      /^cells.csv: it is not what the records give$/,
    ],
    [
      'what the manifest says of the run',
      'given',
      (out) =>
        changeJson(join(out, 'manifest.json'), ({ ran }) => {
          ran.dt = 1e-6;
        }),
      /^manifest.json: what it says of the run/,
    ],
    [
      'a plan and the records with it',
      'within',
      (out) => {
        const longer = (plan: Json) => Object.assign(plan, { dt: 2 * plan.dt, steps: plan.steps / 2 });
        for (const name of ['plan.bin', '000001.bin']) {
          const file = join(out, 'records', name);
          const bytes = readFileSync(file);
          const length = bytes.readUInt32LE(8);
          const header = JSON.parse(bytes.subarray(16, 16 + length).toString());
          longer(header.plan);
          const numbers = name === 'plan.bin' ? new Float64Array(6).fill(1e-3) : (chunkOf(bytes) as Chunk).records;
          writeFileSync(file, seal({ header, numbers }));
        }
      },
      /^records\/plan.bin: .* is .*, and trial paths give /,
    ],
    [
      'a missing plan',
      'within',
      (out) => rmSync(join(out, 'records', 'plan.bin')),
      /^records\/plan.bin: it is missing$/,
    ],
  ];
  it.each(cases)('%s', async (_, name, change, words) => {
    const out = copyOf(name);
    change(out);
    const { code, wrong } = await verify(out);
    expect({ code, wrong }).toEqual({ code: 1, wrong: expect.arrayContaining([expect.stringMatching(words)]) });
  });
});

describe('what a stranger has changed, with hashes that fit, is found: in an analysis', () => {
  it('an output, the step, and a table', async () => {
    const { createHash } = await import('node:crypto');
    const out = copyOf('study');
    const csv = join(out, 'outputs.csv');
    writeFileSync(csv, readFileSync(csv, 'utf8').replace(/\n0\.\d\d/, '\n0.11'));
    changeJson(join(out, 'manifest.json'), (manifest) => {
      manifest.files['outputs.csv'] = createHash('sha256').update(readFileSync(csv)).digest('hex');
    });
    const { wrong } = await verify(out);
    expect(wrong).toEqual(
      expect.arrayContaining([
        'indices.csv: it is not what the outputs give',
        'result.json: it is not what the outputs give',
        expect.stringMatching(/^runs 0 to \d+: other numbers than the recipe gives$/),
      ]),
    );
    const other = copyOf('study');
    changeJson(join(other, 'manifest.json'), ({ step }) => {
      step.dt *= 2;
    });
    expect((await verify(other)).wrong[0]).toMatch(/^manifest.json: the step is /);
  });
});
