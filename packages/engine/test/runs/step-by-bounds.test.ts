/** What runs without a measured error take, known before any of them runs. */
import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { simulate, stepByBounds, sweep } from '../../src/index.js';

describe('stepByBounds', () => {
  it.each([
    ['data-sharing', {}],
    ['rock-paper-scissors', { set: { sigma: 3 } }],
    ['matching-pennies', { set: { stake: 300 }, horizon: 5 }],
  ])('is the step of an ensemble of %s with %j whose paths alone are given', async (name, change) => {
    const options = { game: bundledGame(name), ...change };
    const { dt, steps } = stepByBounds(options);
    const ran = await simulate({ ...options, paths: 4, backend: 'reference' });
    // a run shortens it until it divides the horizon
    expect(ran.dt).toBeCloseTo(dt, 12);
    expect(ran.steps).toBe(steps);
  });

  it('is the step of all points together, as a sweep takes it', async () => {
    const game = bundledGame('matching-pennies');
    const axis = { name: 'stake', from: 1, to: 90, count: 3 };
    const ran = await sweep({ game, x: axis, metric: 'mean(even.heads)', paths: 4, horizon: 1, backend: 'reference' });
    const points = [1, 45.5, 90].map((stake) => ({ stake }));
    expect(stepByBounds({ game, horizon: 1, points }).steps).toBe(ran.steps);
    expect(stepByBounds({ game, horizon: 1, points: points.slice(0, 1) }).steps).toBeLessThan(ran.steps!);
  });

  it('names the scheme that a tolerance takes', async () => {
    const game = bundledGame('hawk-dove');
    const ran = await simulate({ game, tolerance: 0.1, backend: 'wasm', horizon: 1 });
    expect(stepByBounds({ game }).scheme).toBe(ran.scheme);
  });

  it('is a quarter of that for schemes of weak order 1', () => {
    const game = bundledGame('rock-paper-scissors');
    const noisy = { ...game, noise: { ...game.noise, kind: 'multiplicative' as const } };
    expect(stepByBounds({ game: noisy })).toEqual({ scheme: 'euler', dt: 0.025, steps: 1600 });
  });

  it('says how many steps there would be, also where no run takes so many', () => {
    expect(stepByBounds({ game: bundledGame('hawk-dove'), horizon: 1e9 }).steps).toBeGreaterThan(1e9);
  });
});
