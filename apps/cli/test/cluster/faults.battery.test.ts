/**
 * Random faults while a sweep is computed by workers: after each round the result is, byte for byte, that of one machine that
 * nothing happened to, and nothing of the sweep is left in Redis.
 *
 * `npm run test:faults` runs 200 rounds; FAULT_SEED=N repeats the rounds of a seed that was printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningRedis, startRedis } from '@internal/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../trilogue.js';
import { draws, faults, lock, type Scene } from './faults.js';
import { type Clock, clock, launch, type Process } from './processes.js';

const rounds = Number(process.env.FAULT_ROUNDS ?? 8);
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 32));
/** Runs of a collector that a round may need. */
const mostRuns = 12;

const folder = scratch();
const sweeps = [
  ['--metric', 'P(share,share,coordinate)', '--seed', 'one'],
  ['--metric', 'mean(A.share)', '--seed', 'two', '--scheme', 'euler', '--paths', '60000'],
  ['--metric', 'T(share,share,coordinate)', '--seed', 'three', '--independent'],
].map((words) => [
  ...['sweep', 'data-sharing', '--x', 'tau=0.2:0.9:16', '--horizon', '5', '--dt', '0.1', '--backend', 'wasm'],
  ...(words.includes('--paths') ? words : [...words, '--paths', '200000']),
]);
const files = ['cells.csv', 'cells.parquet', 'curve.svg'];

let redis: RunningRedis;
let disk: string | null;
const workers: Process[] = [];
const clocks: Clock[] = [];
const reference: Record<string, Buffer | string>[] = [];

beforeAll(async () => {
  console.log(`faults: seed ${seed}, ${rounds} rounds`);
  disk = mountSmall(join(folder, 'disk'));
  if (disk === null) console.log('faults: no file system can be mounted here, so that no disk is filled');
  clocks.push(...['worker-0', 'worker-1', 'collector'].map((name) => clock(join(folder, `clock-${name}`))));
  redis = await startRedis({ keeps: 'all' });
  for (const [i, sweep] of sweeps.entries()) {
    const out = join(folder, `reference-${i}`);
    const run = launch([...sweep, '--threads', '1', '--out', out]);
    expect(await run.ended, run.text.stderr).toBe(0);
    reference.push(contentOf(out));
  }
}, 600_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await redis?.close();
  if (disk !== null) spawnSync('umount', [disk]);
});

describe('faults', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round))('round %i', { timeout: 600_000 }, async (round) => {
    const draw = draws(seed + round * 7919);
    const names = Object.keys(faults);
    const chosen = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => ({
      name: names[Math.floor(draw() * names.length)]!,
      at: draw() * 2_500,
    }));
    const which = Math.floor(draw() * sweeps.length);
    const out = join(disk ?? folder, `round-${round}`);
    const story = `seed ${seed}, round ${round}: ${chosen.map(({ name, at }) => `${name} at ${Math.round(at)} ms`).join(', ')}`;
    const command = [...sweeps[which]!, '--out', out, '--queue', redis.url, '--chunk', '10000000'];

    startWorkers();
    // as whatever keeps workers running would, so that no collector waits for workers that never come
    const keeper = setInterval(startWorkers, 3_000);
    const scene: Scene = { redis, workers, collector: collect(command), out, disk, clocks };
    const happening = Promise.all(
      chosen.map(async ({ name, at }) => {
        await pause(at);
        await faults[name]!(scene, draw);
      }),
    );
    const codes: (number | null)[] = [];
    /** What each run said last, but for the one that came to the end. */
    const lastWords: string[] = [];
    let hung = false;
    for (let run = 0; run < mostRuns; run++) {
      if (run > 0) scene.collector = collect(command);
      const late = setTimeout(() => {
        hung = true;
        void scene.collector.kill();
      }, 250_000);
      codes.push(await scene.collector.ended);
      clearTimeout(late);
      if (codes.at(-1) === 0) break;
      lastWords.push(`  ${codes.at(-1)}: ${scene.collector.text.stderr.trim().split('\n').at(-1)}`);
      await pause(300);
    }
    await happening;
    clearInterval(keeper);
    startWorkers();
    const said = `${story}\nexit codes ${codes.join(', ')}\n${scene.collector.text.stderr}`;
    expect(hung, said).toBe(false);
    expect(codes.at(-1), said).toBe(0);
    expect(contentOf(out), said).toEqual(reference[which]);
    expect(await leftInRedis(), said).toEqual([]);
    if (process.env.FAULT_ROUNDS !== undefined) {
      console.log([`${story}: the same bytes, exit codes ${codes.join(', ')}`, ...lastWords].join('\n'));
    }
    rmSync(out, { recursive: true });
  });
});

const collect = (command: readonly string[]) => launch(command, { env: clocks[2]!.env });

/** Workers that have ended are started again. */
function startWorkers(): void {
  for (const i of [0, 1]) {
    if (workers[i]?.running()) continue;
    const args = ['worker', '--queue', redis.url, '--threads', '1', '--lock', `${lock}`];
    workers[i] = launch(args, { env: clocks[i]!.env });
  }
}

/** Files with numbers, and the manifest without what differs from run to run. */
function contentOf(out: string): Record<string, Buffer | string> {
  const { times: _, ...manifest } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const content = Object.fromEntries(files.map((name) => [name, readFileSync(join(out, name))]));
  return { ...content, manifest: JSON.stringify(manifest) };
}

/** What BullMQ notes for a worker that still watches a queue; it goes when the worker looks away, within seconds. */
const watched = /^\{trilogue\}:(workers|sweep-\w+:(meta|events|stalled-check))$/;

/** What a sweep that is over has left. */
async function leftInRedis(): Promise<string[]> {
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  let keys: string[] = [];
  for (let i = 0; i < 300; i++) {
    keys = (await connection.keys('*')).filter((key) => !watched.test(key));
    if (keys.length === 0) break;
    await pause(100);
  }
  connection.disconnect();
  return keys;
}

/** A file system of four megabytes in memory; null where none can be mounted. */
function mountSmall(at: string): string | null {
  mkdirSync(at);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', at]);
  return status === 0 && existsSync(at) ? at : null;
}
