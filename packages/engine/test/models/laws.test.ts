/** Models against closed forms and laws. Bounds are five standard errors and, where a step has a bias, that of a coarser one. */
import { expectWithin } from '@internal/testing';
import { readGame } from '@trilogue/core';
import { type Backend, openBackend, replay, simulate } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

const one = (lines: string, advantage = '0', horizon = 1, start = 0.5) =>
  readGame(`
game: one
players: { A: { strategies: [a, b] } }
payoffs: { A: { a: "${advantage}", b: 0 } }
${lines}
initial: { A: ${start} }
horizon: ${horizon}
`);
const errorOf = (p: number, paths: number) => Math.sqrt((p * (1 - p)) / paths);

describe('the printed linear noise', () => {
  it('is a lognormal law where shares may leave [0, 1]', async () => {
    // dX = -1.2 X dt + 2 X dW, X(0) = 0.8: P(X(0.05) > 1) = Phi((ln 0.8 + (-1.2 - 2) 0.05) / (2 sqrt 0.05))
    const game = one(
      'dynamics: truncated\nnoise: { kind: multiplicative, sigma: 2, boundary: none }',
      '-1.2',
      0.05,
      0.8,
    );
    const paths = 200_000;
    const result = await simulate({ game, dt: 0.00025, paths, scheme: 'milstein', delta: 1e-6, times: 0, backend });
    expectWithin(result.outcomes[0].probability, 0.1957956707, errorOf(0.196, paths));
    expect(result.boundaryHits).toBeGreaterThan(paths / 10);
  });
});

describe('common noise', () => {
  it('keeps equal players equal, path by path', async () => {
    const game = readGame(`
game: equal
players: { A: { strategies: [a, b] }, B: { strategies: [a, b] } }
payoffs: { A: { a: 2*B.a, b: 1 }, B: { a: 2*A.a, b: 1 } }
noise: { sigma: 0.7, common: true }
initial: { A: 0.4, B: 0.4 }
horizon: 5
`);
    for (const scheme of ['euler', 'logit-weak-2', 'weak-euler'] as const) {
      for (const path of [0, 1, 2]) {
        const { shares } = await replay({ game, scheme, dt: 0.05, path, backend: 'wasm' });
        const [a, b] = [shares['A.a'], shares['B.a']];
        expect(Math.max(...a) - Math.min(...a)).toBeGreaterThan(0.05);
        expect(b).toEqual(a);
      }
    }
  });
});

describe("Stratonovich's reading", () => {
  it("is Ito's with the correction added by hand", async () => {
    // multiplicative noise, g g' / 2 = sigma^2 x / 2, which a payoff of sigma^2 / (2 (1 - x)) makes of x (1 - x) d
    const paths = 100_000;
    const run = (lines: string, advantage: string) =>
      simulate({
        game: one(lines, advantage, 1, 0.2),
        ...{ dt: 0.01, paths, scheme: 'weak-2' as const, times: 0, passages: false, backend },
      });
    const noise = 'kind: multiplicative, sigma: 0.4, boundary: clip';
    const [read, added] = [
      await run(`noise: { ${noise}, reading: stratonovich }`, '-1'),
      await run(`noise: { ${noise} }`, '-1 + 0.08/(1.00001 - A.a)'),
    ];
    // the same seed: the paths are the same but for rounding
    expect(read.final['A.a'].mean).toBeCloseTo(added.final['A.a'].mean, 4);
    const calm = await run(`noise: { ${noise} }`, '-1');
    expect(read.final['A.a'].mean - calm.final['A.a'].mean).toBeGreaterThan(0.005);
  });

  it('has no drift in the logit under replicator noise', async () => {
    // dZ = sigma o dW: P(x > 1/2) stays 1/2 and the law of Z is normal with variance sigma^2 t
    const game = one('noise: { sigma: 1, reading: stratonovich }', '0', 1);
    const paths = 200_000;
    for (const scheme of ['logit-weak-2', 'logit-euler'] as const) {
      const result = await simulate({ game, dt: 0.1, paths, scheme, delta: 0.25, times: 0, passages: false, backend });
      // Z > ln 3
      expectWithin(result.outcomes[0].probability, 0.135969, errorOf(0.136, paths));
    }
  });
});

describe('noise with a memory', () => {
  /** Variance of the integral of dz = -z / tau dt + dW / tau from 0, which is W - tau z. */
  const variance = (t: number, tau: number) =>
    t - 2 * tau * (1 - Math.exp(-t / tau)) + (tau / 2) * (1 - Math.exp((-2 * t) / tau));

  it.each([2, 0.5, 0.05])('moves the logit by its integral: memory %d', async (tau) => {
    // neutral payoffs: logit = sigma times that integral, a normal number; P(x > 3/4) = P(N > ln 3 / deviation)
    const game = one(`noise: { sigma: 1, memory: ${tau} }`, '0', 2);
    const paths = 100_000;
    const deviation = Math.sqrt(variance(2, tau));
    const upper = upperTail(Math.log(3) / deviation);
    for (const scheme of ['euler', 'weak-euler'] as const) {
      const result = await simulate({
        game,
        dt: 0.005,
        paths,
        scheme,
        delta: 0.25,
        times: 0,
        passages: false,
        backend,
      });
      expect(Math.abs(result.outcomes[0]!.probability - upper)).toBeLessThan(5 * errorOf(upper, paths) + 0.004);
    }
  });

  it("tends to Stratonovich's reading of white noise as the memory goes to 0", async () => {
    const noise = 'kind: multiplicative, sigma: 0.5, boundary: clip';
    const paths = 50_000;
    const mean = async (lines: string) => {
      const game = one(`noise: { ${noise}, ${lines} }`, '-2', 1, 0.2);
      const { final } = await simulate({
        game,
        dt: 0.0005,
        paths,
        scheme: 'euler',
        times: 0,
        passages: false,
        backend,
      });
      return final['A.a']!;
    };
    const [coloured, read, ito] = [
      await mean('memory: 0.01'),
      await mean('reading: stratonovich'),
      await mean('reading: ito'),
    ];
    const error = (5 * read.sd * Math.SQRT2) / Math.sqrt(paths);
    expect(Math.abs(coloured.mean - read.mean)).toBeLessThan(error + 0.001);
    expect(read.mean - ito.mean).toBeGreaterThan(2 * error);
  });

  it('is refused by schemes that are made for white noise', async () => {
    const game = one('noise: { sigma: 1, memory: 0.5 }');
    const run = simulate({ game, dt: 0.1, paths: 4, scheme: 'logit-weak-2', backend });
    await expect(run).rejects.toThrow(
      'is for noise without a memory, and this game has replicator noise with a memory',
    );
  });
});

/** The probability that a standard normal number is larger. Source: Abramowitz and Stegun (1964), 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce(
    (sum, c) => (sum + c) * t,
    0,
  );
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

describe('mutation', () => {
  it('alone relaxes to equal shares', async () => {
    const result = await simulate({
      game: one('mutation: 0.3', '0', 2, 0.9),
      dt: 0.001,
      paths: 4,
      scheme: 'euler',
      backend,
    });
    // x = 1/2 + (x0 - 1/2) exp(-2 mu t)
    expect(result.final['A.a'].mean).toBeCloseTo(0.5 + 0.4 * Math.exp(-1.2), 3);
  });

  it("with demographic noise ends in Wright's density x^(a-1) (1-x)^(a-1)", async () => {
    // a = 2 mu / sigma^2 = 3: Beta(3, 3), with variance 1/28 and P(x > 3/4) = 1 - I(3/4) = 0.103516
    const game = one('mutation: 0.375\nnoise: { kind: demographic, sigma: 0.5 }', '0', 30, 0.5);
    const paths = 100_000;
    const result = await simulate({
      game,
      dt: 0.01,
      paths,
      scheme: 'euler',
      delta: 0.25,
      times: 0,
      passages: false,
      backend,
    });
    expect(Math.abs(result.outcomes[0].probability - 0.103516)).toBeLessThan(5 * errorOf(0.1035, paths) + 0.002);
    expect(result.final['A.a'].sd ** 2).toBeCloseTo(1 / 28, 2);
  });
});

describe('boundaries', () => {
  it('reflected and clipped Brownian motion end uniform', async () => {
    // the stationary law of Brownian motion reflected in [0, 1]
    for (const [boundary, slack] of [
      ['reflect', 0.002],
      ['clip', 0.02],
    ] as const) {
      const game = one(`noise: { kind: additive, sigma: 1, boundary: ${boundary} }`, '0', 3, 0.2);
      const paths = 50_000;
      const result = await simulate({
        game,
        dt: 0.0005,
        paths,
        scheme: 'euler',
        delta: 0.25,
        times: 0,
        passages: false,
        backend,
      });
      for (const { probability } of result.outcomes) {
        expect(Math.abs(probability - 0.25)).toBeLessThan(5 * errorOf(0.25, paths) + slack);
      }
      expect(result.final['A.a'].mean).toBeCloseTo(0.5, 1);
    }
  });

  it('absorbed Brownian motion ends at 1 with the probability of its start', async () => {
    const game = one('noise: { kind: additive, sigma: 1, boundary: absorb }', '0', 4, 0.3);
    const paths = 50_000;
    const result = await simulate({ game, dt: 0.0005, paths, scheme: 'euler', times: 0, passages: false, backend });
    expect(Math.abs(result.outcomes[0].probability - 0.3)).toBeLessThan(5 * errorOf(0.3, paths) + 0.003);
    expect(result.undecided).toBeLessThan(1e-4);
  });
});

describe('time and functions', () => {
  it('follow the ordinary differential equation', async () => {
    // x' = x (1 - x)(0.8 exp((t - 10) / 2)(1 - x) - C) + 1e-4 (1 - 2 x), integrated to 1e-11 elsewhere
    const game = readGame(`
game: risk
players: { A: { strategies: [a, b] } }
against: self
payoffs: { A: { a: "0.8*exp(0.5*(time - 10))*A.b - 0.2", b: 0 } }
mutation: 1e-4
initial: { A: 0.05 }
horizon: 20
`);
    const result = await simulate({ game, dt: 0.001, paths: 4, scheme: 'euler', delta: 0.499, backend });
    expect(result.final['A.a'].mean).toBeCloseTo(0.993916239, 3);
    const half = await simulate({ game, dt: 0.001, horizon: 10, paths: 4, scheme: 'euler', backend });
    expect(half.final['A.a'].mean).toBeCloseTo(0.0337904921, 3);
    const passed = result.passages!.find(({ profile }) => profile[0] === 'a')!;
    expect(passed.q50!).toBeCloseTo(12.8396659, 1);
  });

  it('a price that comes and goes moves the logit by its integral', async () => {
    // d logit = cos(3 t) dt
    const game = one('', 'cos(3*time)', 2);
    for (const scheme of ['logit-weak-2', 'logit-euler'] as const) {
      const result = await simulate({ game, dt: 0.001, paths: 4, scheme, backend });
      const logit = Math.sin(6) / 3;
      expect(result.final['A.a'].mean).toBeCloseTo(1 / (1 + Math.exp(-logit)), scheme === 'logit-weak-2' ? 5 : 3);
    }
  });
});
