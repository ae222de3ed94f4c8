import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGameNames, type GameDescription } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { scratch, trilogue, trilogueJson } from '../trilogue.js';

describe('trilogue check', () => {
  const games = scratch();

  it('prints the payoff table and the payoff advantages', async () => {
    const { code, stdout, stderr } = await trilogue(['check', 'data-sharing']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ {2}share +share +coordinate +\| +5\.22 +4\.58 +0\.1$/m);
    expect(stdout).toMatch(/^ {2}withhold +withhold +stand_by +\| +0 +0 +-1$/m);
    expect(stdout).toContain('-3.9 + 4.9 B.share + 2.12 M.coordinate + 0.5 B.share M.coordinate');
    expect(stdout).toMatch(/^ {2}independent +kappa 0\.6/m);
    expect(stdout).toContain('never reached');
  });

  it('gives the same as data, at the point that was set', async () => {
    const description = await trilogueJson<GameDescription>([
      ...['check', 'data-sharing', '--scenario', 'independent'],
      ...['--set', 'w=0', '--set', 'initial.B=0.2'],
    ]);
    const values = Object.fromEntries(description.parameters.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({ kappa: 0.6, p: 1.1, w: 0, tau: 0.5 });
    expect(description.initial).toEqual({ A: 0.5, B: 0.2, M: 0.5 });
    expect(description.payoffTable).toHaveLength(8);
    expect(description.payoffTable![7]).toEqual({
      profile: ['withhold', 'withhold', 'stand_by'],
      payoffs: { A: 0, B: 0, M: -1 },
    });
    const [first] = description.advantages;
    expect(first).toMatchObject({ player: 'A', strategy: 'share', over: 'withhold' });
    const alone = first!.terms.find(({ exponents }) => exponents.every((power) => power === 0))!;
    expect(alone.coefficient).toBeCloseTo(-3.9, 12);
  });

  it('says regimes with their values and rates, which simulate gives the probabilities of', async () => {
    const file = join(games, 'switching.game.yaml');
    writeFileSync(
      file,
      `game: switching
players: { A: { strategies: [a, b] } }
parameters: { v: 1 }
payoffs: { A: { a: v, b: 0 } }
regimes: { calm: { to: { crisis: 0.4 } }, crisis: { title: In crisis, values: { v: -2*v }, to: { calm: 0.8 } } }
horizon: 2
`,
    );
    const { stdout } = await trilogue(['check', file]);
    expect(stdout).toMatch(/^ {2}calm +to crisis at rate 0\.4$/m);
    expect(stdout).toMatch(/^ {2}crisis +In crisis +v = -2 +to calm at rate 0\.8$/m);
    const description = await trilogueJson<GameDescription>(['check', file]);
    expect(description.environment).toEqual([]);
    expect(description.regimes[1]).toEqual({
      name: 'crisis',
      title: 'In crisis',
      values: { v: -2 },
      to: { calm: 0.8 },
    });
    const run = await trilogue(['simulate', file, '--paths', '1000', '--dt', '0.1']);
    const [, probability, low, high] = /^crisis +(0\.\d+) +(0\.\d+) to (0\.\d+)$/m.exec(run.stdout)!.map(Number);
    expect(low).toBeLessThan(probability!);
    expect(high).toBeGreaterThan(probability!);
    expect(Math.abs(probability! - 0.30309)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / 1000));
    for (const command of [
      ['equilibria', file],
      ['export', file, '--to', 'matlab'],
      ['report', file, '--out', join(games, 'page.html')],
    ]) {
      const refused = await trilogue(command);
      expect(refused.code).not.toBe(0);
      expect(refused.stderr).toContain('this one switches between regimes');
    }
  });

  it('says the dynamics with their numbers, and mutation', async () => {
    const moved = [
      'game: moved',
      'players: { A: { strategies: [go, stay] }, B: { strategies: [go, stay] } }',
      'parameters: { eta: { value: 0.25 } }',
      'dynamics: { kind: logit, temperature: eta }',
      'mutation: { B: 0.02 }',
      'payoffs: { A: { go: B.go, stay: 0.5 }, B: { go: A.go, stay: 0.5 } }',
      'noise: { kind: none }',
      'horizon: 1',
    ].join('\n');
    writeFileSync(join(games, 'moved.game.yaml'), moved);
    const { stdout } = await trilogue(['check', 'moved.game.yaml'], games);
    const [, told] = /\nDynamics\n(.*?)\n\n/s.exec(stdout)!;
    expect(told!.replaceAll(/\s+/g, ' ')).toContain('Logit dynamics');
    expect(told).toMatch(/^ {2}temperature: 0\.25$/m);
    expect(told).toMatch(/^ {2}Mutation of B: 0\.02$/m);
    expect(told).not.toContain('Mutation of A');
    expect((await trilogue(['check', 'hawk-dove'])).stdout).toContain('Dynamics\n  Replicator equation');
  });

  it('has no table for a game of millions of profiles, which a file may describe by expressions', async () => {
    const strategies = Array.from({ length: 8 }, (_, s) => `s${s}`);
    const players = Array.from({ length: 8 }, (_, p) => `P${p}`);
    const each = (value: string) => `{ ${players.map((player) => `${player}: ${value}`).join(', ')} }`;
    const payoff = strategies.map((strategy, s) => `${strategy}: ${s}*P0.s0`).join(', ');
    const text = [
      'game: large',
      'title: Many profiles',
      `players: ${each(`{ strategies: [${strategies.join(', ')}] }`)}`,
      `payoffs: ${each(`{ ${payoff} }`)}`,
      'noise: { kind: none }',
      `initial: ${each(`[${strategies.map(() => 0.125).join(', ')}]`)}`,
      'horizon: 1',
    ].join('\n');
    writeFileSync(join(games, 'large.game.yaml'), text);
    const { code, stdout, stderr } = await trilogue(['check', 'large.game.yaml'], games);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('too many strategy profiles for a table');
    expect(stdout).toMatch(/P7 +s0 over s7 +-7 P0\.s0/);
  });

  it('accepts every bundled game', async () => {
    for (const name of bundledGameNames) {
      const { code, stdout } = await trilogue(['check', name]);
      expect(code).toBe(0);
      expect(stdout).toContain(`(${name})`);
    }
  });
});

describe('trilogue init', () => {
  const folder = scratch();

  it('writes a game that passes check, and leaves a file alone that exists', async () => {
    const file = join(folder, 'my.game.yaml');
    const first = await trilogue(['init', 'my.game.yaml'], folder);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('trilogue check my.game.yaml');
    const text = readFileSync(file, 'utf8');
    expect((await trilogue(['check', file])).code).toBe(0);
    expect((await trilogue(['init', 'my.game.yaml'], folder)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(await trilogueJson(['init', 'other.game.yaml'], folder)).toEqual({ file: 'other.game.yaml' });
  });
});
