import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logisticShare } from '@internal/problems';
import { describe, expect, it } from 'vitest';
import { scratch, trilogue, trilogueJson } from '../trilogue.js';

const folder = scratch();
const growth = join(folder, 'growth.game.yaml');
writeFileSync(
  growth,
  `game: growth
players: { P: { strategies: [a, b] } }
against: self
parameters: { k: 1 }
payoffs: { P: { a: k, b: 0 } }
noise: { kind: none }
initial: { P: 0.1 }
horizon: 8
`,
);

interface Document {
  readonly show: string;
  readonly times: readonly number[];
  readonly shares: readonly string[];
  readonly levels: readonly string[];
  readonly curves: readonly (readonly { readonly values: readonly number[]; readonly low?: readonly number[] }[])[];
}

describe('trilogue figure evolution', () => {
  it('draws a curve for each value, and writes its numbers, which are those of the equation', async () => {
    const out = join(folder, 'growth.svg');
    const found = await trilogueJson<Document>(['figure', 'evolution', growth, '--values', 'k=0.5, 1,2', '--out', out]);
    expect(found).toMatchObject({ show: 'line', shares: ['P.a'], levels: ['k = 0.5', 'k = 1', 'k = 2'] });
    for (const [level, k] of [0.5, 1, 2].entries()) {
      for (const [i, time] of found.times.entries()) {
        expect(found.curves[0]![level]!.values[i]!).toBeCloseTo(logisticShare(k, 0.1, time), 8);
      }
    }
    const svg = readFileSync(out, 'utf8');
    for (const words of ['P.a', 'k = 0.5', 'k = 1', 'k = 2', 'Shares over time without noise'])
      expect(svg).toContain(words);
    const rows = readFileSync(join(folder, 'growth.csv'), 'utf8').trim().split('\n');
    expect(rows[0]).toBe('time,P.a at k = 0.5,P.a at k = 1,P.a at k = 2');
    expect(rows).toHaveLength(402);
    expect(rows.at(-1)!.split(',').map(Number)[2]).toBeCloseTo(logisticShare(1, 0.1, 8), 8);
  });

  it.each([
    ['hawk-dove-asymmetric', 2, []],
    ['data-sharing', 3, ['--values', 'sigma_A=0.2,0.8']],
    ['rock-paper-scissors', 2, []],
  ])('of %s under noise has means of the paths, a band where it is alone, and a PNG', async (game, panels, more) => {
    const out = join(folder, `${game}.png`);
    const words = [
      'figure',
      'evolution',
      game,
      ...more,
      '--paths',
      '200',
      '--dt',
      '0.1',
      '--backend',
      'wasm',
      '--out',
      out,
    ];
    const found = await trilogueJson<Document>(words);
    expect(found.show).toBe(more.length === 0 ? 'band' : 'mean');
    expect(found.curves).toHaveLength(panels);
    for (const curves of found.curves) {
      expect(curves).toHaveLength(more.length === 0 ? 1 : 2);
      for (const { values, low } of curves) {
        expect(values).toHaveLength(401);
        for (const [i, value] of values.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          if (low) expect(low[i]!).toBeLessThanOrEqual(1);
        }
        expect(low === undefined).toBe(more.length > 0);
      }
    }
    expect([...readFileSync(out).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('takes noise at any of the values for noise', async () => {
    const words = ['figure', 'evolution', 'stag-hunt', '--paths', '100', '--dt', '0.1', '--backend', 'wasm'];
    const sigma = ['--values', 'sigma_hunter=1,0', '--out', join(folder, 'sigma.svg')];
    const found = await trilogueJson<Document>([...words, ...sigma]);
    expect(found.show).toBe('mean');
    const [noisy, quiet] = found.curves[0]!;
    expect(noisy!.values.at(-1)).not.toBe(quiet!.values.at(-1));
  });

  it('leaves title and small print out where that is asked for', async () => {
    const out = join(folder, 'bare.svg');
    const { code } = await trilogue(['figure', 'evolution', growth, '--bare', '--out', out]);
    expect(code).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toContain('Shares over time without noise');
  });

  it.each([
    ['a kind that is not known', ['waves', growth], 'unknown kind of figure "waves". Known: evolution.'],
    ['a name that is not known', ['evolution', growth, '--values', 'kk=1,2'], 'unknown name "kk"'],
    ['a value twice', ['evolution', growth, '--values', 'k=1,2,1'], '1 stands there twice'],
    ['too many values', ['evolution', growth, '--values', 'k=1,2,3,4,5,6,7,8'], 'at most 7 curves can be told apart'],
    ['what is no list', ['evolution', growth, '--values', 'k=1:2'], 'Expected NAME=V1,V2,...'],
    [
      'a name that is set too',
      ['evolution', growth, '--values', 'k=1,2', '--set', 'k=1'],
      '--set and --values both give k',
    ],
    ['a value at which the game is not', ['evolution', growth, '--values', 'initial.P=0.5,2'], 'initial.P = 2'],
  ])('refuses %s, and writes nothing', async (_, words, message) => {
    const out = join(folder, 'refused.svg');
    const { code, stderr } = await trilogue(['figure', ...words, '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  it('leaves a table alone that is not its own', async () => {
    writeFileSync(join(folder, 'mine.csv'), 'year,sales\n2020,1\n');
    const { code, stderr } = await trilogue(['figure', 'evolution', growth, '--out', join(folder, 'mine.svg')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a table of such a figure')]);
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('year,sales\n2020,1\n');
    const again = ['figure', 'evolution', growth, '--out', join(folder, 'twice.svg')];
    expect([(await trilogue(again)).code, (await trilogue(again)).code]).toEqual([0, 0]);
  });

  it('refuses an ending that it cannot write', async () => {
    const { code, stderr } = await trilogue(['figure', 'evolution', growth, '--out', join(folder, 'a.jpg')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('ends neither with .svg nor with .png')]);
  });
});
