/** One step of each scheme against its formula in the literature, written with the drift and diffusion of the field. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateStep, single } from '../../src/program/evaluate.js';
import { LARGE, SMALL } from '../../src/program/four-point.js';
import { stepProgram } from '../../src/program/step-program.js';
import { schemes } from '../../src/scheme/schemes.js';
import { memoryAt, type RandomGame, randomGameFor, randomState } from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';
import { drift, oneStep, ownDiffusion } from './one-step.js';

const dts = fc.double({ min: 1e-3, max: 0.2, noNaN: true });

function expectClose(found: ArrayLike<number>, expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(found[i] - value)).toBeLessThan(1e-12);
}

/** Games, states, steps and a seed for a scheme of one Brownian motion a player. */
const cases = (name: 'milstein' | 'weak-2' | 'logit-euler') =>
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
        const z = state.map(() => draw.sign() * (draw.unit() < 1 / 4 ? LARGE : SMALL));
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
        return (next(LARGE) + next(-LARGE)) / 8 + (3 * (next(SMALL) + next(-SMALL))) / 8;
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
      const step = (change: number) => evaluateStep(program, [change, 0, 0], registers, [], single, registers);
      for (let n = 0; n < 5; n++) step(5 * way);
      expect(registers[0]).toBeCloseTo(way > 0 ? 1 : 0, 8);
      for (let n = 0; n < 5; n++) step(-5 * way);
      expect(registers[0]).toBe(0.5);
    }
  });
});
