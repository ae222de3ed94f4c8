/**
 * Dynamics and a noise that nobody has heard of: what reads only the equation is right for them, what was made for another one
 * refuses them by name.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as analysis from '@trilogue/analysis';
import {
  diffusionAt,
  driftAt,
  driftPolynomials,
  fieldAt,
  fieldShape,
  GameError,
  jacobianAt,
  lacking,
  pointAt,
  readGame,
  writeGame,
} from '@trilogue/core';
import { metricAt, type SchemeName, schemes, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './unknown-models.mjs';
import { start } from './trilogue.js';

const pairwiseText = (noise: string) => `
game: trial
dynamics: pairwise
parameters: { k: { value: 1, range: [0.5, 2] } }
players: { P: { strategies: [a, b, c] }, Q: { strategies: [u, v] } }
payoffs:
  P: { a: k * P.b - P.c, b: P.c - P.a + 0.3 * Q.u, c: P.a - P.b }
  Q: { u: P.a, v: 0.4 }
noise: ${noise}
initial: { P: [0.5, 0.3, 0.2], Q: 0.7 }
horizon: 4
`;
const tiltedText = `
game: tilt
parameters: { k: { value: 1, range: [0.5, 2] } }
players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }
payoffs: { A: { up: 'k * B.left', down: 0.3 }, B: { left: A.up, right: 0.6 } }
noise: { kind: tilted, sigma: { A: 0.8, B: 0.5 } }
initial: { A: 0.4, B: 0.6 }
horizon: 1
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trilogue-models-'));
  writeFileSync(join(folder, 'pairwise.game.yaml'), pairwiseText('{ kind: none }'));
  writeFileSync(join(folder, 'tilted.game.yaml'), tiltedText);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Velocities of P.a, P.b, P.c, Q.u, Q.v, written out. */
function smithByHand([a, b, c, u, v]: readonly number[]): number[] {
  const [fa, fb, fc, fu, fv] = [b! - c!, c! - a! + 0.3 * u!, a! - b!, a!, 0.4];
  const up = (x: number) => (x > 0 ? x : 0);
  return [
    b! * up(fa - fb) + c! * up(fa - fc) - a! * (up(fb - fa) + up(fc - fa)),
    a! * up(fb - fa) + c! * up(fb - fc) - b! * (up(fa - fb) + up(fc - fb)),
    a! * up(fc - fa) + b! * up(fc - fb) - c! * (up(fa - fc) + up(fb - fc)),
    v! * up(fu - fv) - u! * up(fv - fu),
    u! * up(fv - fu) - v! * up(fu - fv),
  ];
}

function eulerByHand(steps: number): number[] {
  let state = [0.5, 0.3, 0.2, 0.7, 0.3];
  for (let n = 0; n < steps; n++) {
    const moved = smithByHand(state);
    state = state.map((x, i) => x + (moved[i]! * 4) / steps);
  }
  return state;
}

describe('dynamics that are not the replicator equation', () => {
  const game = () => readGame(pairwiseText('{ kind: none }'));
  const field = () => fieldAt(game(), pointAt(game()));
  const state = [0.45, 0.35, 0.6];

  it('are read and written, and disturbed payoffs are refused where the dynamics are not linear in them', () => {
    expect(readGame(writeGame(game())).dynamics).toBe('pairwise');
    expect(() => readGame(pairwiseText('{ kind: replicator, sigma: { P: 1, Q: 1 } }'))).toThrow(
      'replicator noise needs dynamics that are linear in payoffs, which pairwise dynamics are not known to be',
    );
    expect(() => fieldShape({ ...game(), dynamics: 'smth' as never })).toThrow('unknown dynamics "smth"');
  });

  it('have drift and Jacobian of their own, and no polynomials', () => {
    const by = smithByHand([0.45, 0.35, 0.2, 0.6, 0.4]);
    const found = [...driftAt(field(), state)];
    for (const [i, c] of [0, 1, 3].entries()) expect(found[i]).toBeCloseTo(by[c]!, 14);
    const jacobian = jacobianAt(field(), state);
    for (const c of state.keys()) {
      const moved = [1e-6, -1e-6].map((h) => driftAt(field(), state.with(c, state[c]! + h)));
      for (const r of state.keys()) expect(jacobian[r]![c]).toBeCloseTo((moved[0]![r]! - moved[1]![r]!) / 2e-6, 7);
    }
    expect(() => driftPolynomials(field())).toThrow('needs polynomials, which pairwise dynamics are not known to be');
  });

  it('have paths without noise, and no list of equilibria, conditions or exponents', () => {
    const { states } = analysis.deterministicPath(field(), pointAt(game()).initial, [4]);
    const fine = eulerByHand(400_000);
    for (const [i, c] of [0, 1, 3].entries()) expect(states[0]![i]).toBeCloseTo(fine[c]!, 5);
    for (const refused of [analysis.equilibria, analysis.conditions, analysis.stochasticStability]) {
      expect(() => refused(game())).toThrow(GameError);
      expect(() => refused(game())).toThrow('is for replicator dynamics, and this game has pairwise dynamics');
    }
    expect(analysis.lackingConditions(game())).toBe('is for replicator dynamics, and this game has pairwise dynamics');
    // payoffs alone: the same whatever the dynamics
    expect(analysis.advantageFormulas(game())).toEqual(
      analysis.advantageFormulas({ ...game(), dynamics: 'replicator' }),
    );
  });

  it('run by the schemes that need nothing but one regime, and by no others', async () => {
    for (const [scheme, { needs }] of Object.entries(schemes)) {
      const run = simulate({ game: game(), scheme: scheme as SchemeName, dt: 0.1, paths: 4, backend: 'wasm' });
      if (needs.some((fact) => fact !== 'one-regime')) {
        await expect(run).rejects.toThrow(`scheme "${scheme}" `);
        const able = scheme === 'dormand-prince' ? 'Give a tolerance' : 'Use euler, weak-euler, dormand-prince.';
        await expect(run).rejects.toThrow(able);
        continue;
      }
      const { final } = await run;
      for (const [i, name] of ['P.a', 'P.b', 'P.c', 'Q.u'].entries()) {
        expect(final[name]!.mean).toBeCloseTo(eulerByHand(40)[i]!, 5);
      }
    }
    const able = Object.values(schemes).filter(({ needs }) => lacking(fieldShape(game()), needs) === undefined);
    expect(able.map(({ name }) => name)).toEqual(['euler', 'weak-euler', 'dormand-prince']);
  });

  it('are the same within a tolerance, in sweeps and at points', async () => {
    const metric = 'mean(P.a)';
    const exact = eulerByHand(400_000)[0]!;
    const within = await simulate({ game: game(), tolerance: 1e-3, backend: 'wasm' });
    expect(Math.abs(within.final['P.a']!.mean - exact)).toBeLessThan(1e-3);
    const swept = await sweep({
      game: game(),
      x: { name: 'k', from: 1, to: 1.5, count: 2 },
      metric,
      dt: 0.1,
      paths: 4,
      backend: 'wasm',
    });
    expect(swept.values[0]![0]).toBeCloseTo(eulerByHand(40)[0]!, 5);
    const points = [{ k: 1 }];
    const at = await metricAt({ game: game(), points, metric, dt: 0.1, paths: 4, backend: 'wasm' });
    expect(at.values[0]).toBeCloseTo(eulerByHand(40)[0]!, 5);
  });
});

describe('noise that is not one of ours', () => {
  const game = () => readGame(tiltedText);

  it('has the diffusion that it states', () => {
    const found = diffusionAt(fieldAt(game(), pointAt(game())), [0.4, 0.6]);
    expect(found[0]![0]).toBeCloseTo(0.8 * 0.4 ** 2 * 0.6, 14);
    expect(found[1]![1]).toBeCloseTo(0.5 * 0.6 ** 2 * 0.4, 14);
    expect([found[0]![1], found[1]![0]]).toEqual([0, 0]);
  });

  it('makes the moments of one step, and is refused by schemes that need to know more', async () => {
    // one step of weak-euler: x + f dt with a standard deviation of g sqrt(dt), and nothing else
    const one = await simulate({ game: game(), scheme: 'weak-euler', dt: 1, paths: 65_536, backend: 'wasm' });
    const { mean, sd } = one.final['A.up']!;
    expect(mean).toBeCloseTo(0.4 + 0.4 * 0.6 * (0.6 - 0.3), 2);
    expect(sd).toBeCloseTo(0.8 * 0.4 ** 2 * 0.6, 3);
    for (const [scheme, { needs }] of Object.entries(schemes)) {
      if (needs.every((fact) => fact === 'one-regime')) continue;
      const run = simulate({ game: game(), scheme: scheme as SchemeName, dt: 0.1, paths: 4, backend: 'wasm' });
      await expect(run).rejects.toThrow(/tilted noise/);
    }
  });

  it('has no exponents, so that nothing is said of stability under it', () => {
    for (const { directions, almostSure, words } of analysis.stochasticStability(game())) {
      expect(words).not.toMatch(/stable/);
      expect(almostSure).toBe('undecided');
      for (const { law, words: why } of directions) {
        expect(law).toBe('undefined');
        expect(why).toBe(
          'Not known: this analysis is for replicator, demographic or multiplicative noise or none, and this game has tilted noise.',
        );
      }
    }
    expect(analysis.equilibria(game()).equilibria.length).toBeGreaterThan(3);
    // conditions are about the dynamics without noise
    expect(analysis.conditions(game())).toHaveLength(4);
  });
});

describe('commands', () => {
  const preload = { NODE_OPTIONS: `--import=${new URL('unknown-models.mjs', import.meta.url)}` };
  const trilogue = (args: readonly string[]) => start(args, folder, undefined, preload).ended;

  it.each([
    ['pairwise', ['equilibria'], 'is for replicator dynamics, and this game has pairwise dynamics'],
    ['pairwise', ['report', '--out', 'report.html'], 'is for replicator dynamics, and this game has pairwise dynamics'],
    ['pairwise', ['export', '--to', 'json'], 'is for replicator dynamics, and this game has pairwise dynamics'],
  ])('refuse by name what they are not made for: %s %s', async (name, [command, ...rest], message) => {
    const { code, stderr } = await trilogue([command!, `${name}.game.yaml`, ...rest]);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('bug');
    expect(code).toBe(2);
  });

  it('say of noise that is not known what they do not know', async () => {
    const { code, stdout } = await trilogue(['equilibria', 'tilted.game.yaml']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/this\s+game has tilted noise/);
    expect((await trilogue(['report', 'tilted.game.yaml', '--out', 'tilted.html', '--quick'])).stderr).not.toContain(
      'bug',
    );
  });

  it('write the equation as it is', async () => {
    const matlab = async (name: string) => (await trilogue(['export', `${name}.game.yaml`, '--to', 'matlab'])).stdout;
    expect(await matlab('pairwise')).toContain('x(2, :).*max(p(1, :) - p(2, :), 0)');
    expect(await matlab('tilted')).toContain('par.noise_intensity(1).*x(1, :).*x(1, :).*(1 - x(1, :)).*dW(1, :)');
    const { stdout } = await trilogue(['check', 'tilted.game.yaml']);
    expect(stdout).toContain('tilted, sigma x x (1 - x) dW. Tilted.');
  });
});

it('names every function of the analysis that takes a game, so that a new one is asked the same', () => {
  const printers = /^conditions(Csv|Latex|Markdown|Text)$|^(latexName|eigenvalueText|sharesText|exponents)$/;
  const functions = Object.entries(analysis).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(functions.filter((name) => !printers.test(name)).sort()).toEqual([
    'advantageFormulas',
    'conditions',
    'deterministicPath',
    'equilibria',
    'lackingConditions',
    'stochasticStability',
  ]);
});
