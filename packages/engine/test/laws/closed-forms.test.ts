/**
 * Monte Carlo against exact answers. Where a step bias is of first order, two step sizes are combined so that it
 * cancels, 2 P(h/2) - P(h); the standard error of the combination is sqrt(4 + 1) of one estimate's, since the two runs
 * have seeds of their own. Bounds are z = 5 on both sides: a false alarm in 1.7 million comparisons.
 */
import { constantAdvantageGame, dormandPrince, fixationProbability, limitProbability } from '@internal/problems';
import { expectWithin } from '@internal/testing';
import { bundledGame, driftAt, fieldAt, pointAt, readGame } from '@trilogue/core';
import { type Backend, openBackend, simulate } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

const PATHS = 200_000;

/** Probability of ending near `up`, extrapolated to step 0, and its standard error. */
async function upProbability(text: string, dt: number): Promise<[estimate: number, standardError: number]> {
  const game = readGame(text);
  const run = async (step: number, seed: string) => {
    const scheme = 'weak-euler';
    const result = await simulate({ game, scheme, dt: step, seed, paths: PATHS, times: 0, passages: false, backend });
    expect(result.undecided).toBeLessThan(2e-4);
    return result.outcomes[0].probability;
  };
  const [coarse, fine] = [await run(dt, 'coarse'), await run(dt / 2, 'fine')];
  return [2 * fine - coarse, Math.sqrt((5 * fine * (1 - fine)) / PATHS)];
}

describe('exact probabilities', () => {
  // Kimura (1962): the drift and the noise vanish together at the absorbing ends
  it.each([
    { s: 2, sigma: 1, x0: 0.1 },
    { s: 0, sigma: 1, x0: 0.3 },
    { s: -0.5, sigma: 1, x0: 0.6 },
  ])('demographic noise fixes as Kimura says: s $s, sigma $sigma, x0 $x0', async ({ s, sigma, x0 }) => {
    const text = constantAdvantageGame('demographic', { advantage: s, sigma, initial: x0, horizon: 24 });
    const [estimate, standardError] = await upProbability(text, 0.02);
    expectWithin(estimate, fixationProbability(s, sigma, x0), standardError);
  });

  // the boundary does not spoil the absorbing scheme: no extrapolation, and a step that Euler is 0.06 off at
  it.each([
    { s: 2, sigma: 1, x0: 0.1 },
    { s: 0, sigma: 1, x0: 0.03 },
    { s: -1, sigma: 0.8, x0: 0.8 },
  ])('the absorbing scheme fixes as Kimura says at dt = 0.05: s $s, sigma $sigma, x0 $x0', async ({ s, sigma, x0 }) => {
    const game = readGame(constantAdvantageGame('demographic', { advantage: s, sigma, initial: x0, horizon: 40 }));
    const result = await simulate({ game, dt: 0.05, paths: PATHS, times: 0, passages: false, backend });
    expect(result.scheme).toBe('absorbing-euler');
    const { probability } = result.outcomes[0];
    const exact = fixationProbability(s, sigma, x0);
    expect(Math.abs(probability - exact)).toBeLessThan(0.008);
    // where there is no drift, the mean is kept exactly and the probability with it
    if (s === 0) expectWithin(probability, exact, Math.sqrt((exact * (1 - exact)) / PATHS));
  });

  // |theta| = 2 a / sigma^2 < 1: both ends attract, and the noise decides
  it.each([
    { a: 0, sigma: 1, x0: 0.3 },
    { a: 0.25, sigma: 1, x0: 0.4 },
    { a: -0.3, sigma: 1.2, x0: 0.7 },
  ])(
    'replicator noise divides the paths by the beta function: a $a, sigma $sigma, x0 $x0',
    async ({ a, sigma, x0 }) => {
      const text = constantAdvantageGame('replicator', { advantage: a, sigma, initial: x0, horizon: 200 });
      const [estimate, standardError] = await upProbability(text, 0.1);
      expectWithin(estimate, limitProbability(a, sigma, x0), standardError);
    },
  );
});

describe('without noise', () => {
  it.each(['data-sharing', 'rock-paper-scissors', 'hawk-dove'])(
    '%s follows its ordinary differential equation',
    async (name) => {
      const game = bundledGame(name);
      const set = Object.fromEntries(game.players.map((player) => [`sigma_${player.name}`, 0]));
      const point = pointAt(game, { set });
      const field = fieldAt(game, point);
      const start = point.initial.flatMap((shares) => shares.slice(0, -1));
      const horizon = 4;
      const exact = dormandPrince((state) => Array.from(driftAt(field, state)), start, [horizon])[0];
      const errors = await Promise.all(
        [0.02, 0.01, 0.005].map(async (dt) => {
          const result = await simulate({ game, set, horizon, dt, paths: 4, backend });
          const means = Object.values(result.final).map((share) => share.mean);
          return Math.abs(means[0] - exact[0]);
        }),
      );
      // Euler's error halves with the step; single precision and the 2^-22 of means leave 1e-6
      expect(errors[2]).toBeLessThan(0.01);
      expect(errors[0] - 2 * errors[1]).toBeLessThan(0.2 * errors[0] + 2e-6);
      expect(errors[1] - 2 * errors[2]).toBeLessThan(0.2 * errors[1] + 2e-6);
    },
  );
});

describe('a game that cycles', () => {
  // by symmetry each corner is as likely; schemes that store the share alone are caught at 1, where they end in two of them
  it('logit-weak-2 returns from every corner, and does not depend on the step', async () => {
    const game = bundledGame('matching-pennies');
    const set = { [`initial.${game.players[0].name}`]: 0.5, [`initial.${game.players[1].name}`]: 0.5 };
    const paths = 40_000;
    const run = (dt: number, seed: string) =>
      simulate({
        game,
        set,
        horizon: 200,
        scheme: 'logit-weak-2',
        dt,
        seed,
        paths,
        times: 0,
        passages: false,
        backend,
      });
    const [coarse, fine] = [await run(0.2, 'coarse'), await run(0.1, 'fine')];
    for (const { probability } of coarse.outcomes) {
      expectWithin(probability, (1 - coarse.undecided) / 4, Math.sqrt((probability * (1 - probability)) / paths));
    }
    const standardError = Math.sqrt((2 * fine.undecided * (1 - fine.undecided)) / paths);
    // the bias of order 2 at dt = 0.2 is below 0.01
    expect(Math.abs(coarse.undecided - fine.undecided)).toBeLessThan(5 * standardError + 0.01);
  });
});
