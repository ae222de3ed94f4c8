/**
 * Ctrl-C at a terminal, on either side of a queue: each ends with 130 and in good order, and whoever is left goes on. What the
 * terminal of the collector shows meanwhile: how far all workers are together, and how many they are.
 */
import { join } from 'node:path';
import { type RunningRedis, startRedis } from '@internal/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratch } from '../trilogue.js';
import { atTerminal, launch, type Process } from './processes.js';

const folder = scratch();
const cells = 400;
/** More than a minute on one core, in a chunk for each cell: nothing here waits for its end. */
const sweep = [
  ...['sweep', 'data-sharing', '--x', `tau=0.2:0.9:${cells}`, '--horizon', '5', '--dt', '0.1', '--paths', '400000'],
  ...['--metric', 'P(share,share,coordinate)', '--backend', 'wasm'],
];
let redis: RunningRedis;
const started: Process[] = [];
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(started.map((process) => process.kill()));
  await redis?.close();
});

function begin(process: Process): Process {
  started.push(process);
  return process;
}

async function until(process: Process, what: RegExp): Promise<void> {
  const end = performance.now() + 60_000;
  while (!what.test(shown(process))) {
    if (performance.now() > end || !process.running()) throw new Error(`no ${what} in:\n${shown(process)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const shown = ({ text }: Process) => text.stdout + text.stderr;

it.skipIf(process.platform !== 'linux')('ends a worker and a collector, and the same command goes on', async () => {
  const out = join(folder, 'out');
  const worker = ['worker', '--queue', redis.url, '--threads', '1'];
  const collect = [...sweep, '--out', out, '--queue', redis.url, '--chunk', '20000000'];
  const [first, second] = [begin(launch(worker)), begin(atTerminal(worker))];
  const collector = begin(atTerminal(collect));

  // both sides count all workers
  await until(collector, /sweep [█░]+ +\d+% .* steps\/s {2}2 workers/);
  await until(second, /computing P\(share,share,coordinate\)/);
  second.child.stdin!.write('\x03');
  expect(await second.ended).toBe(130);
  expect(shown(second)).toMatch(/\d+ chunks computed/);
  await until(collector, / {2}1 worker\b/);
  collector.child.stdin!.write('\x03');
  expect(await collector.ended).toBe(130);
  const kept = Number(
    /stopped: (\d+) of 400 cells are kept in .*; the same command goes on/.exec(shown(collector))![1],
  );
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(cells);
  expect(first.running()).toBe(true);

  const again = begin(atTerminal(collect));
  await until(again, new RegExp(`${kept} of 400 cells are there already; going on`));
  await until(again, / {2}1 worker\b/);
  again.child.stdin!.write('\x03');
  expect(await again.ended).toBe(130);
  const more = Number(/stopped: (\d+) of 400 cells are kept in/.exec(shown(again))![1]);
  expect(more).toBeGreaterThan(kept);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(130);
});
