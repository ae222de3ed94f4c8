import { diffusionAt, driftAt, fieldAt, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { constantAdvantageGame } from '../src/constant-advantage-game.js';

const numbers = { advantage: 0.3, sigma: 0.5, initial: 0.25, horizon: 20 };

describe('constantAdvantageGame', () => {
  it.each([
    ['none', undefined],
    ['replicator', (x: number) => 0.5 * x * (1 - x)],
    ['demographic', (x: number) => 0.5 * Math.sqrt(x * (1 - x))],
    ['multiplicative', (x: number) => 0.5 * x],
  ] as const)('noise %s: is a game file that means the equation of its name', (noise, diffusion) => {
    const game = readGame(constantAdvantageGame(noise, numbers));
    const point = pointAt(game);
    const field = fieldAt(game, point);
    expect(point.initial).toEqual([[0.25, 0.75]]);
    expect(game.horizon).toBe(20);
    for (const x of [0.1, 0.25, 0.9]) {
      expect(driftAt(field, [x])[0]).toBeCloseTo(0.3 * x * (1 - x), 14);
      const channels = diffusionAt(field, [x])[0]!;
      expect(channels).toHaveLength(diffusion ? 1 : 0);
      if (diffusion) expect(channels[0]).toBeCloseTo(diffusion(x), 14);
    }
  });

  it('writes numbers that a game file reads back, small ones too', () => {
    const game = readGame(constantAdvantageGame('replicator', { ...numbers, advantage: -1e-7, horizon: 1e21 }));
    expect(pointAt(game).parameters).toEqual({ a: -1e-7, sigma: 0.5, x0: 0.25 });
    expect(game.horizon).toBe(1e21);
  });
});
