import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGame, readGame } from '@trilogue/core';
import type { FinishedManifest } from '@trilogue/results';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { SweepDocument } from '../../src/sweep/document.js';
import { scratch, trilogue, trilogueJson } from '../trilogue.js';

const folder = scratch();
const grid = ['--x', 'tau=0.3:0.7:5', '--y', 'p=0:2:3'];
const metric = ['--metric', 'P(share,share,coordinate)'];
const wasm = ['--backend', 'wasm', '--paths', '500'];

/** Runs a sweep into a folder of its own. */
function sweep(out: string, ...more: string[]): Promise<SweepDocument> {
  return trilogueJson<SweepDocument>(
    ['sweep', 'data-sharing', ...grid, ...metric, ...wasm, '--out', out, ...more],
    folder,
  );
}

const bytes = (out: string, name: string) => readFileSync(join(folder, out, name));
const manifest = (out: string) => JSON.parse(bytes(out, 'manifest.json').toString()) as FinishedManifest;

describe('trilogue sweep', () => {
  it('writes cells, pictures and a manifest, and prints one JSON document', async () => {
    const document = await sweep('whole');
    expect(document).toMatchObject({
      out: 'whole',
      metric: metric[1],
      backend: 'wasm',
      reused: false,
      resumedCells: 0,
    });
    expect(document.x).toEqual([0.3, 0.4, 0.5, 0.6, 0.7].map((value) => expect.closeTo(value, 12)));
    expect(document.y).toEqual([0, 1, 2]);
    expect(readdirSync(join(folder, 'whole')).sort()).toEqual(
      ['cells.csv', 'cells.parquet', 'heatmap.png', 'heatmap.svg', 'manifest.json', 'records'].sort(),
    );

    const rows = await parquetReadObjects({ file: new Uint8Array(bytes('whole', 'cells.parquet')).buffer });
    const flat = document.y!.flatMap((p, j) =>
      document.x.map((tau, i) => ({
        ...{ tau, p, value: document.values[j]![i], low: document.low[j]![i], high: document.high[j]![i] },
        ...{ bias: null, paths: 500n },
      })),
    );
    expect(rows).toEqual(flat);
    const lines = flat.map((row) => Object.values(row).join(','));
    expect(bytes('whole', 'cells.csv').toString()).toBe(`tau,p,value,low,high,bias,paths\n${lines.join('\n')}\n`);

    // more trust, more sharing: from the lowest to the highest by far more than five standard errors, 5 * 0.5 / sqrt(500)
    for (const row of document.values) expect(row[4]! - row[0]!).toBeGreaterThan(0.12);
  });

  it('draws a picture of the size that it says', () => {
    const svg = bytes('whole', 'heatmap.svg').toString();
    const [, width, height] = /<svg[^>]* width="(\d+)"\s*height="(\d+)"/.exec(svg)!.map(Number);
    expect(width).toBeGreaterThan(500);
    const png = bytes('whole', 'heatmap.png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);
    expect(svg).toContain('Trust between the departments (tau)');
    expect(svg).toContain('500 paths a cell to time 20');
  });

  it('leaves a manifest from which the same bits can be made again', async () => {
    const { recipe, ran, versions, files, times } = manifest('whole');
    expect(recipe).toMatchObject({ seed: 'trilogue', paths: 500, horizon: 20, backend: 'wasm' });
    expect(recipe).toMatchObject({ tolerance: null, dt: null, scheme: null });
    expect(recipe.game.sha256).toBe(createHash('sha256').update(recipe.game.text).digest('hex'));
    expect(readGame(recipe.game.text).parameters).toEqual(bundledGame('data-sharing').parameters);
    expect(ran).toMatchObject({
      scheme: 'weak-euler',
      paths: 500,
      dt: 0.1,
      steps: 200,
      cells: 15,
      parameters: { tau: 0.5 },
    });
    expect(times.device).toContain('WebAssembly');
    expect(Object.keys(versions)).toEqual(['trilogue', 'core', 'random', 'engine', 'charts', 'node']);
    expect(times.performance.steps).toBe(15 * 500 * 200);
    for (const [name, hash] of Object.entries(files)) {
      expect(createHash('sha256').update(bytes('whole', name)).digest('hex')).toBe(hash);
    }

    writeFileSync(join(folder, 'again.game.yaml'), recipe.game.text);
    await trilogueJson(
      ['sweep', 'again.game.yaml', ...grid, ...metric, ...wasm, '--dt', `${ran.dt}`, '--out', 'again'],
      folder,
    );
    expect(bytes('again', 'cells.parquet')).toEqual(bytes('whole', 'cells.parquet'));
  });

  it('gives the same bytes with one thread and with two, and other ones with another seed', async () => {
    await sweep('one', '--threads', '1');
    await sweep('two', '--threads', '2');
    await sweep('other', '--seed', 'another');
    for (const name of ['cells.csv', 'cells.parquet', 'heatmap.svg', 'heatmap.png']) {
      expect(bytes('two', name)).toEqual(bytes('one', name));
      expect(bytes('other', name)).not.toEqual(bytes('one', name));
    }
  });

  it('says that a folder holds the sweep already, and draws its pictures again without computing', async () => {
    const before = manifest('whole');
    const csv = bytes('whole', 'cells.csv');
    rmSync(join(folder, 'whole/heatmap.png'));
    const args = ['sweep', 'data-sharing', ...grid, ...metric, ...wasm, '--out', 'whole'];
    const { code, stdout } = await trilogue(args, folder);
    expect(code).toBe(0);
    expect(stdout).toContain('drawn anew');
    expect(stdout).toMatch(
      /^accuracy +95% intervals of at most ±0\.04\d; the bias of the step is not estimated \(--tol/m,
    );
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(existsSync(join(folder, 'whole/heatmap.png'))).toBe(true);
    expect(manifest('whole')).toEqual(before);
    expect(bytes('whole', 'cells.csv')).toEqual(csv);
    const { values, reused, performance } = await sweep('whole');
    expect({ reused, performance }).toEqual({ reused: true, performance: before.times.performance });
    expect(values[1]).toEqual(
      csv
        .toString()
        .split('\n')
        .slice(6, 11)
        .map((line) => Number(line.split(',')[2])),
    );
  });

  it('writes again what somebody has edited, from the records that are there', async () => {
    const csv = bytes('one', 'cells.csv');
    writeFileSync(join(folder, 'one/cells.csv'), csv.toString().replace('tau', 'TAU'));
    expect(await sweep('one')).toMatchObject({ reused: true });
    expect(bytes('one', 'cells.csv')).toEqual(csv);
  });

  it('refuses a folder that holds another sweep, names what differs, and leaves it alone', async () => {
    const before = statSync(join(folder, 'two/manifest.json')).mtimeMs;
    const args = ['sweep', 'data-sharing', ...grid, ...metric, '--backend', 'cpu', '--paths', '400', '--out', 'two'];
    const { code, stderr, stdout } = await trilogue(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--paths: 500 there, 400 asked for');
    expect(stderr).toContain('--backend: wasm there, cpu asked for');
    expect(stderr).not.toContain('--metric');
    expect(statSync(join(folder, 'two/manifest.json')).mtimeMs).toBe(before);
  });

  it('gives each cell random numbers of its own on request', async () => {
    await sweep('independent', '--independent');
    expect(manifest('independent').recipe.independent).toBe(true);
    expect(bytes('independent', 'cells.csv')).not.toEqual(bytes('two', 'cells.csv'));
  });

  it('draws a curve for one axis, which may be an initial share', async () => {
    const args = ['sweep', 'data-sharing', '--x', 'initial.A=0.1:0.9:5', '--metric', 'mean(A.share)', ...wasm];
    const document = await trilogueJson<SweepDocument>([...args, '--out', 'line'], folder);
    expect(document).toMatchObject({ y: null, yName: null, xName: 'initial.A' });
    expect(document.values).toHaveLength(1);
    expect(document.values[0]).toHaveLength(5);
    expect(readdirSync(join(folder, 'line'))).toEqual(expect.arrayContaining(['curve.svg', 'curve.png']));
    expect(bytes('line', 'cells.csv').toString()).toMatch(/^initial\.A,value,low,high,bias,paths\n0\.1,/);
  });

  it('keeps cells without a value: nobody gets there without trust', async () => {
    const args = ['sweep', 'data-sharing', '--x', 'tau=0:1:3', '--metric', 'T(share,share,coordinate)', ...wasm];
    const document = await trilogueJson<SweepDocument>([...args, '--out', 'time'], folder);
    expect(document.values[0]).toEqual([null, expect.any(Number), expect.any(Number)]);
    expect(bytes('time', 'cells.csv').toString().split('\n')[1]).toBe('0,,,,,500');
    const { stdout } = await trilogue([...args, '--out', 'time'], folder);
    expect(stdout).toContain('1 without a value');
  });

  it('leaves cells at which the game is not defined empty, with a count and the reason, and computes the others', async () => {
    const text =
      'game: div\nhorizon: 4\nagainst: self\nplayers:\n  a: { strategies: [x, y] }\nparameters:\n  k: { value: 2 }\npayoffs:\n  a: { x: "1/k", y: "(k + 0.5)^0.88" }\nnoise: { kind: replicator, sigma: { a: 3 } }\n';
    writeFileSync(join(folder, 'div.game.yaml'), text);
    const args = ['sweep', 'div.game.yaml', '--x', 'k=-1:1:5', '--metric', 'mean(a.x)', '--paths', '64', '--dt', '0.5'];
    const document = await trilogueJson<SweepDocument>([...args, '--out', 'div', '--backend', 'wasm'], folder);
    expect(document.impossible.map(({ cell }) => cell)).toEqual([0, 2]);
    expect(document.impossible[1]!.reason).toMatch(/^k = 0: .*1 \/ 0 = Infinity/);
    expect(document.values[0]!.map((value) => value === null)).toEqual([true, false, true, false, false]);
    const { code, stdout } = await trilogue([...args, '--out', 'div', '--backend', 'wasm'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^not defined +at 2 cells, which are left empty: k = -1: .*-0\.5 \^ 0\.88 = NaN/m);
    // large steps of strong noise leave the range: as simulate says it
    expect(document.boundaryHits).toBeGreaterThan(0);
    expect(stdout).toMatch(/^put back +.*steps that left the range 0 to 1 of a share$/m);
  });

  describe('within a tolerance', () => {
    const within = ['sweep', 'data-sharing', ...grid, ...metric, '--backend', 'wasm'];

    it('keeps it in every cell, bias included, with paths where the variance is', async () => {
      const document = await trilogueJson<SweepDocument>(
        [...within, '--tolerance', '0.03', '--threads', '1', '--out', 'tight'],
        folder,
      );
      expect(document).toMatchObject({
        tolerance: 0.03,
        scheme: 'logit-weak-2',
        accuracy: { outside: 0, worst: null },
      });
      const paths = document.cellPaths.flat();
      expect(document.paths).toBe(Math.max(...paths));
      // certain cells beside cells that chance decides: from 0.03 half-width at p = 0.5, some 1,000 paths at the least
      expect(Math.min(...paths)).toBeLessThan(Math.max(...paths) / 1.5);
      for (const [j, row] of document.values.entries()) {
        for (const [i, value] of row.entries()) {
          const [low, high, bias] = [document.low, document.high, document.bias].map((rows) => rows[j]![i]!);
          expect(Math.max(high! - value!, value! - low!) + bias!).toBeLessThanOrEqual(0.03 + 1e-9);
        }
      }
      const [header, first] = bytes('tight', 'cells.csv').toString().split('\n');
      expect(header).toBe('tau,p,value,low,high,bias,paths');
      expect(first!.split(',').slice(2).map(Number)).toEqual(
        [document.values, document.low, document.high, document.bias, document.cellPaths].map((rows) => rows[0]![0]),
      );
    });

    it('gives the same bytes with one thread and with two', async () => {
      await trilogueJson([...within, '--tolerance', '0.03', '--threads', '2', '--out', 'two-threads'], folder);
      for (const name of ['cells.csv', 'cells.parquet', 'heatmap.svg', 'heatmap.png']) {
        expect(bytes('two-threads', name)).toEqual(bytes('tight', name));
      }
    });

    it('of 0.01 is the default, and in ten lines at most', async () => {
      const { stdout } = await trilogue([...within, '--out', 'default'], folder);
      expect(manifest('default').recipe).toMatchObject({ tolerance: 0.01, paths: null, dt: null });
      expect(stdout).toMatch(/^cells +15 of \d+ to [\d,]+ paths each$/m);
      expect(stdout).toMatch(
        /^accuracy +every cell within 0\.01 at 95%: paths ±0\.00\d+, bias of the step 0\.00\d+ at most$/m,
      );
      expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
      const svg = bytes('default', 'heatmap.svg').toString();
      expect(svg).toMatch(/\d+ to [\d,]+ paths a cell to time 20, tolerance 0\.01, logit-weak-2/);
    });

    it('that cannot be kept says where', async () => {
      // a quantile between two outcomes jumps from one to the other, however many paths there are
      const args = ['sweep', 'data-sharing', '--x', 'tau=0:0.5:2', '--metric', 'quantile(A.share,0.486)'];
      const run = [...args, '--tolerance', '0.4', '--backend', 'wasm', '--out', 'jump'];
      const { code, stdout } = await trilogue(run, folder);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^accuracy +WARNING: not within 0\.4 in 1 of 2 cells; worst at tau = 0\.5: paths ±1, bias/m,
      );
      const { accuracy, reused } = await trilogueJson<SweepDocument>(run, folder);
      expect(reused).toBe(true);
      expect(accuracy).toMatchObject({ wanted: 0.4, outside: 1, worst: { x: 0.5, y: null } });
      expect(bytes('jump', 'curve.svg').toString()).toContain('tolerance 0.4 (not kept everywhere)');
    });

    it('counts times in parts of the horizon', async () => {
      const args = ['sweep', 'data-sharing', '--x', 'tau=0.5:1:2', '--metric', 'T(share,share,coordinate)'];
      const { stdout } = await trilogue([...args, '--tolerance', '0.02', '--backend', 'wasm', '--out', 'when'], folder);
      expect(stdout).toMatch(/^accuracy +every cell within 0\.4 at 95%/m);
    });
  });
});
