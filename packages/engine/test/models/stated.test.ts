/**
 * What a result states, for every model: its distance to a run of an eighth of the step is at most the error stated, five standard errors of
 * the other run's paths, and what that run's own step may leave (half of the bound, at the lowest order that is stated).
 */
import { type Backend, openBackend, simulate } from '@trilogue/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MODELS, modelGame } from '../backends/cases.js';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

const PATHS = 40_000;

it.each(Object.keys(MODELS).filter((name) => name !== 'left alone'))('%s', async (name) => {
  const game = modelGame(name);
  const plain = { times: 0, passages: false, backend } as const;
  const result = await simulate({ game, tolerance: 0.06, ...plain });
  const fine = await simulate({ game, dt: result.dt! / 8, scheme: 'euler', paths: PATHS, seed: 'fine', ...plain });
  for (const [share, { mean, low, high, bias }] of Object.entries(result.final)) {
    const other = fine.final[share]!;
    const noise = (5 * other.sd) / Math.sqrt(PATHS);
    expect(Math.max(high - mean, mean - low) + bias!).toBeLessThan(0.06);
    expect(Math.abs(mean - other.mean), share).toBeLessThan(Math.max(high - mean, mean - low) + 1.5 * bias! + noise);
  }
  for (const [i, { profile, probability, low, high, bias }] of result.outcomes.entries()) {
    const other = fine.outcomes[i]!;
    const noise = 5 * Math.sqrt((other.probability * (1 - other.probability) + 1 / PATHS) / PATHS);
    const stated = Math.max(high - probability, probability - low);
    expect(Math.abs(probability - other.probability), profile.join()).toBeLessThan(stated + 1.5 * bias! + noise);
  }
});
