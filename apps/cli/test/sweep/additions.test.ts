/** What is added to a finished sweep: the bytes of a sweep that had it from the start, for the work that is new. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../trilogue.js';
import { resultOf, run, wanted } from './in-process.js';

const folder = scratch();
const { x } = wanted;
const steps = 50;
let next = 0;
const place = () => join(folder, `${next++}`);

async function fresh(change: Parameters<typeof run>[1]) {
  const out = place();
  await run(out, change);
  return resultOf(out);
}

describe('a sweep is added to', { timeout: 300_000 }, () => {
  it('by more paths, again and again', async () => {
    const out = place();
    await run(out);
    for (const [before, paths] of [
      [64, 66],
      [66, 301],
    ] as const) {
      const more = await run(out, { paths });
      expect(more.times.performance.steps).toBe(7 * (paths - before) * steps);
      expect(more.notes).toEqual(['7 of 7 cells have paths already; only further ones are computed']);
      expect(resultOf(out)).toEqual(await fresh({ paths }));
    }
    // what the old paths were kept in is taken away, and nobody misses it
    expect(readdirSync(join(out, 'records')).length).toBeLessThanOrEqual(4);
    expect(await run(out, { paths: 301 })).toMatchObject({ reused: true, warnings: [] });
  });

  it('by a finer axis, a longer one, and a second one that is longer', async () => {
    const out = place();
    await run(out);
    const finer = { x: { ...x, count: 13 } };
    const added = await run(out, finer);
    expect(added.times).toMatchObject({ resumedCells: 7, performance: { steps: 6 * 64 * steps } });
    expect(resultOf(out)).toEqual(await fresh(finer));
    const longer = { x: { ...x, from: 0.1, to: 0.9, count: 17 } };
    expect((await run(out, longer)).times.resumedCells).toBe(13);
    expect(resultOf(out)).toEqual(await fresh(longer));
    // shares below 0 are cells at which the game is not defined, and the others go on
    const beyond = await run(out, { x: { ...x, from: -0.4, to: 0.9, count: 27 } });
    expect(beyond.impossible).toHaveLength(8);

    const y = { name: 'horizon', from: 0, to: 1, count: 2 };
    await expect(run(out, { ...finer, y })).rejects.toThrow('--y: none there');
  });

  it('by more rows of a grid', async () => {
    const out = place();
    const [name] = Object.keys((await run(place())).ran.parameters);
    const heatmap = ['cells.csv', 'cells.parquet', 'heatmap.svg', 'heatmap.png'];
    const y = { name: name!, from: 1, to: 2, count: 2 };
    await run(out, { y });
    const taller = { y: { ...y, to: 3, count: 3 } };
    expect((await run(out, taller)).times.performance.steps).toBe(7 * 64 * steps);
    const whole = place();
    await run(whole, taller);
    expect(resultOf(out, heatmap)).toEqual(resultOf(whole, heatmap));
  });

  it('and where each cell has its own noise, only cells that keep their number are kept', async () => {
    const out = place();
    await run(out, { independent: true });
    const finer = { x: { ...x, count: 13 }, independent: true };
    // the first cell alone has the same number on both axes
    expect((await run(out, finer)).times.resumedCells).toBe(1);
    expect(resultOf(out)).toEqual(await fresh(finer));
  });

  it('by a narrower tolerance', async () => {
    const out = place();
    const wide = { tolerance: 0.05, paths: null, dt: null };
    const narrow = { ...wide, tolerance: 0.03 };
    await run(out, wide);
    const added = await run(out, narrow);
    const alone = place();
    const whole = await run(alone, narrow);
    expect(added.notes).toEqual(['7 of 7 cells have paths already; only further ones are computed']);
    expect(added.times.performance.steps).toBeLessThan(whole.times.performance.steps);
    expect(resultOf(out)).toEqual(resultOf(alone));
  });

  it('says so where the step changes, and computes everything again', async () => {
    const out = place();
    await run(out, { dt: null });
    const noisy = { name: 'sigma_hunter', from: 0.1, to: 0.2, count: 2 };
    const name = wanted.x.name.replace('initial.', 'sigma_');
    const y = { ...noisy, name };
    await run(out, { dt: null, x: y }).catch((error) => expect(error.message).toContain('--x'));
    const wild = place();
    await run(wild, { dt: null, x: { ...y, from: 0.5, to: 1, count: 2 } });
    const wider = { dt: null, x: { ...y, from: 0.5, to: 5, count: 10 } };
    const again = await run(wild, wider);
    expect(again.warnings).toEqual([
      'nothing of what is there can be used: the step or the random numbers differ. All cells are computed again.',
    ]);
    expect(resultOf(wild)).toEqual(await fresh(wider));
  });

  it('but not by fewer paths, a wider tolerance, or without some of its cells', async () => {
    const out = place();
    await run(out);
    await expect(run(out, { paths: 32 })).rejects.toThrow('--paths: 64 there, 32 asked for');
    await expect(run(out, { x: { ...x, count: 6 } })).rejects.toThrow('--x: initial.');
    const within = place();
    const tolerance = { tolerance: 0.05, paths: null, dt: null };
    await run(within, tolerance);
    await expect(run(within, { ...tolerance, tolerance: 0.1 })).rejects.toThrow(
      '--tolerance: 0.05 there, 0.1 asked for',
    );
    await expect(run(within, {})).rejects.toThrow('--tolerance: 0.05 there, none asked for');
  });
});
