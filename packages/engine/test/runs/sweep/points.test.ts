/** A metric at a list of points: what a sweep says of each. */
import { bundledGame } from '@trilogue/core';
import { type Backend, metricAt, openBackend, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const game = bundledGame('data-sharing');
const metric = 'P(share,share,coordinate)';
let backend: Backend;

beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 2 })).backend;
});
afterAll(() => backend.close());

describe('metricAt', () => {
  const run = { game, metric, paths: 600, dt: 0.2, horizon: 8 } as const;

  it('is the sweep, where the points are those of a grid', async () => {
    const x = { name: 'tau', from: 0.4, to: 0.6, count: 3 };
    const grid = await sweep({ ...run, backend, x, set: { w: 0.9 } });
    const points = grid.x.values.map((tau) => ({ tau }));
    const found = await metricAt({ ...run, backend, points, set: { w: 0.9 } });
    expect([found.values, found.low, found.high]).toEqual([grid.values[0], grid.low[0], grid.high[0]]);
    expect(found).toMatchObject({ metric, paths: 600, dt: 0.2, steps: 40, backend: 'wasm' });
    expect(found.performance.steps).toBe(3 * 600 * 40);
  });

  it('sets several names at a point, over what all points set', async () => {
    const points: Record<string, number>[] = [{ tau: 0.9, p: 2 }, { tau: 0 }];
    const { values } = await metricAt({ ...run, backend, points, set: { tau: 0.3 } });
    expect(values[0]).toBeGreaterThan(0.9);
    expect(values[1]).toBeLessThan(0.1);
  });

  it('shares random numbers between points, or gives each its own by its number', async () => {
    const points = [{}, {}, {}];
    const shared = (await metricAt({ ...run, backend, points })).values;
    expect(new Set(shared).size).toBe(1);
    const own = (await metricAt({ ...run, backend, points, independent: true })).values;
    expect(new Set(own).size).toBeGreaterThan(1);
    const later = await metricAt({ ...run, backend, points: [{}], independent: true, firstPoint: 2 });
    expect(later.values).toEqual([own[2]]);
  });

  it('refuses names that cannot be set, and wrong numbers of paths', async () => {
    await expect(metricAt({ ...run, backend, points: [{ trust: 1 }] })).rejects.toThrow('trust');
    await expect(metricAt({ ...run, backend, points: [{}], paths: 0 })).rejects.toThrow('paths must be');
  });

  it.each([
    'P(share,share,coordinate)',
    'mean(A.share)',
    'sd(A.share)',
    'gap(A.share,B.share)',
    'T(share,share,coordinate)',
  ])('tells the variance of the noise without bias: %s', async (own) => {
    const count = 800;
    const points = Array.from({ length: count }, () => ({ tau: 0.55 }));
    const { values, variance } = await metricAt({
      ...run,
      metric: own,
      paths: 200,
      backend,
      points,
      independent: true,
    });
    const mean = values.reduce<number>((sum, value) => sum + value!, 0) / count;
    const scatter = values.reduce<number>((sum, value) => sum + (value! - mean) ** 2, 0) / (count - 1);
    const told = variance.reduce<number>((sum, value) => sum + value!, 0) / count;
    // the scatter of 800 nearly normal values is known to sqrt(2 / 799) = 0.05 of itself; five of them
    expect(Math.abs(told / scatter - 1)).toBeLessThan(0.25);
  });

  it('tells no variance where all paths are the same', async () => {
    const points = [{ sigma_A: 0, sigma_B: 0, sigma_M: 0 }];
    for (const own of ['P(share,share,coordinate)', 'mean(A.share)', 'sd(A.share)', 'quantile(A.share,0.5)']) {
      expect((await metricAt({ ...run, metric: own, backend, points })).variance, own).toEqual([0]);
    }
  });
});
