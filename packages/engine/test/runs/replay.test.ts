import { bundledGame } from '@trilogue/core';
import {
  type Backend,
  openBackend,
  type ReplayResult,
  replay,
  type SchemeName,
  simulate,
  sweep,
} from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const game = bundledGame('data-sharing');
const PATHS = 8;
let backend: Backend;

beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 1 })).backend;
});
afterAll(() => backend.close());

const last = (values: readonly number[]) => values[values.length - 1];
/** A mean as the engine adds it up: each path in units of 2^-22. */
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + Math.floor(value * 2 ** 22 + 0.5), 0) / 2 ** 22 / values.length;

describe('replay', () => {
  it.each(['weak-euler', 'euler'] as SchemeName[])('runs the paths of an ensemble again: %s', async (scheme) => {
    const options = { game, backend, scheme, seed: 'again', horizon: 10, dt: 0.1, set: { sigma_A: 0.8 } };
    const ensemble = await simulate({ ...options, paths: PATHS, times: 10 });
    const paths: ReplayResult[] = [];
    for (let path = 0; path < PATHS; path++) paths.push(await replay({ ...options, path }));

    for (const [name, { mean: expected }] of Object.entries(ensemble.final)) {
      expect(mean(paths.map((path) => last(path.shares[name])))).toBe(expected);
    }
    for (const [t, time] of ensemble.bands.times.entries()) {
      const step = paths[0].times.indexOf(time);
      expect(step).toBe(10 * t);
      expect(mean(paths.map((path) => path.shares['B.share'][step]))).toBe(ensemble.bands.shares['B.share'].mean[t]);
    }
    const near = (path: ReplayResult, step: number) =>
      ['A.share', 'B.share', 'M.coordinate'].every((name) => path.shares[name][step] >= Math.fround(0.95));
    expect(paths.filter((path) => near(path, 100)).length).toBe(ensemble.outcomes[0].count);
    const entries = paths
      .map((path) => path.times.findIndex((_, step) => near(path, step)))
      .filter((step) => step >= 0);
    // passages look from a threshold that is nearer by a part of a step's noise
    expect(ensemble.passages[0].probability).toBeGreaterThanOrEqual(entries.length / PATHS);
    expect(paths.reduce((sum, path) => sum + path.boundaryHits, 0)).toBe(ensemble.boundaryHits);
  });

  it('says what ran, with the start and every step', async () => {
    const result = await replay({ game, backend, path: 5, horizon: 2, dt: 0.1, set: { 'initial.A': 0.3 } });
    expect(result).toMatchObject({ game: 'data-sharing', path: 5, cell: 0, paths: 1, steps: 20, backend: 'wasm' });
    expect(result.times).toHaveLength(21);
    expect(result.times[0]).toBe(0);
    expect(last(result.times)).toBeCloseTo(2, 12);
    expect(Object.keys(result.shares)).toEqual(['A.share', 'B.share', 'M.coordinate']);
    expect(result.shares['A.share']).toHaveLength(21);
    expect(result.shares['A.share'][0]).toBe(Math.fround(0.3));
  });

  it('runs a path of a sweep with independent random numbers by its cell', async () => {
    const x = { name: 'tau', from: 0.3, to: 0.7, count: 3 };
    const options = { game, backend, horizon: 5, dt: 0.1 };
    const { values } = await sweep({ ...options, x, metric: 'mean(A.share)', paths: PATHS, independent: true });
    const ends: number[] = [];
    for (let path = 0; path < PATHS; path++) {
      const { shares } = await replay({ ...options, set: { tau: 0.7 }, path, cell: 2 });
      ends.push(last(shares['A.share']));
    }
    expect(mean(ends)).toBe(values[0][2]);
  });

  it('draws other numbers for another path, cell or seed, and the same for the same', async () => {
    const run = async (options: { path: number; cell?: number; seed?: string }) =>
      JSON.stringify((await replay({ game, backend, horizon: 5, dt: 0.1, ...options })).shares);
    const first = await run({ path: 3 });
    expect(await run({ path: 3, cell: 0, seed: 'trilogue' })).toBe(first);
    const others = [{ path: 2 }, { path: 3 + 2 ** 32 }, { path: 3, cell: 1 }, { path: 3, seed: 'other' }];
    const all = new Set([first]);
    for (const other of others) all.add(await run(other));
    expect(all.size).toBe(5);
  });

  it('takes paths as far as numbers are exact', async () => {
    const { shares } = await replay({ game, backend, horizon: 1, dt: 0.1, path: Number.MAX_SAFE_INTEGER });
    expect(shares['A.share']).toHaveLength(11);
  });
});
