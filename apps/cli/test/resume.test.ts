/**
 * A sweep that is killed and a sweep that is stopped: the same command goes on, to the bytes of an uninterrupted run.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FinishedManifest, temporaryName } from '@trilogue/results';
import { describe, expect, it } from 'vitest';
import { scratch, start, trilogue } from './trilogue.js';

const folder = scratch();
const cells = 64;
const paths = 240_000;
/** Six seconds and more on one core; progress is written after one. */
const job = [
  ...['sweep', 'data-sharing', '--x', 'tau=0.3:0.7:8', '--y', 'kappa=0:0.8:8', '--dt', '0.1', '--paths', String(paths)],
  ...['--metric', 'quantile(A.share,0.9)', '--backend', 'wasm', '--threads', '1'],
];

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('waited for 30 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const chunks = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+\.bin$/.test(name)) : [];

describe('a sweep that is cut off', () => {
  it('by SIGKILL and then by Ctrl-C continues to the same bytes', { timeout: 180_000 }, async () => {
    const out = join(folder, 'cut');
    const records = join(out, 'records');
    const manifest = join(out, 'manifest.json');

    const killed = start([...job, '--out', out]);
    await until(() => chunks(records).length > 0);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ code: null, stdout: '' });
    // what a kill in the middle of a write leaves
    const half = temporaryName().replace(`-${process.pid}-`, `-${killed.child.pid}-`);
    writeFileSync(join(records, half), 'trilogue');
    const before = chunks(records).length;

    const locks = () => readdirSync(out).filter((name) => name.startsWith('lock-'));
    const [left] = locks();
    expect(left).toBeDefined();
    const stopped = start([...job, '--out', out]);
    await until(() => locks().length === 1 && locks()[0] !== left && chunks(records).length > before);
    expect(readdirSync(records)).not.toContain(half);
    stopped.child.kill('SIGINT');
    const ended = await stopped.ended;
    expect(ended).toMatchObject({ code: 130, stdout: '' });
    expect(ended.stderr).toMatch(/^stopped: \d+ of 64 cells are kept in .*; the same command goes on from there\n$/);
    const more = Number(/^stopped: (\d+) of/.exec(ended.stderr)![1]);
    expect(more).toBeGreaterThan(0);
    expect(more).toBeLessThan(cells);

    const [resumed, whole] = [
      await trilogue([...job, '--out', out]),
      await trilogue([...job, '--out', join(folder, 'whole')]),
    ];
    expect([resumed.code, whole.code]).toEqual([0, 0]);
    expect(resumed.stdout).toContain(`${more} of them from an earlier run`);
    for (const name of ['cells.csv', 'cells.parquet', 'heatmap.svg', 'heatmap.png']) {
      expect(readFileSync(join(out, name))).toEqual(readFileSync(join(folder, 'whole', name)));
    }
    expect(readdirSync(out).filter((name) => name.startsWith('lock'))).toEqual([]);
    const { times } = JSON.parse(readFileSync(manifest, 'utf8')) as FinishedManifest;
    expect(times).toMatchObject({ resumedCells: more, performance: { steps: (cells - more) * paths * 200 } });
  });
});
