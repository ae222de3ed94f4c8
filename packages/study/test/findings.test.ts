/** How often the intervals of Sobol indices hold the truth, where outputs are those of paths. */
import { normalCdf } from '@internal/problems';
import { defineGame } from '@trilogue/core';
import { openBackend } from '@trilogue/engine';
import type { SobolResult } from '@trilogue/sensitivity';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../src/findings.js';
import { methods } from '../src/methods.js';
import type { Model } from '../src/model.js';
import { runDesign } from '../src/runs.js';

/** The logit of `new` ends at ln 19 + g + a standard normal: it is near `new` (0.95) with probability Phi(g). */
const game = defineGame({
  ...{ game: 'sum', players: { P: { strategies: ['new', 'old'] } }, against: 'self' },
  parameters: { a: { value: 0 }, b: { value: 0 } },
  payoffs: { P: { new: '2.944438979166440 + a + 0.3*b + 0.5 - P.new', old: 0 } },
  ...{ noise: { kind: 'replicator', sigma: { P: 1 } }, initial: { P: 0.5 }, horizon: 1 },
});
const factors = [
  { name: 'a', range: [-1, 1] as const },
  { name: 'b', range: [-1, 1] as const },
];

/** Exact variance and totals, by midpoints on a grid. */
function exactOf() {
  const n = 200;
  const at = Array.from({ length: n }, (_, i) => (2 * i + 1) / n - 1);
  const table = at.map((a) => at.map((b) => normalCdf(a + 0.3 * b)));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]) => mean(values.map((value) => value ** 2)) - mean(values) ** 2;
  const all = variance(table.flat());
  return {
    variance: all,
    a: 1 - variance(at.map((_, j) => mean(table.map((row) => row[j]!)))) / all,
    b: 1 - variance(table.map(mean)) / all,
  };
}

describe('findings', () => {
  it('hold the exact indices and variance about 95 times in 100, with random numbers of its own for each run', async () => {
    const { backend } = await openBackend('wasm', { threads: 1 });
    const { signal } = new AbortController();
    const exact = exactOf();
    const hits = { variance: 0, a: 0, b: 0 };
    const repeats = 100;
    try {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const seed = `findings ${repeat}`;
        const model: Model = {
          ...{ game, metric: 'P(new)', set: {}, seed, horizon: 1, delta: 0.05 },
          ...{ scheme: 'logit-weak-2', backend, signal },
        };
        const design = methods.sobol.design(factors, { samples: 256, seed, base: [] });
        const { independent } = methods.sobol;
        const job = { model, design, paths: 64, dt: 0.1, independent, finished: new Map() };
        const { outputs } = await runDesign({ ...job, onBatch: () => {}, onProgress: () => {} });
        const found = findingsOf(design, outputs, { method: 'sobol', seed, independent }) as SobolResult;
        const estimates = [found.variance.parameters, found.indices[0]!.total, found.indices[1]!.total];
        for (const [i, name] of (['variance', 'a', 'b'] as const).entries()) {
          const { low, high } = estimates[i]!;
          hits[name] += low <= exact[name] && exact[name] <= high ? 1 : 0;
        }
      }
    } finally {
      await backend.close();
    }
    // five binomial standard errors of 100 repeats are 0.109
    for (const count of Object.values(hits)) expect(count / repeats).toBeGreaterThan(0.95 - 0.109);
  }, 60_000);

  it('say what is in no interval where all runs share their random numbers', () => {
    const design = methods.sobol.design(factors, { samples: 64, seed: 's', base: [] });
    const outputs = Array.from({ length: design.runs }, (_, row) => ({ value: design.point(row)[0]!, variance: 0.01 }));
    const codes = (method: 'sobol', independent: boolean) =>
      findingsOf(design, outputs, { method, seed: 's', independent }).warnings.map(({ code }) => code);
    expect(codes('sobol', false)).toContain('shared-paths');
    expect(codes('sobol', true)).not.toContain('shared-paths');
  });
});
