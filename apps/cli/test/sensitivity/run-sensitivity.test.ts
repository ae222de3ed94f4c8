/**
 * An analysis that is stopped goes on to the bytes of an uninterrupted one; a folder of something else is refused.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGame, fieldShape } from '@trilogue/core';
import { accurateScheme } from '@trilogue/engine';
import { gameRecord, openProgress, ResultError, studyKey } from '@trilogue/results';
import { batchRows } from '@trilogue/study';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../src/errors/kinds.js';
import type { WantedStudy } from '../../src/sensitivity/folder.js';
import { runSensitivity, type StudyJob } from '../../src/sensitivity/run-sensitivity.js';
import { versions } from '../../src/versions.js';
import { type Json, scratch } from '../trilogue.js';

const game = bundledGame('data-sharing');
const { core, random, engine } = versions();
const wanted: WantedStudy = {
  ...{ game: gameRecord(game), method: 'sobol', metric: 'P(share,share,coordinate)' },
  factors: [
    { name: 'tau', range: [0.3, 0.7], group: 'people' },
    { name: 'w', range: [0, 1.5], group: 'money' },
    { name: 'p', range: [0, 2], group: 'money' },
  ],
  ...{
    samples: 16,
    paths: 20_000,
    dt: 0.5,
    scheme: accurateScheme(fieldShape(game)),
    scenario: null,
    set: {},
    seed: 'x',
  },
  ...{ horizon: 20, delta: 0.05, independent: false, backend: 'wasm', versions: { core, random, engine } },
};
/** Factors, one group of two factors, A and B; the other group is its one factor. */
const runs = 16 * (3 + 1 + 2);

function terminal(signal: AbortSignal) {
  const notes: string[] = [];
  const warnings: string[] = [];
  const note = (text: string) => void notes.push(text);
  const warn = (text: string) => void warnings.push(text);
  return { signal, notes, warnings, print() {}, write: async () => {}, warn, note };
}
const free = () => terminal(new AbortController().signal);
const job = (out: string, change: Partial<WantedStudy> = {}): StudyJob => ({
  ...{ game, wanted: { ...wanted, ...change }, out, threads: 2 },
});

describe('an analysis into a folder', () => {
  const folder = scratch();

  it('that was killed goes on to the same bytes', async () => {
    const [cut, whole] = ['cut', 'whole'].map((name) => join(folder, name)) as [string, string];
    const own = { independent: true };
    const complete = await runSensitivity(job(whole, own), free());
    // the folder as it is with the second of two batches, and a file that is damaged
    const rows = batchRows({ paths: 20_000, dt: 1, horizon: 40 });
    const [, ...lines] = readFileSync(join(whole, 'outputs.csv'), 'utf8').trimEnd().split('\n');
    const outputs = lines.map((line) => line.split(',').map(Number));
    const kept = [1].map((batch) => {
      const part = outputs.slice(batch * rows, (batch + 1) * rows);
      return [batch, ...part.map(([value]) => value), ...part.map(([, variance]) => variance)];
    });
    expect(outputs.length).toBeGreaterThan(rows);
    mkdirSync(cut);
    const manifest = JSON.parse(readFileSync(join(whole, 'manifest.json'), 'utf8'));
    const key = studyKey(manifest.recipe, manifest.step);
    const progress = await openProgress(cut, key, 0, (error) => expect.fail(`${error}`));
    for (const [batch, ...numbers] of kept) progress.add(batch!, Float64Array.from(numbers as number[]));
    await progress.close();
    writeFileSync(join(cut, 'progress', '000002.bin'), 'trilogue');
    writeFileSync(join(cut, 'manifest.json'), JSON.stringify({ ...manifest, files: null }));

    const second = free();
    const resumed = await runSensitivity(job(cut, own), second);
    const there = runs - rows;
    expect(second.warnings).toEqual([
      'file 2 of the progress cannot be used: it is no file of trilogue. Its runs are computed again.',
    ]);
    expect(second.notes).toEqual([`${there} of ${runs} runs are there already; going on`]);
    expect({ ...resumed, document: null }).toMatchObject({
      resumedRuns: there,
      performance: { steps: rows * 20_000 * 40 },
    });
    expect(resumed.document).toEqual(complete.document);
    const names = readdirSync(whole).filter((name) => name !== 'manifest.json');
    expect(names.sort()).toEqual([
      ...['factors.png', 'factors.svg', 'groups.png', 'groups.svg', 'indices.csv', 'indices.parquet'],
      ...['outputs.csv', 'result.json', 'rows.parquet'],
    ]);
    expect(readdirSync(cut).sort()).toEqual(readdirSync(whole).sort());
    for (const name of names) expect(readFileSync(join(cut, name))).toEqual(readFileSync(join(whole, name)));
  });

  it('that is stopped says what it kept, and goes on', async () => {
    const out = join(folder, 'stopped');
    const controller = new AbortController();
    const watch = setInterval(() => existsSync(join(out, 'manifest.json')) && controller.abort(), 1);
    const stopped = runSensitivity(job(out), terminal(controller.signal)).finally(() => clearInterval(watch));
    await expect(stopped).rejects.toThrow(Stopped);
    await expect(stopped).rejects.toThrow(/\d+ of 96 runs are kept in .*; the same command goes on from there/);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).files).toBe(null);
    expect(await runSensitivity(job(out), free())).toMatchObject({ reused: false, document: { runs } });
  });

  it('that is whole is only drawn anew, and computed again where its numbers were edited', async () => {
    const out = join(folder, 'small');
    const small = { samples: 2, paths: 64 };
    const first = await runSensitivity(job(out, small), free());
    const again = await runSensitivity(job(out, { ...small, backend: 'auto' }), free());
    expect({ ...again, document: null }).toMatchObject({ reused: true, performance: first.performance });
    expect(again.document).toEqual(first.document);
    writeFileSync(join(out, 'outputs.csv'), 'value,variance\n1,0\n');
    expect(await runSensitivity(job(out, small), free())).toMatchObject({ reused: false, document: first.document });
  });

  it('whose manifest or outputs a stranger has changed is refused', async () => {
    const out = join(folder, 'changed');
    const small = { samples: 2, paths: 64 };
    await runSensitivity(job(out, small), free());
    const [manifest, outputs] = ['manifest.json', 'outputs.csv'].map((name) => readFileSync(join(out, name), 'utf8'));
    const put = (change: (manifest: Json) => void, csv = outputs!) => {
      const changed = JSON.parse(manifest!);
      change(changed);
      writeFileSync(join(out, 'manifest.json'), JSON.stringify(changed));
      writeFileSync(join(out, 'outputs.csv'), csv);
    };
    const changes: ((manifest: Json) => void)[] = [
      ({ recipe }) => {
        recipe.game.text += '# more\n';
      },
      ({ recipe }) => {
        recipe.game.title = 'another';
      },
      ({ step }) => {
        step.dt = 0.25;
      },
      ({ recipe }) => {
        recipe.factors = null;
      },
      ({ recipe }) => {
        recipe.samples = 1e308;
      },
      (found) => void delete found.times.performance,
      (found) => {
        found.files = { '../outputs.csv': 'x' };
      },
    ];
    for (const change of changes) {
      put(change);
      await expect(runSensitivity(job(out, small), free()), change.toString()).rejects.toThrow(ResultError);
    }
    const impossible = outputs!.replace(/\n[^,]+,/, '\n5,');
    put(({ files }) => {
      files['outputs.csv'] = createHash('sha256').update(impossible).digest('hex');
    }, impossible);
    await expect(runSensitivity(job(out, small), free())).rejects.toThrow('though its manifest has their hash');
  });

  it('of another analysis is refused with what differs', async () => {
    const out = join(folder, 'other');
    await runSensitivity(job(out, { samples: 2, paths: 64 }), free());
    const other = runSensitivity(
      job(out, { samples: 2, paths: 128, seed: 'y', factors: wanted.factors.slice(1) }),
      free(),
    );
    await expect(other).rejects.toThrow(
      /factors: other names.*\n {2}--seed: "x" there, "y" asked for\n {2}--paths: 64 there, 128 asked for/,
    );
    const strange = join(folder, 'other2');
    await runSensitivity(job(strange, { samples: 2, paths: 64 }), free());
    writeFileSync(join(strange, 'manifest.json'), '{"format":"trilogue sweep"}');
    await expect(runSensitivity(job(strange), free())).rejects.toThrow(/did not write \(.+\); choose another folder/);
  });

  it('names the run and its factors where the metric has no value', async () => {
    const never = { ...wanted, metric: 'T(share,share,coordinate)', samples: 2, paths: 16 };
    const lost = { ...never, factors: [{ name: 'tau', range: [0, 0.01] as const }] };
    await expect(runSensitivity({ game, wanted: lost, threads: 1 }, free())).rejects.toThrow(
      /Row \d+ \(tau = 0\.00\d+\) gave NaN/,
    );
  });
});
