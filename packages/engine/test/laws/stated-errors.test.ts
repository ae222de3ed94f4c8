/**
 * What is stated beside a number holds against closed forms, for the kinds of numbers that are hardest: probabilities near a
 * threshold or between two ends at long steps, means that few paths carry, times of passage, strategies that are lost.
 * Bounds are what the results state themselves, or five standard errors.
 */
import {
  aboveAt,
  coordinationGame,
  coordinationProbability,
  fixationProbability,
  logitBrownianGame,
  meanPassageBy,
  passedBy,
} from '@internal/problems';
import { expectWithin } from '@internal/testing';
import { readGame } from '@trilogue/core';
import { type Backend, openBackend, type SchemeName, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

const standardError = (p: number, n: number) => Math.sqrt((p * (1 - p)) / n);
const PATHS = 100_000;

describe('increments leave no lattice', () => {
  it('where paths end is the beta law at steps of 0.5, by the scheme that a tolerance takes', async () => {
    const problem = { a: 2, b: 2, sigma: 1, initial: 0.62, horizon: 20 };
    const game = readGame(coordinationGame(problem));
    const options = { game, backend, scheme: 'logit-weak-2', dt: 0.5, times: 0, passages: false } as const;
    const { outcomes } = await simulate({ ...options, paths: PATHS });
    const exact = coordinationProbability(problem);
    // the bias of order 2 at this step is below 0.002; increments of four values were off by 0.022
    expect(Math.abs(outcomes[0].probability - exact)).toBeLessThan(5 * standardError(exact, PATHS) + 0.002);
  });

  it.each([2, 1, 0.5, 0.2])('a probability next to its threshold is right at steps of %d', async (dt) => {
    const problem = { drift: 0, sigma: 0.5, initial: 0.94, horizon: 20 };
    const game = readGame(logitBrownianGame(problem));
    const options = { game, backend, scheme: 'logit-weak-2', dt, times: 0, passages: false } as const;
    const { outcomes } = await simulate({ ...options, paths: PATHS });
    const exact = aboveAt(problem, 20, 0.95);
    // the quotient that stands for the exponential is off by 1e-3 of a factor at two standard deviations of the longest step
    expectWithin(outcomes[0].probability, exact, standardError(exact, PATHS) + 2e-4);
  });
});

describe('numbers that few paths carry', () => {
  const rare = readGame(`
game: rare
players: { A: { strategies: [up, down] } }
parameters: { q: { value: 1 } }
payoffs: { A: { up: 0 * q, down: 0 } }
noise: { kind: demographic, sigma: { A: 0.5 } }
initial: { A: 0.012 }
horizon: 60
`);
  const x = { name: 'q', from: 1, to: 1, count: 1 };
  // a martingale: its mean never changes, and its variance is that of Wright-Fisher noise
  it.each([
    ['mean(A.up)', 0.012],
    ['sd(A.up)', Math.sqrt(0.012 * 0.988 * (1 - Math.exp(-15)))],
  ])('%s is inside what is stated, for nearly every seed', async (metric, exact) => {
    let held = 0;
    for (let seed = 0; seed < 12; seed++) {
      const found = await sweep({ game: rare, backend, x, metric, tolerance: 0.05, seed: `rare ${seed}` });
      const [value, low, high, bias] = [found.values, found.low, found.high, found.bias!].map((rows) => rows[0][0]!);
      expect(high - low).toBeGreaterThan(0);
      if (Math.abs(value - exact) <= Math.max(high - value, value - low) + bias) held++;
    }
    // 95% each: 9 or fewer of 12 have a chance of 2%
    expect(held).toBeGreaterThanOrEqual(10);
  });

  it('one path says nothing of others', async () => {
    const { outcomes, final, passages } = await simulate({ game: rare, backend, paths: 1, dt: 0.1 });
    expect(final['A.up']).toMatchObject({ low: 0, high: 1 });
    for (const { low, high } of outcomes) expect(high - low).toBeGreaterThan(0.9);
    for (const { meanLow, meanHigh } of passages) expect([meanLow, meanHigh]).toEqual([null, null]);
  });
});

describe('first passages', () => {
  it('have the probability and the mean time of the inverse Gaussian law, at steps of 0.1', async () => {
    const problem = { drift: -0.1, sigma: 1, initial: 0.7, horizon: 10 };
    const game = readGame(logitBrownianGame(problem));
    const run = { game, backend, scheme: 'logit-weak-2', dt: 0.1, paths: PATHS, times: 0 } as const;
    const [{ probability, mean }] = (await simulate(run)).passages;
    const exact = passedBy(problem, 10, 0.95);
    // what the corrected threshold leaves; without it the probability is off by 0.037
    expect(Math.abs(probability - exact)).toBeLessThan(5 * standardError(exact, PATHS) + 0.003);
    // standard deviations of the times are below 3
    const spread = 3 / Math.sqrt(exact * PATHS);
    expect(Math.abs(mean! - meanPassageBy(problem, 10, 0.95))).toBeLessThan(5 * spread + 0.05);
  });

  it('are inside what T states', async () => {
    const problem = { drift: 0.3, sigma: 0.6, initial: 0.5, horizon: 10 };
    const x = { name: 'x0', from: 0.5, to: 0.5, count: 1 };
    const found = await sweep({ game: readGame(logitBrownianGame(problem)), backend, x, metric: 'T(up)' });
    const [value, low, high, bias] = [found.values, found.low, found.high, found.bias!].map((rows) => rows[0][0]!);
    const exact = meanPassageBy(problem, 10, 0.95);
    expect(Math.abs(value - exact)).toBeLessThan(Math.max(high - value, value - low) + bias);
  });
});

describe('the order of strategies and players', () => {
  const names = ['a', 'b', 'c'];
  const pay: Record<string, string> = { a: '0.4', b: '0.8*P.a', c: '0.2' };
  const start: Record<string, number> = { a: 0.3, b: 0.3, c: 0.4 };
  const game = (order: readonly string[], kind: string, initial = start) =>
    readGame(
      [
        'game: order',
        'against: self',
        `players: { P: { strategies: [${order}] } }`,
        `payoffs: { P: { ${order.map((name) => `${name}: "${pay[name]}"`).join(', ')} } }`,
        `noise: { kind: ${kind}, sigma: { P: 0.6 } }`,
        `initial: { P: [${order.map((name) => initial[name])}] }`,
        'horizon: 25',
      ].join('\n'),
    );
  const cases: [SchemeName, string][] = [
    ['euler', 'replicator'],
    ['weak-euler', 'replicator'],
    ['logit-weak-2', 'replicator'],
    ['euler', 'demographic'],
    ['weak-euler', 'demographic'],
    ['absorbing-euler', 'demographic'],
  ];

  it.each(cases)('decides nothing: %s, %s noise', async (scheme, kind) => {
    const n = 30_000;
    const means = async (order: readonly string[]) => {
      const run = { game: game(order, kind), backend, scheme, dt: 0.1, paths: n, times: 0, passages: false };
      const { final } = await simulate({ ...run, seed: order.join() });
      return names.map((name) => final[`P.${name}`]);
    };
    const first = await means(names);
    for (const order of [
      ['b', 'c', 'a'],
      ['c', 'a', 'b'],
    ]) {
      for (const [i, { mean, sd }] of (await means(order)).entries()) {
        // pairs are taken one after the other, which the order of a step's error 0.1 away can show
        const allowed = (5 * Math.hypot(sd, first[i].sd)) / Math.sqrt(n) + (scheme === 'absorbing-euler' ? 0.01 : 0);
        expect(Math.abs(mean - first[i].mean)).toBeLessThan(allowed);
      }
    }
  });

  it.each(cases)(
    'a strategy that nobody plays stays so, listed last as anywhere: %s, %s noise',
    async (scheme, kind) => {
      for (const order of [names, ['c', 'a', 'b'], ['b', 'c', 'a']]) {
        const run = { game: game(order, kind, { a: 0.3, b: 0.7, c: 0 }), backend, scheme, dt: 0.1, paths: 200 };
        const { final } = await simulate({ ...run, times: 0, passages: false });
        // the last share is reported as what the others leave, in single precision
        expect(final['P.c'].mean).toBeLessThan(1e-6);
      }
    },
  );
});

describe('demographic noise within a tolerance', () => {
  it('of a population that is nearly sure to lose is inside what is stated', async () => {
    const text = (x0: number) => `
game: kimura
against: self
players: { P: { strategies: [new, old] } }
payoffs: { P: { new: "-1", old: 0 } }
noise: { kind: demographic, sigma: { P: 1 } }
initial: { P: ${x0} }
horizon: 40
`;
    for (const x0 of [0.3, 0.7]) {
      const { outcomes } = await simulate({ game: readGame(text(x0)), backend, tolerance: 0.02, times: 0 });
      const { probability, low, high, bias } = outcomes[0];
      const error = Math.abs(probability - fixationProbability(-1, 1, x0));
      expect(error).toBeLessThan(Math.max(high - probability, probability - low) + bias!);
    }
  });
});
