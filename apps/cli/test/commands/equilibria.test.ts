import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledGameNames } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import type { EquilibriaDocument } from '../../src/equilibria/document.js';
import { trilogue, trilogueJson } from '../trilogue.js';

describe('trilogue equilibria', () => {
  it('prints every equilibrium with eigenvalues and type, that none is missing, conditions and noise', async () => {
    const { code, stdout, stderr } = await trilogue(['equilibria', 'data-sharing']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}A 1, B 1, M 1 +-1\.1, -3\.38, -3\.62 +sink +stable +strict Nash$/m);
    expect(stdout).toMatch(/^ {2}A 0\.415235, B 0\.524904, M 0\.557397 .* saddle +unstable/m);
    expect(stdout).toContain('Proven: there are no others');
    expect(stdout).toContain('M, stand_by over coordinate: 2*w + c_M - 2*v - 2*d < 0  (-1.1: holds)');
    expect(stdout).toMatch(/\(share, share, coordinate\) +stable +> 0\.99 +stable +mean square 2\.96648/);
    expect(stdout).toContain('Mao (2007)');
  });

  it('gives the same as data, at the point that was set', async () => {
    const document = await trilogueJson<EquilibriaDocument>([
      ...['equilibria', 'data-sharing', '--scenario', 'independent', '--set', 'w=0', '--set', 'sigma_A=0.25'],
    ]);
    expect(document).toMatchObject({
      game: 'data-sharing',
      complete: true,
      continua: [],
      sigma: { A: 0.25, B: 0.5, M: 0.5 },
    });
    expect(document.parameters).toMatchObject({ kappa: 0.6, w: 0, p: 1.1 });
    expect(document.conditions).toHaveLength(8);
    const [full] = document.equilibria;
    expect(full).toMatchObject({
      point: { A: 1, B: 1, M: 1 },
      profile: ['share', 'share', 'coordinate'],
      type: 'sink',
    });
    expect(full!.eigenvalues).toHaveLength(3);
    expect(full!.stochastic!.directions[0]!.sigma).toBe(0.25);
  });

  it.each([
    ['markdown', /^\| profile \| verdict \|/],
    ['latex', /^\\begin\{tabular\}/],
    ['csv', /^profile,verdict,player,strategy,over,eigenvalue,value,holds\n/],
  ])('prints the conditions as %s', async (form, start) => {
    const { code, stdout } = await trilogue(['equilibria', 'hawk-dove-asymmetric', '--to', form]);
    expect(code).toBe(0);
    expect(stdout).toMatch(start);
    expect(stdout).not.toContain('Proven');
  });

  it('says what is not proven, and still succeeds', async () => {
    const { code, stdout } = await trilogue(['equilibria', 'data-sharing', '--boxes', '3']);
    expect(code).toBe(0);
    expect(stdout).toContain('Not proven that there are no others');
    expect(stdout).toContain('limit of boxes');
  });

  it('accepts every bundled game, and no other form', async () => {
    for (const name of bundledGameNames) {
      const { equilibria, complete } = await trilogueJson<EquilibriaDocument>(['equilibria', name]);
      expect(complete).toBe(true);
      expect(equilibria.length).toBeGreaterThan(1);
    }
    expect((await trilogue(['equilibria', 'hawk-dove', '--to', 'word'])).code).toBe(2);
    expect((await trilogue(['equilibria', 'hawk-dove', '--set', 'V=x'])).code).toBe(2);
  });
});

it('cuts tables that nobody reads, says so, and has all of them as data', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-many-'));
  try {
    const file = join(folder, 'many.game.yaml');
    const names = ['a', 'b', 'c', 'd'];
    const own = (of: (s: number) => unknown) => `{ ${[0, 1, 2, 3].map((s) => `s${s}: ${of(s)}`).join(', ')} }`;
    await writeFile(
      file,
      [
        ...[
          'game: many',
          'horizon: 5',
          `players: { ${names.map((name) => `${name}: { strategies: [s0, s1, s2, s3] }`)} }`,
        ],
        `payoffs: { ${names.map((name) => `${name}: ${own((s) => s)}`).join(', ')} }`,
        'noise: { kind: replicator, sigma: { a: 0.1, b: 0.1, c: 0.1, d: 0.1 } }',
      ].join('\n'),
    );
    const { stdout } = await trilogue(['equilibria', file]);
    expect(stdout.match(/\.\.\. and 56 more, which --json lists/g)).toHaveLength(2);
    expect((await trilogueJson<EquilibriaDocument>(['equilibria', file])).equilibria).toHaveLength(256);
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('models that are no polynomials or no replicator equation', () => {
  const pair = 'players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }\nhorizon: 1';
  const coordination =
    'payoffs: { A: { a: k*B.c, b: B.d }, B: { c: A.a, d: A.b } }\nparameters: { k: { value: 1, range: [0.5, 2] } }';
  const models = {
    logit: `${pair}\n${coordination}\ndynamics: { kind: logit, temperature: 0.2 }`,
    mutation: `${pair}\n${coordination}\nmutation: 0.01\nnoise: { kind: replicator, sigma: 0.1 }`,
    smith: `${pair}\n${coordination}\ndynamics: smith`,
    functions: `${pair}\npayoffs: { A: { a: exp(-2*B.c), b: 0.4 }, B: { c: sqrt(A.a), d: 0.6 } }\nnoise: { kind: replicator, sigma: 0.1 }`,
  };
  const reasons = {
    logit: 'is for replicator dynamics, and this game has logit dynamics',
    mutation: 'is for games without mutation, and this one has it',
    smith: 'is for replicator dynamics, and this game has smith dynamics',
    functions: 'needs payoffs that are polynomials in the shares',
  };

  it.each(Object.keys(models) as (keyof typeof models)[])(
    '%s: list, report and export, with why there are no conditions',
    { timeout: 120_000 },
    async (name) => {
      const folder = await mkdtemp(join(tmpdir(), 'trilogue-proofs-'));
      const file = join(folder, `${name}.game.yaml`);
      await writeFile(file, `game: ${name}\n${models[name]}\n`);
      const text = await trilogue(['equilibria', file]);
      expect(text.code).toBe(0);
      expect(text.stdout).toContain('Proven: there are no others');
      expect(text.stdout.replaceAll(/\s+/g, ' ')).toContain(reasons[name]);
      const found = await trilogueJson<EquilibriaDocument>(['equilibria', file]);
      expect(found).toMatchObject({ complete: true, conditions: [] });
      expect(found.equilibria).toHaveLength(name === 'functions' ? 5 : 3);
      expect(found.noConditions).toContain(reasons[name]);
      const json = await trilogue(['export', file, '--to', 'json']);
      expect(JSON.parse(json.stdout)).toMatchObject({
        equilibria: { equilibria: found.equilibria },
        conditions: [],
        stochastic: [],
        noConditions: expect.stringContaining(reasons[name]),
      });
      const latex = await trilogue(['export', file, '--to', 'latex']);
      expect([latex.code, latex.stdout.includes('Stability conditions')]).toEqual([0, false]);
      const table = await trilogue(['equilibria', file, '--to', 'markdown']);
      expect([table.code, table.stderr.includes(reasons[name])]).toEqual([2, true]);
      const page = await trilogue([
        'report',
        file,
        '--out',
        join(folder, 'page.html'),
        '--paths',
        '200',
        '--backend',
        'wasm',
      ]);
      expect(page.code).toBe(0);
      const html = await readFile(join(folder, 'page.html'), 'utf8');
      expect(html).toContain('Proven: there are no others');
      expect(html).toContain(reasons[name]);
      await rm(folder, { recursive: true });
    },
  );
});
