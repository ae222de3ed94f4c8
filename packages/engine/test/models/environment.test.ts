/** States of the environment: against integration by hand and the laws of Ornstein and Uhlenbeck. */
import { expectWithin } from '@internal/testing';
import { readGame } from '@trilogue/core';
import { type Backend, metricAt, openBackend, replay, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

/** Weitz, Eksin, Paarporn, Brown and Ratcliff (2016): payoffs that a resource changes, which strategies use up or restore. */
const commons = (noise = '') =>
  readGame(`
game: commons
players: { A: { strategies: [save, use] } }
against: self
parameters: { eps: { value: 0.4 }, theta: { value: 2 } }
payoffs:
  A:
    save: (1 - n)*(3*A.save + A.use) + n*(2*A.save + 0.5*A.use)
    use: (1 - n)*(2.5*A.save + 0.5*A.use) + n*(3*A.save + A.use)
environment:
  n: { initial: 0.4, rate: eps*n*(1 - n)*(theta*A.save - A.use), range: [0, 1] }
${noise}
initial: { A: 0.6 }
horizon: 10
`);

/** The same by the classical Runge-Kutta method. */
function integrated(horizon: number): [number, number] {
  const velocity = ([x, n]: [number, number]): [number, number] => {
    const save = (1 - n) * (3 * x + (1 - x)) + n * (2 * x + 0.5 * (1 - x));
    const use = (1 - n) * (2.5 * x + 0.5 * (1 - x)) + n * (3 * x + (1 - x));
    return [x * (1 - x) * (save - use), 0.4 * n * (1 - n) * (2 * x - (1 - x))];
  };
  let at: [number, number] = [0.6, 0.4];
  const h = horizon / 2000;
  const plus = (a: [number, number], b: [number, number], by: number): [number, number] => [
    a[0] + by * b[0],
    a[1] + by * b[1],
  ];
  for (let i = 0; i < 2000; i++) {
    const a = velocity(at);
    const b = velocity(plus(at, a, h / 2));
    const c = velocity(plus(at, b, h / 2));
    const d = velocity(plus(at, c, h));
    at = plus(at, [a[0] + 2 * b[0] + 2 * c[0] + d[0], a[1] + 2 * b[1] + 2 * c[1] + d[1]], h / 6);
  }
  return at;
}

describe('a resource', () => {
  it('and shares move each other', async () => {
    const [x, n] = integrated(10);
    const result = await simulate({ game: commons(), dt: 0.001, paths: 4, backend });
    expect(result.final['A.save']!.mean).toBeCloseTo(x, 3);
    expect(result.environment!['env.n']!.mean).toBeCloseTo(n, 3);
    const band = result.bands.environment!['env.n']!;
    expect(band.mean[0]).toBeCloseTo(0.4, 12);
    expect(band.mean.at(-1)).toBeCloseTo(n, 3);
    const { shares } = await replay({ game: commons(), dt: 0.001, path: 0, backend: 'wasm' });
    expect(shares['env.n']!.at(-1)).toBeCloseTo(n, 3);
  });

  it('is a metric of sweeps, and its start can be set', async () => {
    const metric = 'mean(env.n)';
    const at = await metricAt({
      game: commons(),
      points: [{}, { 'initial.n': 0.9 }],
      metric,
      dt: 0.001,
      paths: 4,
      backend: 'wasm',
    });
    expect(at.values[0]).toBeCloseTo(integrated(10)[1], 3);
    expect(at.values[1]).not.toBeCloseTo(at.values[0]!, 2);
    const x = { name: 'theta', from: 1, to: 2, count: 2 };
    const found = await sweep({ game: commons(), x, metric, dt: 0.001, paths: 4, backend: 'wasm' });
    expect(found.values[0]![1]).toBeCloseTo(integrated(10)[1], 3);
  });

  it('is right within a tolerance', async () => {
    const game = commons('noise: { sigma: 0.5 }');
    const [result, fine] = [
      await simulate({ game, tolerance: 0.01, backend }),
      await simulate({ game, dt: 0.002, scheme: 'euler', paths: 40_000, seed: 'fine', backend }),
    ];
    const own = result.environment!['env.n']!;
    const other = fine.environment!['env.n']!;
    expect(own.bias).not.toBeNull();
    expect(Math.abs(own.mean - other.mean)).toBeLessThan(own.high - own.mean + own.bias! + (other.high - other.mean));
  });
});

describe('a state with noise of its own', () => {
  it('has the moments of Ornstein and Uhlenbeck in its own units', async () => {
    // dr = k (m - r) dt + s dW: mean m + (r0 - m) exp(-k t), variance s^2 (1 - exp(-2 k t)) / (2 k)
    const game = readGame(`
game: ou
players: { A: { strategies: [a, b] } }
payoffs: { A: { a: 0, b: 0 } }
environment: { r: { initial: 20, rate: 0.5*(50 - r), noise: 4, range: [-50, 150] } }
horizon: 2
`);
    const paths = 100_000;
    const result = await simulate({ game, dt: 0.01, paths, scheme: 'euler', backend });
    const { mean, sd, q50 } = result.environment!['env.r']!;
    const spread = Math.sqrt(16 * (1 - Math.exp(-2)));
    // a step of Euler's is off by k dt / 2 of what is left
    expectWithin(mean, 50 - 30 * Math.exp(-1), spread / Math.sqrt(paths) + 0.01);
    expect(sd).toBeCloseTo(spread, 1);
    expect(q50).toBeCloseTo(mean, 0);
    const variance = await metricAt({
      game,
      points: [{}],
      metric: 'mean(env.r)',
      dt: 0.01,
      paths,
      scheme: 'euler',
      backend: 'wasm',
    });
    expect(Math.sqrt(variance.variance[0]!) * Math.sqrt(paths)).toBeCloseTo(spread, 1);
  });
});

it('states are refused by schemes of order 2 and named where they are not known', async () => {
  const run = simulate({ game: commons(), scheme: 'weak-2', dt: 0.1, paths: 4, backend });
  await expect(run).rejects.toThrow('is for games whose state is shares alone');
  const metric = metricAt({ game: commons(), points: [{}], metric: 'mean(env.m)', backend: 'wasm' });
  await expect(metric).rejects.toThrow('unknown state "env.m". Known: n. Did you mean "n"?');
});
