/**
 * Folders that a stranger has changed between two runs, with checksums that fit: what can be derived is not believed, what contradicts
 * itself is told of, and nothing is written over before that.
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chunk, chunkOf, manifestOf, ResultError, seal } from '@trilogue/results';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WantedSweep } from '../../src/sweep/folder.js';
import { runMerge } from '../../src/sweep/merge.js';
import { type Json, scratch } from '../trilogue.js';
import { listener, resultOf, run } from './in-process.js';

const folder = scratch();
const within: Partial<WantedSweep> = { tolerance: 0.05, paths: null, dt: null };
const jobs: Readonly<Record<string, Partial<WantedSweep>>> = { given: {}, within };

beforeAll(async () => {
  for (const [name, change] of Object.entries(jobs)) await run(join(folder, name), change);
  await run(join(folder, 'part'), {}, { index: 1, of: 1 });
});

let copies = 0;
function copyOf(name: string): string {
  const out = join(folder, `${name}-${++copies}`);
  cpSync(join(folder, name), out, { recursive: true });
  return out;
}

function changeManifest(out: string, change: (manifest: Json) => unknown): void {
  const file = join(out, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const changed = change(manifest);
  writeFileSync(file, JSON.stringify(changed === undefined ? manifest : changed));
}

function changeChunk(out: string, change: (chunk: Chunk) => Partial<Chunk>): void {
  const file = join(out, 'records', '000001.bin');
  const chunk = chunkOf(readFileSync(file)) as Chunk;
  const { header, records } = { ...chunk, ...change(chunk) };
  writeFileSync(file, seal({ header, numbers: records }));
}

/** The same cells, in another order. */
const reversed = ({ header, records }: Chunk) => {
  const size = header.plan.recordSize;
  const rows = Array.from({ length: records.length / size }, (_, i) => [...records.subarray(i * size, (i + 1) * size)]);
  return { records: Float64Array.from(rows.reverse().flat()) };
};

const unfinished = (manifest: Json) => ({ ...manifest, ran: null, files: null });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const all = (out: string) =>
  readdirSync(out).map((name) => [name, name === 'records' ? null : readFileSync(join(out, name), 'base64')]);

describe('a finished sweep whose records are those of other cells', () => {
  it.each(Object.keys(jobs))('is refused, and nothing in it is replaced: %s', async (name) => {
    const out = copyOf(name);
    changeChunk(out, reversed);
    const before = all(out);
    await expect(run(out, jobs[name])).rejects.toThrow(
      /its records give another cells.csv than the one that its manifest has the hash of/,
    );
    expect(all(out)).toEqual(before);
  });

  it('is refused where its hashes are of other files', async () => {
    const out = copyOf('given');
    changeManifest(out, (manifest) => {
      manifest.files['cells.csv'] = 'f'.repeat(64);
    });
    await expect(run(out)).rejects.toThrow(ResultError);
  });
});

describe('a manifest', () => {
  it('is not believed in what follows from the recipe', async () => {
    const out = copyOf('given');
    changeManifest(out, ({ ran }) => {
      Object.assign(ran, { paths: 1e9, dt: 1e-9, scheme: 'milstein', boundaryHits: -1, parameters: {} });
    });
    const { ran } = await run(out);
    expect(ran).toMatchObject({ paths: 64, dt: 0.1 });
    expect(resultOf(out)).toEqual(resultOf(join(folder, 'given')));
  });

  it('is read as it was written, and is none with a field more or less', () => {
    const text = readFileSync(join(folder, 'given', 'manifest.json'), 'utf8');
    const whole = JSON.parse(text);
    expect(manifestOf(text)).toEqual(whole);
    expect(manifestOf(JSON.stringify({ ...whole, more: 1 }))).toContain('more');
    for (const name of Object.keys(whole)) {
      expect(manifestOf(JSON.stringify({ ...whole, [name]: undefined })), name).toContain(name);
    }
  });

  const changes: Record<string, (manifest: Json) => unknown> = {
    'with another game under the old hash': ({ recipe }) => {
      recipe.game.text += '# more\n';
    },
    'with another game under its own hash': ({ recipe }) => {
      recipe.game.text = recipe.game.text.replace(/value: [\d.]+/, 'value: 0.123');
      recipe.game.sha256 = hash(recipe.game.text);
    },
    'with a device of two lines': ({ recipe }) => {
      recipe.device = 'wasm\nright  everything';
    },
    'with another title': ({ recipe }) => {
      recipe.game.title = 'Proof that all is well';
    },
    'with a game that cannot be read': ({ recipe }) => {
      recipe.game.text = 'players: [';
    },
    'without a recipe': (manifest) => ({ ...manifest, recipe: null }),
    'with an axis of endless values': ({ recipe }) => {
      recipe.x.count = 1e15;
    },
    'with an axis of half values': ({ recipe }) => {
      recipe.x.count = 6.5;
    },
    'with a backend of another name': ({ recipe }) => {
      recipe.backend = 'toString';
    },
    'with a part that cannot be': (manifest) => ({ ...manifest, part: { index: 3, of: 2 } }),
    'with times that are no times': (manifest) => ({ ...manifest, times: { started: [] } }),
    'with files that are paths': (manifest) => ({ ...manifest, files: { '/dev/zero': 'x' } }),
    'that is finished and is not': (manifest) => ({ ...manifest, files: null }),
    'that is a list': () => [],
    'that is null': () => null,
  };
  it.each(Object.keys(changes))('is refused %s', async (name) => {
    for (const kind of ['given', 'part']) {
      const out = copyOf(kind);
      changeManifest(out, changes[name]!);
      const job = kind === 'part' ? runMerge([out], `${out}-merged`, listener()) : run(out);
      await expect(job).rejects.toMatchObject({ name: expect.stringMatching(/^(Result|Usage)Error$/) });
    }
  });
});

describe('a plan with another step', () => {
  /** As a stranger would write it, whose checksum fits. */
  function changePlan(out: string, change: (plan: Json, bias: Float64Array) => void): void {
    const file = join(out, 'records', 'plan.bin');
    const bytes = readFileSync(file);
    const length = bytes.readUInt32LE(8);
    const header = JSON.parse(bytes.subarray(16, 16 + length).toString());
    const bias = new Float64Array(header.plan.cells).fill(1e-4);
    change(header.plan, bias);
    writeFileSync(file, seal({ header, numbers: bias }));
  }

  it('is not obeyed where the step was given', async () => {
    const out = copyOf('given');
    changeManifest(out, unfinished);
    const { header } = chunkOf(readFileSync(join(out, 'records', '000001.bin'))) as Chunk;
    const plan = { ...header.plan, dt: 1, steps: 5 };
    writeFileSync(
      join(out, 'records', 'plan.bin'),
      seal({ header: { kind: 'plan', sweep: header.sweep, plan }, numbers: new Float64Array(0) }),
    );
    const { ran, warnings } = await run(out);
    expect({ dt: ran.dt, warnings }).toEqual({ dt: 0.1, warnings: [] });
    expect(resultOf(out)).toEqual(resultOf(join(folder, 'given')));
  });

  it('does not fit the records, and that is said', async () => {
    const out = copyOf('within');
    changeManifest(out, unfinished);
    changePlan(out, (plan) => Object.assign(plan, { dt: 2 * plan.dt, steps: plan.steps / 2 }));
    expect((await run(out, within)).warnings[0]).toMatch(
      /of this sweep by another plan, so that one of the two was changed/,
    );
  });

  it('and bounds, sizes or cells of another sweep is made again, and that is said', async () => {
    const changes: ((plan: Json, bias: Float64Array) => void)[] = [
      (plan) => {
        plan.rate *= 2;
      },
      (plan) => {
        plan.sigma = 0;
      },
      (plan) => void plan.recordSize++,
      (plan) => {
        plan.steps *= 2;
      },
      (plan) => {
        plan.dt = -1;
      },
      (plan) => {
        plan.scheme = 'toString';
      },
      (plan) => {
        plan.tolerance = 0.5;
      },
      (_, bias) => {
        bias[0] = -1;
      },
      (_, bias) => {
        bias[0] = Number.POSITIVE_INFINITY;
      },
    ];
    for (const change of changes) {
      const out = copyOf('within');
      changeManifest(out, unfinished);
      changePlan(out, change);
      const { warnings } = await run(out, within);
      expect([change.toString(), ...warnings]).toEqual([
        change.toString(),
        expect.stringMatching(
          /^the plan of this sweep cannot be read \(.*\); it is made again, to the same numbers\.$/s,
        ),
      ]);
      expect(resultOf(out)).toEqual(resultOf(join(folder, 'within')));
    }
  });
});
