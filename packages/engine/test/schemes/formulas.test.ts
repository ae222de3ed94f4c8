/** One step of each scheme against its formula in the literature, written with the drift and diffusion of the field. */
import { diffusionAt, driftAt } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateStep, single } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { memoryAt, type RandomGame, randomGameFor, randomState } from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';
import { drift, oneStep, ownDiffusion } from './one-step.js';

const dts = fc.double({ min: 1e-3, max: 0.2, noNaN: true });

function expectClose(found: ArrayLike<number>, expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(found[i] - value)).toBeLessThan(1e-12);
}

/** Games, states, steps and a seed for a scheme of one Brownian motion a player. */
const cases = (name: 'milstein' | 'weak-2' | 'logit-euler' | 'logit-weak-2') =>
  randomGameFor(schemes[name]).chain((random) =>
    fc.tuple(fc.constant(random), randomState(random.shape.strategies), dts, fc.integer()),
  );

/** b b' of each coordinate. */
function slopes({ shape, sigma }: RandomGame, state: readonly number[]): number[] {
  return state.map((x, i) => {
    if (shape.noise === 'replicator') return sigma[i] ** 2 * x * (1 - x) * (1 - 2 * x);
    return shape.noise === 'multiplicative' && x < 1 ? sigma[i] ** 2 * x : 0;
  });
}

describe('milstein', () => {
  it("is x + a dt + b dW + b b' (dW^2 - dt) / 2", () => {
    fc.assert(
      fc.property(cases('milstein'), ([random, state, dt, seed]) => {
        const draw = randomNumbers(seed);
        const dW = state.map(() => draw.normal() * Math.sqrt(dt));
        const [a, b, slope] = [drift(random, state), ownDiffusion(random, state), slopes(random, state)];
        const found = oneStep(
          random,
          schemes.milstein,
          dt,
        )(
          state,
          dW.map((w) => w / Math.sqrt(dt)),
        );
        expectClose(
          found,
          state.map((x, i) => x + a[i] * dt + b[i] * dW[i] + (slope[i] * (dW[i] ** 2 - dt)) / 2),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('weak-2', () => {
  it("is Platen's scheme: Kloeden and Platen (1992), equation (15.1.3), coordinate by coordinate", () => {
    fc.assert(
      fc.property(cases('weak-2'), ([random, state, dt, seed]) => {
        const draw = randomNumbers(seed);
        const z = state.map(() => draw.normal());
        const root = Math.sqrt(dt);
        const [a, b] = [drift(random, state), ownDiffusion(random, state)];
        const predicted = state.map((x, i) => x + a[i] * dt + b[i] * root * z[i]);
        const [up, down] = [1, -1].map((sign) =>
          ownDiffusion(
            random,
            state.map((x, i) => x + a[i] * dt + sign * b[i] * root),
          ),
        );
        const end = drift(random, predicted);
        const expected = state.map(
          (x, i) =>
            x +
            ((end[i] + a[i]) * dt) / 2 +
            ((up[i] + down[i] + 2 * b[i]) * root * z[i]) / 4 +
            ((up[i] - down[i]) * (dt * z[i] ** 2 - dt)) / (4 * root),
        );
        expectClose(oneStep(random, schemes['weak-2'], dt)(state, z), expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has weak order 2, computed over all sequences of increments', () => {
    // one population, constant advantage: E[X(1)^2] without sampling, in steps of 1/2, 1/4 and 1/8
    const random = fc.sample(
      randomGameFor(schemes['weak-2'], 1).filter((game) => game.shape.noise === 'replicator'),
      1,
    )[0];
    const calm = { ...random, terms: random.terms.map((_, i) => (i === 0 ? 0.8 : 0)), sigma: [0.9] };
    const expectation = (steps: number) => {
      const step = oneStep(calm, schemes['weak-2'], 1 / steps);
      const visit = (x: number, left: number): number => {
        if (left === 0) return x * x;
        const next = (z: number) => visit(step([x], [z])[0], left - 1);
        // three points with five moments of the normal
        return (2 * next(0)) / 3 + (next(Math.sqrt(3)) + next(-Math.sqrt(3))) / 6;
      };
      return visit(0.4, steps);
    };
    const [coarse, middle, fine] = [2, 4, 8].map(expectation);
    // errors C h^2 (1 + O(h)) give differences in the ratio 4
    const order = Math.log2((coarse - middle) / (middle - fine));
    expect(order).toBeGreaterThan(1.6);
    expect(order).toBeLessThan(2.4);
  });
});

describe('logit-euler', () => {
  it('adds (advantage + sigma^2 (x - 1/2)) dt + sigma dW to the logit', () => {
    fc.assert(
      fc.property(cases('logit-euler'), ([random, start, dt, seed]) => {
        const draw = randomNumbers(seed);
        const state = start.map((x) => Math.min(0.99, Math.max(0.01, x)));
        const z = state.map(() => draw.normal());
        const a = drift(random, state);
        const found = oneStep(random, schemes['logit-euler'], dt)(state, z);
        for (const [i, x] of state.entries()) {
          const sigma = random.shape.noise === 'none' ? 0 : random.sigma[i];
          const change = (a[i] / (x * (1 - x)) + sigma ** 2 * (x - 0.5)) * dt + sigma * Math.sqrt(dt) * z[i];
          const logit = (share: number) => Math.log(share / (1 - share));
          expect(Math.abs(logit(found[i]) - logit(x) - change)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets a share come back from as near to 1 as to 0, in single precision', () => {
    const random = fc.sample(
      randomGameFor(schemes['logit-euler'], 1).filter((game) => game.shape.noise === 'none'),
      1,
    )[0];
    const program = stepProgram(random.shape, schemes['logit-euler'], []);
    // one population whose advantage is the coefficient of its constant term: 25 up, then 25 down, in steps of 5
    for (const way of [1, -1]) {
      const registers = Float64Array.of(0.5, ...memoryAt(schemes['logit-euler'], random, [0.5]));
      const others = new Array<number>(program.coefficients - 3).fill(0);
      const step = (change: number) =>
        evaluateStep(program, [change, ...others, 1, 1], registers, [], single, registers);
      for (let n = 0; n < 5; n++) step(5 * way);
      expect(registers[0]).toBeCloseTo(way > 0 ? 1 : 0, 8);
      for (let n = 0; n < 5; n++) step(-5 * way);
      expect(registers[0]).toBe(0.5);
    }
  });
});

describe('logit-weak-2', () => {
  it("is Kutta's method for the log-ratios, with the noise in its stages", () => {
    fc.assert(
      fc.property(cases('logit-weak-2'), ([random, start, , seed]) => {
        const dt = 0.01;
        const draw = randomNumbers(seed);
        const { strategies } = random.shape;
        // inside, so that logarithms are numbers
        const players = split(strategies, start).map((free) => {
          const all = [...free, 1 - free.reduce((sum, x) => sum + x, 0)].map((x) => Math.max(0.01, x));
          const total = all.reduce((sum, x) => sum + x, 0);
          return all.map((x) => x / total);
        });
        const state = players.flatMap((shares) => shares.slice(0, -1));
        const noisy = random.shape.noise !== 'none';
        const z = noisy ? state.map(() => draw.normal()) : [];
        const logs = players.map((shares) => shares.slice(0, -1).map((x) => Math.log(x / shares[shares.length - 1])));
        const disturbed = split(strategies, noiseOfRatios(random, z)).map((player) =>
          player.map((n) => n * Math.sqrt(dt)),
        );
        const shifted = (change: (p: number, s: number) => number) =>
          logs.map((player, p) => sharesOf(player.map((y, s) => y + change(p, s))));
        const m = (at: readonly (readonly number[])[]) =>
          driftOfRatios(random, at).map((row) => row.map((v) => v * dt));
        const b2 = (6 + Math.sqrt(6)) / 10;
        const b3 = 3 - 4 * b2;
        const k1 = m(players);
        const k2 = m(shifted((p, s) => k1[p][s] / 2 + b2 * disturbed[p][s]));
        const k3 = m(shifted((p, s) => 2 * k2[p][s] - k1[p][s] + b3 * disturbed[p][s]));
        const end = shifted((p, s) => (k1[p][s] + 4 * k2[p][s] + k3[p][s]) / 6 + disturbed[p][s]);
        const found = split(strategies, [...oneStep(random, schemes['logit-weak-2'], dt)(state, z)]);
        // the quotient that stands for exp is off by a^5 / 11,520, and changes of a log-ratio are below 0.8 here
        for (const [p, shares] of found.entries()) {
          for (const [s, x] of shares.entries()) expect(Math.abs(x - end[p][s])).toBeLessThan(3e-5);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A list over free strategies, by player. */
function split(strategies: readonly number[], values: readonly number[]): number[][] {
  let next = 0;
  return strategies.map((count) => {
    next += count - 1;
    return values.slice(next - (count - 1), next);
  });
}

/** All shares of a player from the log-ratios to its last. */
function sharesOf(logs: readonly number[]): number[] {
  const weights = [...logs.map(Math.exp), 1];
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

/** Drift of each log-ratio: d ln x_s - d ln x_k by Ito's formula, from drift and diffusion of the shares. */
function driftOfRatios({ field, shape }: RandomGame, players: readonly (readonly number[])[]): number[][] {
  const state = players.flatMap((shares) => shares.slice(0, -1));
  const rates = split(shape.strategies, [...driftAt(field, state)]);
  const squares = split(
    shape.strategies,
    diffusionAt(field, state).map((row) => row.reduce((sum, g) => sum + g * g, 0)),
  );
  const rows = diffusionAt(field, state);
  let first = 0;
  return players.map((shares, p) => {
    const free = shares.length - 1;
    const own = rows.slice(first, first + free);
    first += free;
    const last = shares[free];
    const lastRate = -rates[p].reduce((sum, rate) => sum + rate, 0);
    const lastRow = (own[0] ?? []).map((_, c) => -own.reduce((sum, row) => sum + row[c], 0));
    const lastSquare = lastRow.reduce((sum, g) => sum + g * g, 0);
    return shares
      .slice(0, -1)
      .map((x, s) => rates[p][s] / x - squares[p][s] / (2 * x * x) - lastRate / last + lastSquare / (2 * last * last));
  });
}

/** Noise of each log-ratio under these increments: constant, so any inner state gives it. */
function noiseOfRatios({ field, shape }: RandomGame, z: readonly number[]): number[] {
  if (z.length === 0) return new Array<number>(shape.coordinates).fill(0);
  const players = shape.strategies.map((count) => new Array<number>(count).fill(1 / count));
  const state = players.flatMap((shares) => shares.slice(0, -1));
  const moved = split(
    shape.strategies,
    diffusionAt(field, state).map((row) => row.reduce((sum, g, c) => sum + g * z[c], 0)),
  );
  return moved.flatMap((player, p) => {
    const last = -player.reduce((sum, change) => sum + change, 0);
    const count = shape.strategies[p];
    return player.map((change) => (change - last) * count);
  });
}
