/**
 * A kill right before each change that a sweep makes to the disk, one after the other: the same sweep goes on from what is left,
 * without a word, to the bytes of a run that nothing disturbed, and repeats nothing that is there.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { WantedSweep } from '../src/sweep/folder.js';
import { resultOf, run } from './sweep/in-process.js';
import { scratch, start } from './trilogue.js';

const folder = scratch();
const preload = pathToFileURL(join(import.meta.dirname, 'snapshots.mjs')).href;

/** The sweep of `run`, as a command; its folder, and the folders of what a kill before each change would have left. */
async function snapshotsOf(name: string, accuracy: readonly string[]) {
  const [whole, snapshots] = [join(folder, name), join(folder, `${name}-snapshots`)];
  const env = { SNAPSHOTS_OF: whole, SNAPSHOTS_TO: snapshots, NODE_OPTIONS: `--import=${preload}` };
  const job = [
    ...['sweep', 'stag-hunt', '--x', 'initial.hunter=0.2:0.8:7', '--metric', 'mean(hunter.stag)', '--seed', 'x'],
    ...['--backend', 'wasm', '--threads', '1', ...accuracy, '--out', whole],
  ];
  expect(await start(job, undefined, 55_000, env).ended).toMatchObject({ code: 0, stderr: '' });
  const changes = readdirSync(snapshots).map(Number);
  return { whole, left: changes.sort((a, b) => a - b).map((change) => join(snapshots, `${change}`)) };
}

/** Goes on with what is left; path-steps that it took. */
async function goOn(out: string, change: Partial<WantedSweep>, whole: string): Promise<number> {
  const { warnings, times } = await run(out, change);
  expect({ out, warnings, ...resultOf(out) }).toEqual({ out, warnings: [], ...resultOf(whole) });
  return times.performance.steps;
}

describe('a sweep goes on, whatever change to the disk was its last', { timeout: 300_000 }, () => {
  it('with given paths', async () => {
    const { whole, left } = await snapshotsOf('given', ['--horizon', '5', '--paths', '64', '--dt', '0.1']);
    expect(left.length).toBeGreaterThan(20);
    for (const out of left) await goOn(out, {}, whole);
  });

  it('within a tolerance, while it looks for the step: no trial is repeated', async () => {
    const change = { tolerance: 0.01, paths: null, dt: null, horizon: 30 };
    const { whole, left } = await snapshotsOf('within', ['--horizon', '30', '--tolerance', '0.01']);
    const trials = (out: string) =>
      readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /trial-\w+\.bin$/.test(name)).length;
    // for each number of trials that were kept what was left first
    const folders = [...new Map(left.toReversed().map((out) => [trials(out), out]))].sort(([a], [b]) => a - b);
    expect(folders.map(([count]) => count)).toEqual([0, 1, 2, 3]);
    const steps: number[] = [];
    for (const [, out] of folders) steps.push(await goOn(out, change, whole));
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => b - a));
  });
});
