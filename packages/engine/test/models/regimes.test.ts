/** Markov switching of parameter values: laws of the chain and moments of what it drives in closed form. */
import { expectWithin } from '@internal/testing';
import { type Game, readGame } from '@trilogue/core';
import { type Backend, metricAt, openBackend, replay, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transitions } from '../../src/runs/chain.js';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

const [A, B] = [0.4, 0.8];

/** A state that rises while there is a crisis, and a share that falls. */
const telegraph = (more = ''): Game =>
  readGame(`
game: telegraph
players: { A: { strategies: [a, b] } }
parameters: { v: 1, up: 0, rate: ${A} }
payoffs: { A: { a: v, b: 0 } }
environment: { r: { initial: 0, rate: up, range: [-5, 5] } }
regimes:
  calm: { to: { crisis: rate } }
  crisis: { title: In crisis, values: { v: -1, up: 1 }, to: { calm: ${B} } }
${more}
initial: { A: 0.4 }
horizon: 2
`);

/** P(second | first) after a time, and P(second | second). */
const p = (t: number) => (A / (A + B)) * (1 - Math.exp(-(A + B) * t));
const stays = (t: number) => (A + B * Math.exp(-(A + B) * t)) / (A + B);

function integral(f: (t: number) => number, end: number, n = 400): number {
  // Simpson's rule
  let sum = f(0) + f(end);
  for (let i = 1; i < n; i++) sum += (i % 2 ? 4 : 2) * f((i * end) / n);
  return (sum * end) / n / 3;
}

/**
 * Mean share at a time, by the backward equation of the log odds and the regime, u_r' = v_r u_r + q_r (u_other - u_r): shifts along a lattice,
 * which are exact, between two exact halves of the switching (Strang), with the error of h^2.
 */
function meanShare(end: number, n = 1000): number {
  const h = end / n;
  const half = Math.exp((-(A + B) * h) / 2);
  const logit = Math.log(0.4 / 0.6);
  let u = [0, 1].map(() =>
    Float64Array.from({ length: 2 * n + 1 }, (_, i) => 1 / (1 + Math.exp(-logit - (i - n) * h))),
  );
  const switched = ([calm, crisis]: Float64Array[]) => [
    calm!.map((value, i) => value + (A / (A + B)) * (1 - half) * (crisis![i]! - value)),
    crisis!.map((value, i) => value + (B / (A + B)) * (1 - half) * (calm![i]! - value)),
  ];
  for (let step = 0; step < n; step++) {
    const [calm, crisis] = switched(u);
    u = switched([calm!.map((_, i) => calm![i + 1] ?? 0), crisis!.map((_, i) => crisis![i - 1] ?? 0)]);
  }
  return u[0]![n]!;
}

describe('a telegraph process', () => {
  const paths = 400_000;

  it.each([0.5, 0.02])('has its exact law at the end, with steps of %d', async (dt) => {
    const { environment, scheme } = await simulate({ game: telegraph(), dt, paths, backend });
    expect(scheme).toBe('euler');
    expect(p(2)).toBeCloseTo(0.30309, 5);
    expectWithin(environment!['regime.crisis']!.mean, p(2), Math.sqrt((p(2) * (1 - p(2))) / paths));
  });

  it('spends the time in the second regime that it should, in mean and in variance', async () => {
    const dt = 0.005;
    const { environment } = await simulate({ game: telegraph(), dt, paths, backend });
    const mean = integral(p, 2);
    const square = 2 * integral((t) => integral((s) => p(s) * stays(t - s), t), 2);
    const sd = Math.sqrt(square - mean ** 2);
    const found = environment!['env.r']!;
    // the left end of a step stands for all of it, which takes dt p(2) / 2 away
    expectWithin(found.mean + (dt / 2) * p(2), mean, sd / Math.sqrt(paths) + 1e-5);
    expect(Math.abs(found.sd - sd)).toBeLessThan(5 * (sd / Math.sqrt(paths)) + dt);
  });

  it('is a metric of sweeps within a tolerance, over rates too', async () => {
    const x = { name: 'rate', from: 0, to: 0.8, count: 3 };
    const metric = 'mean(regime.crisis)';
    const found = await sweep({
      game: telegraph('noise: { sigma: 0.3 }'),
      x,
      metric,
      tolerance: 0.01,
      backend: 'wasm',
    });
    for (const [i, rate] of [0, 0.4, 0.8].entries()) {
      const exact = (rate / (rate + B)) * (1 - Math.exp(-(rate + B) * 2));
      expect(Math.abs(found.values[0]![i]! - exact)).toBeLessThan(0.02);
    }
    expect(found.values[0]![0]).toBe(0);
  });

  it('moves the mean share within what is stated beside it, without noise', async () => {
    const exact = meanShare(2);
    const tolerance = 0.002;
    const result = await simulate({ game: telegraph(), tolerance, passages: false, backend });
    expect(result.scheme).toBe('euler');
    const { mean, low, high, bias, sd } = result.final['A.a']!;
    expect(Math.max(high - mean, mean - low) + bias!).toBeLessThan(tolerance);
    expect(Math.abs(mean - exact)).toBeLessThan((5 * sd) / Math.sqrt(result.paths) + bias!);
    // and not by a bound that says nothing: with steps eight times as long the bias shows
    const rough = await simulate({ game: telegraph(), dt: 0.2, paths, passages: false, backend });
    expect(Math.abs(rough.final['A.a']!.mean - exact)).toBeGreaterThan(5 * (sd / Math.sqrt(paths)));
  });

  it('moves a state of the environment within a tolerance, relative to the width of its range', async () => {
    const x = { name: 'rate', from: 0.2, to: 0.8, count: 3 };
    const found = await sweep({ game: telegraph(), x, metric: 'mean(env.r)', tolerance: 0.002, backend: 'wasm' });
    for (const [i, rate] of [0.2, 0.5, 0.8].entries()) {
      const both = rate + B;
      const exact = (rate / both) * (2 - (1 - Math.exp(-2 * both)) / both);
      expect(Math.abs(found.values[0]![i]! - exact)).toBeLessThan(0.02);
    }
  });

  it('is the same path however long it is run, 0 or 1, and moves the share up or down', async () => {
    const { shares } = await replay({ game: telegraph(), dt: 0.01, path: 3, backend: 'wasm' });
    const chain = shares['regime.crisis']!;
    expect(new Set(chain)).toEqual(new Set([0, 1]));
    const share = shares['A.a']!;
    for (let n = 0; n + 1 < chain.length; n++) expect(share[n + 1]! > share[n]!).toBe(chain[n] === 0);
    const single = await replay({ game: telegraph(), dt: 0.01, path: 3, backend: 'cpu' });
    expect(single.shares['regime.crisis']).toEqual(chain);
  });
});

describe('probabilities of a step', () => {
  const rates = [
    [0, 0.4, 0.2, 0],
    [0.8, 0, 0, 1e-5],
    [1, 0.3, 0, 5],
    [0, 0, 0, 0],
  ];

  it.each([1e-4, 0.3, 40])('solve dP/dt = P Q, at time %d', (time) => {
    // by the classical Runge-Kutta method in small steps
    const generator = rates.map((row, i) => row.map((rate, j) => (i === j ? -row.reduce((a, b) => a + b) : rate)));
    const times = (m: number[][]) =>
      m.map((row) => row.map((_, j) => row.reduce((s, v, k) => s + v * generator[k]![j]!, 0)));
    const plus = (a: number[][], b: number[][], by: number) => a.map((row, i) => row.map((v, j) => v + by * b[i]![j]!));
    const n = Math.max(20, 100 * time);
    const h = time / n;
    let state = rates.map((_, i) => rates.map((_, j): number => (i === j ? 1 : 0)));
    for (let step = 0; step < n; step++) {
      const [a] = [times(state)];
      const b = times(plus(state, a, h / 2));
      const c = times(plus(state, b, h / 2));
      const d = times(plus(state, c, h));
      state = plus(plus(plus(plus(state, a, h / 6), b, h / 3), c, h / 3), d, h / 6);
    }
    const found = transitions(rates, time);
    for (const [i, row] of state.entries())
      for (const [j, value] of row.entries()) expect(Math.abs(found[i]![j]! - value)).toBeLessThan(1e-7);
    for (const row of found) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('are drawn for each of four regimes', async () => {
    const game = readGame(`
game: four
players: { A: { strategies: [a, b] } }
parameters: { v: 1 }
payoffs: { A: { a: v, b: 0 } }
regimes:
  w: { to: { x: 0.4, y: 0.2 } }
  x: { values: { v: 2 }, to: { w: 0.8, z: 0.1 } }
  y: { values: { v: 3 }, to: { w: 1, x: 0.3, z: 5 } }
  z: { values: { v: 4 } }
horizon: 3
`);
    const exact = transitions(rates.with(1, [0.8, 0, 0, 0.1]), 3)[0]!;
    const paths = 200_000;
    for (const dt of [1, 0.1]) {
      const { environment } = await simulate({ game, dt, paths, backend });
      for (const [i, name] of ['x', 'y', 'z'].entries()) {
        const value = exact[i + 1]!;
        expectWithin(environment![`regime.${name}`]!.mean, value, Math.sqrt((value * (1 - value)) / paths));
      }
    }
  });
});

describe('what is not made for switching', () => {
  const game = telegraph('noise: { sigma: 0.3 }');

  it.each([
    ['weak-euler', 'is for games of one regime, and this one switches between some. Use euler, logit-euler.'],
    ['weak-2', 'is for games whose state is shares alone, and this one switches between regimes'],
    ['logit-weak-2', 'is for games whose state is shares alone, and this one switches between regimes'],
    ['milstein', 'is for games whose state is shares alone, and this one switches between regimes'],
  ] as const)('%s', async (scheme, words) => {
    await expect(simulate({ game, scheme, dt: 0.1, paths: 4, backend })).rejects.toThrow(words);
  });

  it('steps in which a rate is too small to be drawn', async () => {
    const run = metricAt({
      game,
      points: [{ rate: 1e-6 }],
      metric: 'mean(regime.crisis)',
      dt: 0.01,
      paths: 4,
      backend: 'wasm',
    });
    await expect(run).rejects.toThrow(
      'a rate of 0.000001 to another regime leads to a probability of 1.00e-8 in a step of 0.01',
    );
  });

  it('names of regimes that there are not', async () => {
    const at = (metric: string) => metricAt({ game, points: [{}], metric, dt: 0.1, paths: 4, backend: 'wasm' });
    await expect(at('mean(regime.crysis)')).rejects.toThrow(
      'unknown regime "regime.crysis". Known: crisis. Did you mean "crisis"?',
    );
    await expect(at('mean(regime.calm)')).rejects.toThrow(
      'the first regime, "calm", is what the others leave. Known: crisis.',
    );
    await expect(at('mean(env.crisis)')).rejects.toThrow('unknown state "env.crisis". Known: r.');
  });
});

it('demographic noise switches with its own scheme', async () => {
  const { scheme } = await simulate({
    game: readGame(`
game: drift
players: { A: { strategies: [a, b] } }
parameters: { s: 0.3 }
payoffs: { A: { a: 0, b: 0 } }
noise: { kind: demographic, sigma: 0.3 }
regimes: { x: { to: { y: 1 } }, y: { values: { s: 1 } } }
horizon: 2
`),
    dt: 0.1,
    paths: 1000,
    backend,
  });
  expect(scheme).toBe('absorbing-euler');
});
