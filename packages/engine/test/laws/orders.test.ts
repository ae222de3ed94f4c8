/**
 * Orders of the schemes as slopes of errors over halved steps, by the step program in double precision.
 *
 * Strong and weak errors of Euler-Maruyama share one Brownian path between step sizes: a coarse increment is the sum of
 * the fine ones, so the difference of two ends has little noise. The weak error of the two-point scheme is computed without
 * any sampling: the expectation over all 2^n sign sequences.
 */
import { type ConstantAdvantage, constantAdvantageGame } from '@internal/problems';
import { slope } from '@internal/testing';
import { fieldCompiler, pointAt, readGame } from '@trilogue/core';
import { createStream, keyOf, normalPair } from '@trilogue/random';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/runs/step-program.js';
import type { SchemeName } from '../../src/schemes/contract.js';
import { schemes } from '../../src/schemes/schemes.js';
import { memoryAt } from '../random-game.js';

/** Much noise, where the strong error is the noise's; and little, where the weak error stands out of the sample's. */
const noisy = { advantage: 0.6, sigma: 0.9, initial: 0.4, horizon: 1 };
const calm = { advantage: 1, sigma: 0.5, initial: 0.5, horizon: 1 };

/** One step of a scheme on dx = x (1 - x) (a dt + sigma dW). */
function stepper(scheme: SchemeName, problem: ConstantAdvantage): (x: number, dt: number, increment: number) => number {
  const game = readGame(constantAdvantageGame('replicator', problem));
  const { shape, coefficientsAt } = fieldCompiler(game);
  const [advantage] = coefficientsAt(pointAt(game));
  const program = stepProgram(shape, schemes[scheme], []);
  const memory = (x: number) => memoryAt(schemes[scheme], { shape }, [x]);
  const state = new Float64Array(1 + memory(0.5).length);
  return (x, dt, increment) => {
    state.set([x, ...memory(x)]);
    evaluateStep(program, [advantage, problem.sigma, dt, Math.sqrt(dt)], state, [increment], double, state);
    return state[0];
  };
}

describe('schemes with Gaussian increments', () => {
  const LEVELS = [4, 8, 16, 32];
  const FINE = 256;
  const PATHS = 5000;

  /** Ends of paths at each level and at the fine one, on one Brownian path each. */
  function ends(
    scheme: SchemeName,
    problem: ConstantAdvantage,
    visit: (coarse: readonly number[], exact: number) => void,
  ): void {
    const step = stepper(scheme, problem);
    for (let path = 0; path < PATHS; path++) {
      const stream = createStream(keyOf('orders'), 0, path);
      const normals = Array.from({ length: FINE / 2 }, () => normalPair(stream.word(), stream.word())).flat();
      const end = (steps: number) => {
        const group = FINE / steps;
        let x = problem.initial;
        for (let n = 0; n < steps; n++) {
          let sum = 0;
          for (let i = 0; i < group; i++) sum += normals[n * group + i];
          x = step(x, 1 / steps, sum / Math.sqrt(group));
        }
        return x;
      };
      visit(LEVELS.map(end), end(FINE));
    }
  }
  const dts = LEVELS.map((steps) => 1 / steps);

  // the drift's part of order 1 lifts the slope of order 1/2 a little; the reference's own error bends that of order 1
  it.each([
    ['euler', 0.45, 0.62],
    ['milstein', 0.9, 1.15],
    ['logit-euler', 0.9, 1.15],
    ['weak-2', 0.9, 1.15],
    ['logit-weak-2', 0.9, 1.15],
  ] as const)('%s has its strong order on shared Brownian paths', (name, low, high) => {
    const squares = LEVELS.map(() => 0);
    ends(name, noisy, (coarse, exact) => {
      for (const [i, x] of coarse.entries()) squares[i] += (x - exact) ** 2 / PATHS;
    });
    // each root mean square is known to 1 / sqrt(2 PATHS) = 1%
    const fit = slope(dts, squares.map(Math.sqrt));
    expect(fit.slope).toBeGreaterThan(low);
    expect(fit.slope).toBeLessThan(high);
    expect(Math.round(2 * fit.slope) / 2).toBe(schemes[name].strongOrder);
  });

  it.each(['euler', 'milstein', 'logit-euler'] as const)('%s has weak order 1 on shared Brownian paths', (name) => {
    const sums = LEVELS.map(() => 0);
    const squares = LEVELS.map(() => 0);
    ends(name, calm, (coarse, exact) => {
      for (const [i, x] of coarse.entries()) {
        const difference = x * x - exact * exact;
        sums[i] += difference / PATHS;
        squares[i] += difference ** 2 / PATHS;
      }
    });
    // relative standard errors of the errors move the slope by about their size over ln 8, the span of the steps
    const relative = sums.map((sum, i) => Math.sqrt((squares[i] - sum * sum) / PATHS) / Math.abs(sum));
    const tolerance = (5 * Math.hypot(relative[0], relative[3])) / Math.log(8);
    expect(tolerance).toBeLessThan(0.15);
    const fit = slope(dts, sums.map(Math.abs));
    expect(Math.abs(fit.slope - 1)).toBeLessThan(tolerance + 0.1);
  });
});

describe('weak orders without sampling', () => {
  // Gauss and Hermite's rule of three points has the first five moments of the normal: for polynomials of a step's increment
  // up to that degree it is the Gaussian expectation itself (Kloeden and Platen 1992, section 14.2)
  const THREE_POINT = [-Math.sqrt(3), 0, Math.sqrt(3)].map((value) => ({ value, weight: value === 0 ? 2 / 3 : 1 / 6 }));
  const TWO_POINT = [1, -1].map((value) => ({ value, weight: 1 / 2 }));

  /** E[X(1)^2] over all sequences of increments, without sampling. */
  function expectation(name: SchemeName, steps: number): number {
    const step = stepper(name, noisy);
    const points = schemes[name].increments === 'gaussian' ? THREE_POINT : TWO_POINT;
    const visit = (x: number, left: number): number =>
      left === 0
        ? x * x
        : points.reduce((sum, { value, weight }) => sum + weight * visit(step(x, 1 / steps, value), left - 1), 0);
    return visit(noisy.initial, steps);
  }

  it.each([
    ['weak-euler', [2, 4, 8, 16]],
    ['weak-2', [1, 2, 4, 8]],
    ['logit-weak-2', [1, 2, 4, 8]],
  ] as const)('%s has its weak order, without sampling', (name, steps) => {
    const values = steps.map((count) => expectation(name, count));
    // errors C h^p (1 + O(h)) give differences in the ratio 2^p
    const differences = values.slice(1).map((value, i) => Math.abs(value - values[i]));
    const fit = slope(
      steps.slice(1).map((count) => 1 / count),
      differences,
    );
    // the third order of its drift's part shows in that of logit-weak-2
    expect(fit.slope).toBeGreaterThan(schemes[name].weakOrder - 0.35);
    expect(fit.slope).toBeLessThan(schemes[name].weakOrder + 0.5);
  });

  it.each(['weak-2', 'logit-weak-2'] as const)('weak-euler and %s have one limit', (name) => {
    const limit = 2 * expectation('weak-euler', 16) - expectation('weak-euler', 8);
    // what is left of the extrapolation, and the error of order 2 at 8 steps, are below 1 / 64 of the error at one
    expect(Math.abs(expectation(name, 8) - limit)).toBeLessThan(2e-4);
  });

  it('weak-euler agrees with Euler-Maruyama in the limit of small steps', () => {
    const [coarse, fine] = [8, 16].map((steps) => expectation('weak-euler', steps));
    const limit = 2 * fine - coarse;
    const step = stepper('euler', noisy);
    const [STEPS, PATHS] = [64, 10_000];
    let [sum, squares] = [0, 0];
    for (let path = 0; path < PATHS; path++) {
      const stream = createStream(keyOf('limit'), 0, path);
      let x = noisy.initial;
      for (let n = 0; n < STEPS; n += 2) {
        for (const z of normalPair(stream.word(), stream.word())) x = step(x, 1 / STEPS, z);
      }
      sum += x * x;
      squares += x ** 4;
    }
    const mean = sum / PATHS;
    const standardError = Math.sqrt((squares / PATHS - mean * mean) / PATHS);
    // Euler-Maruyama's own bias at 64 steps is that of the two-point scheme at 16, over 4
    const bias = Math.abs(fine - limit) / 4;
    expect(Math.abs(mean - limit)).toBeLessThan(5 * standardError + 2 * bias);
  });
});
