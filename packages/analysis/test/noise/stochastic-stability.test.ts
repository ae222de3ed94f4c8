import { constantAdvantageGame, fixationProbability } from '@internal/problems';
import { expectWithin } from '@internal/testing';
import {
  bundledGame,
  diffusionAt,
  driftAt,
  type EquationShape,
  type Field,
  fieldAt,
  type NoiseKind,
  pointAt,
  readGame,
} from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { keptFrom, keptWithin } from '../../src/noise/contract.js';
import { exponents, keptProbability } from '../../src/noise/exponents.js';
import { nearLaw } from '../../src/noise/near-law.js';
import { stochasticStability } from '../../src/noise/stochastic-stability.js';
import { numbers } from '../random-game.js';

const near = (noise: NoiseKind, advantage: number, sigma: number) =>
  stochasticStability(
    readGame(constantAdvantageGame(noise as 'replicator', { advantage, sigma, initial: 0.5, horizon: 1 })),
  );

const shapeOf = (noise: NoiseKind): EquationShape => ({ strategies: [2], dynamics: 'replicator', noise });

describe('exponents', () => {
  it('near 0 and near 1 under replicator noise: L - sigma^2/2, L, 2 L + sigma^2', () => {
    const [up, down] = near('replicator', 0.3, 0.5);
    expect(down!.directions[0]).toMatchObject({ strategy: 'up', eigenvalue: 0.3, firstMoment: 0.3 });
    expect(down!.directions[0]!.almostSure).toBeCloseTo(0.3 - 0.125, 15);
    expect(down!.directions[0]!.secondMoment).toBeCloseTo(0.6 + 0.25, 15);
    expect(up!.directions[0]).toMatchObject({ strategy: 'down', eigenvalue: -0.3 });
    expect(up!.directions[0]!.almostSure).toBeCloseTo(-0.3 - 0.125, 15);
    expect([down!.almostSure, down!.firstMoment, up!.almostSure, up!.secondMoment]).toEqual([
      'unstable',
      'unstable',
      'stable',
      'stable',
    ]);
  });

  it('flip at the intensities that are told', () => {
    for (const advantage of [0.3, -0.2]) {
      for (const profile of near('replicator', advantage, 0.5)) {
        const { almostSureFlip, secondMomentFlip, eigenvalue } = profile.directions[0]!;
        if (almostSureFlip !== null) {
          expect(exponents(eigenvalue, almostSureFlip * 1.001).almostSure).toBeLessThan(0);
          expect(exponents(eigenvalue, almostSureFlip * 0.999).almostSure).toBeGreaterThan(0);
          expect(profile.almostSureFactor! * 0.5).toBeCloseTo(almostSureFlip, 14);
        } else expect(exponents(eigenvalue, 100).almostSure).toBeLessThan(0);
        if (secondMomentFlip !== null) {
          expect(exponents(eigenvalue, secondMomentFlip * 1.001).secondMoment).toBeGreaterThan(0);
          expect(exponents(eigenvalue, secondMomentFlip * 0.999).secondMoment).toBeLessThan(0);
          expect(profile.secondMomentFactor! * 0.5).toBeCloseTo(secondMomentFlip, 14);
        }
      }
    }
  });

  it('that cancel decide nothing', () => {
    expect(near('replicator', 0.125, 0.5)[1]!.almostSure).toBe('undecided');
    expect(near('replicator', 0.045, 0.3)[1]!.almostSure).toBe('undecided');
    expect(near('none', 0.3, 0)[0]).toMatchObject({
      almostSure: 'stable',
      secondMoment: 'stable',
      secondMomentFactor: null,
    });
  });

  it('of the data-sharing game: strong noise makes more profiles attract paths, and lets their mean squares grow', () => {
    const game = bundledGame('data-sharing');
    const at = (sigma: number) =>
      stochasticStability(game, pointAt(game, { set: { sigma_A: sigma, sigma_B: sigma, sigma_M: sigma } }));
    const [calm, strong] = [at(0.5), at(3)];
    expect(calm.filter(({ almostSure }) => almostSure === 'stable').map(({ profile }) => profile)).toEqual([
      ['share', 'share', 'coordinate'],
      ['withhold', 'withhold', 'stand_by'],
    ]);
    expect(strong.every(({ almostSure, secondMoment }) => almostSure === 'stable' && secondMoment === 'unstable')).toBe(
      true,
    );
    expect(calm[0]!.secondMomentFactor).toBeCloseTo(Math.sqrt(2 * 1.1) / 0.5, 13);
  });
});

describe('laws near a profile', () => {
  it('absorb under demographic noise, and under multiplicative noise at 1', () => {
    expect(near('demographic', 0.3, 0.5).map(({ directions }) => directions[0]!.law)).toEqual(['absorbed', 'absorbed']);
    expect(near('multiplicative', 0.3, 0.5).map(({ directions }) => directions[0]!.law)).toEqual([
      'absorbed',
      'geometric',
    ]);
    const [top] = near('demographic', 0.3, 0.5);
    expect(top).toMatchObject({
      firstMoment: 'stable',
      secondMoment: 'stable',
      almostSure: null,
      almostSureFactor: null,
    });
    expect(top!.sources.join()).toContain('Feller');
    expect(near('demographic', 0.3, 0)[0]!.directions[0]!.law).toBe('geometric');
  });

  it('with three strategies leave open what clipping decides', () => {
    expect(nearLaw(shapeOf('multiplicative'), 1, 3, 0, 1).law).toBe('geometric');
    expect(nearLaw(shapeOf('multiplicative'), 1, 3, 0, 2).law).toBe('undefined');
    expect(nearLaw(shapeOf('multiplicative'), 1, 3, 2, 0).law).toBe('geometric');
    expect(nearLaw(shapeOf('replicator'), 1, 3, 0, 2).law).toBe('geometric');
  });
});

describe('the probability to be kept', () => {
  it('is that of the known scale functions, near the profile', () => {
    // nearone: the whole equation has P(leave from 0.01) = I_0.01(0.05, 1.95) = 0.83; near 0 only the power is left
    expect(1 - keptProbability('geometric', 0.475, 1, [0.01, 0.5])).toBeCloseTo(0.02 ** 0.05, 12);
    // demographic: within a band the whole equation has Kimura's formula, which is this one
    const [l, sigma] = [0.3, 0.5];
    const reach = fixationProbability(l, sigma, keptFrom) / fixationProbability(l, sigma, keptWithin);
    expect(keptProbability('feller', l, sigma, [keptFrom, keptWithin])).toBeCloseTo(1 - reach, 12);
    expect(keptProbability('feller', 0, 1, [0.05, 0.5])).toBeCloseTo(0.9, 12);
    expect(keptProbability('feller', 1e-9, 1, [0.05, 0.5])).toBeCloseTo(0.9, 6);
  });

  it('is 0 where almost every path leaves, 1 without noise where it comes, and is that of all directions together', () => {
    expect(keptProbability('geometric', 0.5, 1, [0.05, 0.5])).toBe(0);
    const [up, down] = near('none', 0.3, 0);
    expect([up!.kept, down!.kept]).toEqual([1, 0]);
    for (const { kept, directions } of near('demographic', 0.3, 0.5)) expect(kept).toBe(directions[0]!.kept);
    const game = bundledGame('data-sharing');
    for (const { kept, directions } of stochasticStability(game)) {
      expect(kept).toBeCloseTo(
        directions.reduce((product, each) => product * each.kept!, 1),
        14,
      );
    }
    expect(near('none', 0, 0)[0]!.kept).toBe(null);
  });

  it('goes with words that are true of the profile: unstable is said before what is not decided', () => {
    const text =
      'game: m\nhorizon: 1\nplayers:\n  P: { strategies: [a, b, c] }\npayoffs:\n  P: { a: 0, b: 1, c: 0 }\nnoise: { kind: multiplicative, sigma: { P: 0.5 } }\n';
    const [a] = stochasticStability(readGame(text));
    expect(a).toMatchObject({ almostSure: 'unstable', kept: null });
    expect(a!.words).toContain('leaves');
    const words = near('replicator', 0.475, 1).map((each) => each.words);
    expect(words[1]).toContain('From close enough');
    expect(words[1]).not.toContain('Almost every path that comes near converges');
  });
});

/** Euler-Maruyama with n paths, from entering shares of 1e-6; `entering` picks the share from a state. */
function simulated(
  field: Field,
  start: readonly number[],
  entering: (state: readonly number[]) => number,
  seed: number,
) {
  const next = numbers(seed);
  const paths = 1500;
  const steps = 100;
  const dt = 0.01;
  const logs: number[] = [];
  const means: number[] = [];
  for (let n = 0; n < paths; n++) {
    let state = [...start];
    for (let t = 0; t < steps; t++) {
      const drift = driftAt(field, state);
      const diffusion = diffusionAt(field, state);
      const normals = diffusion[0]!.map(() => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()));
      const noise = diffusion.map((row) => row.reduce((sum, g, c) => sum + g * normals[c]!, 0));
      state = state.map((x, c) => x + drift[c]! * dt + noise[c]! * Math.sqrt(dt));
    }
    logs.push(Math.log(entering(state) / entering(start)));
    means.push(entering(state) / entering(start));
  }
  return { logs, means, squares: means.map((x) => x * x), time: steps * dt };
}

function average(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe('simulated exponents', () => {
  // Each comparison allows 5 standard errors (a false alarm 6e-7 each, 13 in all) and the bias of Euler's method. A
  // step multiplies x by 1 + L dt + sigma dW: over a time of 1 with dt = 0.01, |L| up to 1 and sigma = 0.6 the mean is
  // off by L^2 dt / 2, the mean square by ((2 L + sigma^2)^2 / 2 - L^2) dt relative, the logarithm by
  // (L^2 / 2 + |L| sigma^2 + 3 sigma^4 / 4) dt.
  const dt = 0.01;
  const biases = (l: number, sigma: number) => ({
    log: (l ** 2 / 2 + Math.abs(l) * sigma ** 2 + (3 * sigma ** 4) / 4) * dt,
    mean: (l ** 2 / 2) * dt,
    square: Math.abs((2 * l + sigma ** 2) ** 2 / 2 - l ** 2) * dt,
  });

  it.each([
    ['replicator, near 0', 'replicator', 0.3, 0.6, 1e-6, (x: number) => x, 1],
    ['replicator, near 1', 'replicator', 0.3, 0.6, 1 - 1e-6, (x: number) => 1 - x, 0],
    ['multiplicative, near 0', 'multiplicative', -0.2, 0.5, 1e-6, (x: number) => x, 1],
  ] as const)('%s', (_, noise, advantage, sigma, start, entering, profile) => {
    const game = readGame(constantAdvantageGame(noise, { advantage, sigma, initial: 0.5, horizon: 1 }));
    const { almostSure, firstMoment, secondMoment } = stochasticStability(game)[profile]!.directions[0]!;
    const paths = simulated(fieldAt(game, pointAt(game)), [start], ([x]) => entering(x!), 20231);
    compare(paths, { almostSure: almostSure!, firstMoment: firstMoment!, secondMoment: secondMoment! }, sigma);
  });

  it('replicator with three strategies: each entering strategy by itself', () => {
    const game = bundledGame('rock-paper-scissors');
    const point = pointAt(game, { set: { sigma: 0.6 } });
    const rock = stochasticStability(game, point)[0]!;
    const field = fieldAt(game, point);
    for (const [i, { almostSure, firstMoment, secondMoment }] of rock.directions.entries()) {
      const share = (state: readonly number[]) => (i === 0 ? state[1]! : 1 - state[0]! - state[1]!);
      const paths = simulated(field, [1 - 2e-6, 1e-6], share, 77 + i);
      compare(paths, { almostSure: almostSure!, firstMoment: firstMoment!, secondMoment: secondMoment! }, 0.6);
    }
  });

  function compare(
    { logs, means, squares, time }: ReturnType<typeof simulated>,
    exact: { almostSure: number; firstMoment: number; secondMoment: number },
    sigma: number,
  ): void {
    const bias = biases(exact.firstMoment, sigma);
    const [log, mean, square] = [logs, means, squares].map(average);
    expectWithin(log!.mean, exact.almostSure * time, log!.error + bias.log / 5);
    const [first, second] = [Math.exp(exact.firstMoment * time), Math.exp(exact.secondMoment * time)];
    expectWithin(mean!.mean, first, mean!.error + (bias.mean * first) / 5);
    expectWithin(square!.mean, second, square!.error + (bias.square * second) / 5);
  }

  it('the words on demographic noise are true: from a small share paths reach 0 with probability near 1', () => {
    const [l, sigma] = [0.5, 1];
    for (const x of [1e-2, 1e-4]) {
      const linear = Math.exp((-2 * l * x) / sigma ** 2);
      const whole = 1 - fixationProbability(l, sigma, x);
      // Both miss 1 by at most 2 L x / sigma^2 times 1 / (1 - exp(-2 L / sigma^2)) < 1.6.
      for (const probability of [linear, whole]) {
        expect(probability).toBeLessThan(1);
        expect(probability).toBeGreaterThan(1 - 1.6 * x);
      }
    }
    expect(nearLaw(shapeOf('demographic'), sigma, 2, 1, 0).words).toContain('exp(-2 L x / sigma^2)');
  });
});
