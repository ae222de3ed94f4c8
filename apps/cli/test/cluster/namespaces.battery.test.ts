/**
 * Three worker hosts with addresses of their own, in network namespaces that this test makes and removes: one is cut off
 * while it computes, and healed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningRedis, startRedis } from '@internal/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { scratch } from '../trilogue.js';
import { launch, type Process } from './processes.js';

const folder = scratch();
const own = `trq${process.pid}`;
const hub = `${own}-hub`;
const hosts = [1, 2, 3].map((n) => ({ name: `${own}-w${n}`, link: `to-w${n}`, address: `10.77.0.${10 + n}` }));
const sweep = [
  ...['sweep', 'data-sharing', '--x', 'tau=0.2:0.9:60', '--horizon', '5', '--dt', '0.1', '--paths', '400000'],
  ...['--metric', 'P(share,share,coordinate)', '--backend', 'wasm'],
];

/** Runs `ip`; the reason where it fails. */
function ip(words: string): string | null {
  const { status, stderr, error } = spawnSync('ip', words.split(' '), {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/** A bridge with Redis and the collector, and three hosts at it; the reason where it cannot be made. */
function build(): string | null {
  const steps = [
    `netns add ${hub}`,
    `-n ${hub} link add br0 type bridge`,
    `-n ${hub} addr add 10.77.0.1/24 dev br0`,
    `-n ${hub} link set br0 up`,
    `-n ${hub} link set lo up`,
    ...hosts.flatMap(({ name, link, address }) => [
      `netns add ${name}`,
      `-n ${hub} link add ${link} type veth peer name eth0 netns ${name}`,
      `-n ${hub} link set ${link} master br0`,
      `-n ${hub} link set ${link} up`,
      `-n ${name} addr add ${address}/24 dev eth0`,
      `-n ${name} link set eth0 up`,
      `-n ${name} link set lo up`,
    ]),
  ];
  for (const step of steps) {
    const reason = ip(step);
    if (reason !== null) return `ip ${step}: ${reason}`;
  }
  return null;
}

const started: Process[] = [];
let redis: RunningRedis | undefined;
afterAll(async () => {
  await Promise.all(started.map((process) => process.kill()));
  await redis?.close();
  for (const { name } of [...hosts, { name: hub }]) ip(`netns del ${name}`);
});

describe('worker hosts', () => {
  it('of which one is cut off and healed give the bytes of one machine', { timeout: 400_000 }, async (context) => {
    const reason = build();
    if (reason !== null) context.skip(`no network namespaces can be made here: ${reason}`);
    const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
    const inside = (name: string) => ({ through: ['ip', 'netns', 'exec', name], env });
    redis = await startRedis({ host: '10.77.0.1', password: 'secret', ...inside(hub) });
    const { url } = redis;
    const begin = (args: readonly string[], where: string) => {
      const process = launch(args, inside(where));
      started.push(process);
      return process;
    };
    const worker = ['worker', '--queue', url, '--threads', '1', '--lock', '2'];
    const workers = hosts.map(({ name }) => begin(worker, name));
    const out = join(folder, 'out');
    const collector = begin([...sweep, '--out', out, '--queue', url, '--chunk', '20000000', '--json'], hub);

    const until = async (what: string, condition: () => boolean) => {
      const end = performance.now() + 200_000;
      while (!condition()) {
        if (performance.now() > end) throw new Error(`waited in vain: ${what}\n${collector.text.stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await until('a third host that computes', () => workers[2]!.text.stderr.includes('computing P('));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(ip(`-n ${hub} link set ${hosts[2]!.link} down`)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(ip(`-n ${hub} link set ${hosts[2]!.link} up`)).toBeNull();

    expect(await collector.ended, collector.text.stderr).toBe(0);
    const { queue } = JSON.parse(collector.text.stdout) as { queue: { workers: number; chunks: number } };
    expect(queue).toMatchObject({ workers: 3, chunks: 60 });
    expect(workers.map((process) => process.running())).toEqual([true, true, true]);

    const reference = join(folder, 'reference');
    const alone = launch([...sweep, '--out', reference]);
    expect(await alone.ended, alone.text.stderr).toBe(0);
    for (const name of ['cells.csv', 'cells.parquet', 'curve.svg']) {
      expect(readFileSync(join(out, name))).toEqual(readFileSync(join(reference, name)));
    }
    for (const process of workers) process.child.kill('SIGTERM');
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([143, 143, 143]);
  });
});
