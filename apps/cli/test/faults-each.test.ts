/**
 * A kill right before each change that a sweep makes to the disk, one after the other: the same sweep goes on from what is left,
 * without a word, to the bytes of a run that nothing disturbed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { resultOf, run } from './sweep/in-process.js';
import { scratch, start } from './trilogue.js';

const folder = scratch();
const preload = pathToFileURL(join(import.meta.dirname, 'snapshots.mjs')).href;
/** The sweep of `run`, as a command. */
const job = [
  ...['sweep', 'stag-hunt', '--x', 'initial.hunter=0.2:0.8:7', '--metric', 'mean(hunter.stag)', '--seed', 'x'],
  ...['--paths', '64', '--dt', '0.1', '--horizon', '5', '--backend', 'wasm', '--threads', '1'],
];

it('a sweep goes on, whatever change to the disk was its last', { timeout: 300_000 }, async () => {
  const [whole, snapshots] = [join(folder, 'whole'), join(folder, 'snapshots')];
  const env = { SNAPSHOTS_OF: whole, SNAPSHOTS_TO: snapshots, NODE_OPTIONS: `--import=${preload}` };
  expect(await start([...job, '--out', whole], undefined, 55_000, env).ended).toMatchObject({ code: 0, stderr: '' });
  const changes = readdirSync(snapshots).map(Number);
  expect(changes.length).toBeGreaterThan(20);
  for (const change of changes.sort((a, b) => a - b)) {
    const out = join(snapshots, `${change}`);
    const { warnings } = await run(out);
    expect({ change, warnings, ...resultOf(out) }).toEqual({ change, warnings: [], ...resultOf(whole) });
  }
});
