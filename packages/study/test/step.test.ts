import { logisticShare } from '@internal/problems';
import { bundledGame, defineGame, fieldShape, readGame } from '@trilogue/core';
import { accurateScheme, openBackend, schemes } from '@trilogue/engine';
import { sobolPointsDesign } from '@trilogue/sensitivity';
import { describe, expect, it } from 'vitest';
import { type Model, runBatch } from '../src/model.js';
import { namedPoint, runDesign } from '../src/runs.js';
import { chooseStep, compare, indicesTrial, studyStep } from '../src/step.js';

describe('the step of a study', () => {
  it('is judged by squared differences less the noise of both runs', () => {
    const [coarse, fine] = [
      [0.5, 0.7],
      [0.4, 0.5],
    ].map((values) => values.map((value) => ({ value, variance: 0.001 })));
    // (0.01 + 0.04) / 2 - 0.002; half the distance of 0.008 and 0.038 over the root of two; (0.05)^2 - 0.001
    expect(compare(coarse!, fine!)).toEqual({
      squared: expect.closeTo(0.023, 12),
      error: expect.closeTo(0.015 / Math.SQRT2, 12),
      variance: expect.closeTo(0.0015, 12),
    });
  });

  it('leaves out points without a value', () => {
    const none = { value: Number.NaN, variance: Number.NaN };
    const one = { value: 1, variance: 0 };
    expect(compare([none, one], [one, one])).toEqual({ squared: 0, error: 0, variance: 0 });
  });

  it('is long for a scheme of second order and shorter for Euler', async () => {
    const { backend } = await openBackend('wasm', { threads: 2 });
    // a narrow range, so that the bias has nothing to hide behind
    const points = Array.from({ length: 64 }, (_, i) => ({ tau: 0.45 + i / 640 }));
    try {
      const step = (scheme: Model['scheme']) =>
        chooseStep(
          {
            ...{ game: bundledGame('data-sharing'), metric: 'P(share,share,*)', set: {}, seed: 'a' },
            ...{ horizon: 20, delta: 0.05, scheme, backend, signal: new AbortController().signal },
          },
          points,
          { negligible: 1e-5, tolerance: 1e-5, paths: 4096, mostPaths: 16_384 },
        );
      const [second, euler] = [await step('logit-weak-2'), await step('weak-euler')];
      expect(euler.dt).toBeLessThan(second.dt!);
      expect(await step('weak-euler')).toEqual(euler);
    } finally {
      await backend.close();
    }
  });

  it('keeps its promise for a scheme of order 1: the squared bias is below a thousandth of the variance', async () => {
    const game = defineGame({
      ...{
        game: 'kimura',
        players: { P: { strategies: ['new', 'old'] } },
        against: 'self',
        parameters: { a: { value: 0 } },
      },
      payoffs: { P: { new: 'a', old: 0 } },
      ...{ noise: { kind: 'demographic', sigma: { P: 1 } }, initial: { P: 0.5 }, horizon: 8 },
    });
    const { backend } = await openBackend('wasm', { threads: 2 });
    try {
      const model: Model = {
        ...{ game, metric: 'P(new)', set: {}, seed: 'kimura', horizon: 8, delta: 0.05 },
        ...{ scheme: accurateScheme(fieldShape(game)), backend, signal: new AbortController().signal },
      };
      expect(schemes[model.scheme].weakOrder).toBe(1);
      const factors = [
        { name: 'a', range: [-1, 1] as const },
        { name: 'initial.P', range: [0.2, 0.8] as const },
      ];
      const step = await studyStep(model, factors, null, indicesTrial);
      const design = sobolPointsDesign(factors, { samples: 64, seed: 'other' });
      const points = Array.from({ length: 64 }, (_, row) => namedPoint(design, row));
      const { outputs } = await runBatch(model, {
        points,
        paths: 8192,
        tolerance: 1,
        dt: step.dt,
        seed: 'other',
        independent: true,
      });
      // Kimura (1962): the probability of fixation, with sigma 1
      const exact = points.map((point) => {
        const [a, x] = [point.a!, point['initial.P']!];
        return Math.expm1(-2 * a * x) / Math.expm1(-2 * a);
      });
      const { squared, error, variance } = compare(
        outputs,
        exact.map((value) => ({ value, variance: 0 })),
      );
      expect(squared - 5 * error).toBeLessThan(indicesTrial.negligible * variance);
      expect(squared - 5 * error).toBeLessThan(step.bias! ** 2);
      // the stated bias is not far above what was allowed
      expect(step.bias! ** 2).toBeLessThan(1.5 * indicesTrial.negligible * variance);
    } finally {
      await backend.close();
    }
  });
});

describe('a game without noise', () => {
  const growth = readGame(`
game: growth
players: { P: { strategies: [a, b] } }
against: self
parameters: { k: { value: 1, range: [0.5, 1.5] }, idle: { value: 0, range: [0, 1] } }
payoffs: { P: { a: k + 0*idle, b: 0 } }
noise: { kind: none }
initial: { P: 0.01 }
horizon: 4
`);
  const factors = [
    { name: 'k', range: [0.5, 1.5] as const },
    { name: 'idle', range: [0, 1] as const },
  ];

  it('has paths that choose their steps, and indices of what these give', async () => {
    const { backend } = await openBackend('reference');
    try {
      const model: Model = {
        ...{ game: growth, metric: 'mean(P.a)', set: {}, seed: 'a', horizon: 4, delta: 0.05 },
        ...{ scheme: 'dormand-prince', backend, signal: new AbortController().signal },
      };
      const step = await studyStep(model, factors, null, indicesTrial);
      expect(step).toEqual({ dt: null, bias: indicesTrial.tolerance });
      const design = sobolPointsDesign(factors, { samples: 32, seed: 'a' });
      const { outputs } = await runDesign({
        ...{ model, design, paths: 1, dt: null, independent: false, finished: new Map() },
        onBatch: () => {},
        onProgress: () => {},
      });
      for (const [row, { value, variance }] of outputs.entries()) {
        const { k } = namedPoint(design, row);
        expect(Math.abs(value - logisticShare(k!, 0.01, 4))).toBeLessThan(indicesTrial.tolerance);
        expect(variance).toBe(0);
      }
      await expect(
        runBatch({ ...model, scheme: 'euler' }, { points: [{}], paths: 4, tolerance: 1, dt: null }),
      ).rejects.toThrow(/tolerance at points is for schemes whose paths choose their steps/);
    } finally {
      await backend.close();
    }
  });
});
