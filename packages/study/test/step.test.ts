import { bundledGame } from '@trilogue/core';
import { openBackend } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import type { Model } from '../src/model.js';
import { chooseStep, compare } from '../src/step.js';

describe('the step of a study', () => {
  it('is judged by squared differences less the noise of both runs', () => {
    const [coarse, fine] = [
      [0.5, 0.7],
      [0.4, 0.5],
    ].map((values) => values.map((value) => ({ value, variance: 0.001 })));
    // (0.01 + 0.04) / 2 - 0.002; half the distance of 0.008 and 0.038 over the root of two; (0.05)^2
    expect(compare(coarse!, fine!)).toEqual({
      squaredBias: expect.closeTo(0.023, 12),
      error: expect.closeTo(0.015 / Math.SQRT2, 12),
      variance: expect.closeTo(0.0025, 12),
    });
  });

  it('leaves out points without a value', () => {
    const none = { value: Number.NaN, variance: Number.NaN };
    const one = { value: 1, variance: 0 };
    expect(compare([none, one], [one, one])).toEqual({ squaredBias: 0, error: 0, variance: 0 });
  });

  it('is long for a scheme of second order and shorter for Euler', async () => {
    const { backend } = await openBackend('wasm', { threads: 1 });
    // a narrow range, so that the bias has nothing to hide behind
    const points = Array.from({ length: 64 }, (_, i) => ({ tau: 0.45 + i / 640 }));
    try {
      const step = (scheme: Model['scheme']) =>
        chooseStep(
          {
            ...{ game: bundledGame('data-sharing'), metric: 'P(share,share,*)', scenario: null, set: {}, seed: 'a' },
            ...{ horizon: 20, delta: 0.05, scheme, backend, signal: new AbortController().signal },
          },
          points,
          { negligible: 1e-5, paths: 4096 },
        );
      const [second, euler] = [await step('logit-weak-2'), await step('weak-euler')];
      expect(euler.dt).toBeLessThan(second.dt);
      expect(await step('weak-euler')).toEqual(euler);
    } finally {
      await backend.close();
    }
  });
});
