import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
