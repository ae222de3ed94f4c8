/**
 * Random faults against real processes: `kill -9` at any moment, chunks that are cut, changed or removed, two processes at
 * once, added paths. After each: the bytes of a run that nothing disturbed, or on the way there.
 *
 * TRILOGUE_FAULT_ROUNDS is the number of rounds (`npm run test:faults` makes it 300); without it they end after some 20 seconds.
 * TRILOGUE_FAULT_SEED replays the choices of a run; when a kill comes depends on the machine too.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStream, keyOf } from '@trilogue/random';
import { afterAll, describe, expect, it } from 'vitest';
import { type Running, scratch, start, trilogue } from './trilogue.js';

const folder = scratch();
const rounds = Number(process.env.TRILOGUE_FAULT_ROUNDS ?? 40);
const seconds = process.env.TRILOGUE_FAULT_ROUNDS === undefined ? 20 : Number.POSITIVE_INFINITY;
const seed = process.env.TRILOGUE_FAULT_SEED ?? `${Date.now()}`;
const names = ['cells.csv', 'cells.parquet', 'heatmap.svg', 'heatmap.png'];

/** Sweeps of about a second each, whose search for the step, cells and pictures are all long enough to be hit. */
const jobs = {
  paths: ['--dt', '0.1', '--paths', '4001', '--threads', '1'],
  tolerance: ['--tolerance', '0.02', '--threads', '2'],
};
const job = (name: keyof typeof jobs) => [
  ...['sweep', 'data-sharing', '--x', 'tau=0.3:0.7:9', '--y', 'kappa=0:0.8:8', '--backend', 'wasm'],
  ...['--metric', 'mean(A.share)', ...jobs[name]],
];

function resultOf(out: string) {
  const { times: _, ...manifest } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return { manifest, files: names.map((name) => readFileSync(join(out, name)).toString('base64')) };
}

/** What is said of records that were cut, changed or removed. */
const lost =
  /^((chunks? \d+( to \d+)? of the records|the plan of this sweep) cannot .*|\d+ cells? ha(s|ve) no record any more\. .*)\n/gm;

function kill(running: readonly Running[]): void {
  for (const { child } of running) child.kill('SIGKILL');
}

const chunks = (out: string) => {
  const records = join(out, 'records');
  return existsSync(records)
    ? readdirSync(records)
        .filter((name) => name.endsWith('.bin'))
        .map((name) => join(records, name))
    : [];
};

describe('random faults', () => {
  it('leave the bytes of a run that nothing disturbed', { timeout: 3_600_000 }, async () => {
    console.log(`seed of the faults: ${seed}`);
    const stream = createStream(keyOf(seed), 0, 0);
    const random = () => stream.unit();
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const whole = {} as Record<keyof typeof jobs, { result: unknown; took: number }>;
    for (const name of ['paths', 'tolerance'] as const) {
      const out = join(folder, `${name}-whole`);
      const began = performance.now();
      expect(await trilogue([...job(name), '--out', out])).toMatchObject({ code: 0 });
      whole[name] = { result: resultOf(out), took: performance.now() - began };
    }

    const told: Record<string, number> = {};
    const count = (what: string) => {
      told[what] = (told[what] ?? 0) + 1;
    };
    const end = performance.now() + 1000 * seconds;
    let [done, finished] = [0, 0];
    // since the last run that came to its end
    let harmed = false;
    let name: keyof typeof jobs = 'paths';
    let out = join(folder, 'run-0');
    for (; done < rounds && performance.now() < end; done++) {
      const running = [start([...job(name), '--out', out])];
      if (random() < 0.2) running.push(start([...job(name), '--out', out]));
      // now and then nobody kills it
      const killed = random() < 0.8;
      const timer = killed ? setTimeout(() => kill(running), random() * whole[name].took) : undefined;
      const ended = await Promise.all(running.map(({ ended }) => ended));
      clearTimeout(timer);
      for (const { code, stderr } of ended) {
        if (code === 2) {
          expect(stderr).toMatch(/is in use by another trilogue: process \d+ on /);
          count('refused');
        } else if (code === null) count('killed');
        else {
          expect({ code, stderr: harmed ? stderr.replace(lost, '') : stderr }).toEqual({ code: 0, stderr: '' });
          harmed = false;
          expect(resultOf(out)).toEqual(whole[name].result);
          count('finished');
          finished++;
        }
      }
      const file = pick(chunks(out));
      const harm = random();
      if (file !== undefined && harm < 0.1) rmSync(file);
      else if (file !== undefined && harm < 0.2) truncateSync(file, Math.floor(random() * readFileSync(file).length));
      else if (file !== undefined && harm < 0.3) {
        const bytes = readFileSync(file);
        bytes[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
        writeFileSync(file, bytes);
      } else if (ended.some(({ code }) => code === 0) && harm < 0.8) {
        name = random() < 0.5 ? 'paths' : 'tolerance';
        out = join(folder, `run-${done + 1}`);
        continue;
      }
      if (file !== undefined && harm < 0.3) {
        harmed = true;
        count('harmed');
      }
    }
    // and whatever state it is in, it goes on to the end
    const last = await trilogue([...job(name), '--out', out]);
    expect(last.code).toBe(0);
    expect(resultOf(out)).toEqual(whole[name].result);
    console.log(`${done} rounds of faults: ${JSON.stringify(told)}, ${finished} runs that came to their end`);
    expect(done).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  const disk = join(folder, 'disk');
  let mounted = false;
  const mount = () => {
    mkdirSync(disk);
    return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', disk]).status === 0;
  };
  afterAll(() => {
    if (mounted) spawnSync('umount', ['-l', disk]);
  });

  it('ends the run with a message, and with room the same command goes on to the same bytes', {
    timeout: 600_000,
  }, async (test) => {
    mounted = process.platform === 'linux' && mount();
    if (!mounted) return test.skip('only root can mount a small disk, on Linux');
    const out = join(disk, 'out');
    const args = [...job('paths'), '--out', out];
    // at first there is room for the records only in part, then for these but not for the pictures
    const ballast = join(disk, 'ballast');
    const seen = new Set<string>();
    for (const kilobytes of [84, 76, 60]) {
      writeFileSync(ballast, new Uint8Array(1024 * kilobytes));
      const { code, stderr, stdout } = await trilogue(args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/ENOSPC|no space left/i);
      seen.add(stderr);
      rmSync(ballast);
    }
    expect([...seen].at(-1)).toMatch(
      /no space left for "[^"]*" \(ENOSPC.*\): \d+ of 72 cells are kept in .*Make room, and the same command goes on/s,
    );
    expect(spawnSync('mount', ['-o', 'remount,size=4m', disk]).status).toBe(0);
    expect(await trilogue(args)).toMatchObject({ code: 0 });
    const alone = join(folder, 'alone');
    expect(await trilogue([...job('paths'), '--out', alone])).toMatchObject({ code: 0 });
    expect(resultOf(out)).toEqual(resultOf(alone));
  });
});

describe('a machine at its limit', () => {
  const disk = join(folder, 'nodes');
  let mounted = false;
  afterAll(() => {
    if (mounted) spawnSync('umount', ['-l', disk]);
  });

  it('without room for another file name, is a failure and no wrong usage', { timeout: 300_000 }, async (test) => {
    mkdirSync(disk);
    const options = 'size=4m,nr_inodes=2';
    mounted =
      process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
    if (!mounted) return test.skip('only root can mount a small disk, on Linux');
    writeFileSync(join(disk, 'last'), '');
    const out = join(disk, 'out');
    for (const command of [
      [...job('paths'), '--out', out],
      ['simulate', 'data-sharing', '--paths', '10', '--dt', '0.5', '--backend', 'wasm', '--out', out],
      ['export', 'data-sharing', '--to', 'csv', '--out', out],
      ['export', 'data-sharing', '--to', 'latex', '--out', `${out}.tex`],
      ['init', `${out}.game.yaml`],
    ]) {
      const { code, stdout, stderr } = await trilogue(command);
      expect({ command, code, stdout }).toEqual({ command, code: 1, stdout: '' });
      expect(stderr).toMatch(/ENOSPC/);
    }
  });

  it.skipIf(process.platform !== 'linux')('of addresses or open files says so, and what to do', async () => {
    const limited = (limit: string, backend: string) =>
      spawnSync(
        'bash',
        ['-c', `${limit}; exec "$0" "$@"`, process.execPath, join(import.meta.dirname, '../bin/trilogue.js')].concat([
          'simulate',
          'data-sharing',
          '--paths',
          '10',
          '--dt',
          '0.5',
          '--backend',
          backend,
        ]),
        { encoding: 'utf8' },
      );
    const addresses = limited('ulimit -v 8000000', 'wasm');
    expect(addresses.stderr).toMatch(/^there is no memory for another thread of WebAssembly .*--backend cpu/);
    expect(addresses.status).toBe(1);
    const files = limited('ulimit -n 40', 'wasm');
    expect(files.stderr).toMatch(/ulimit -n/);
    expect(files.stderr).not.toMatch(/bug/);
    expect(files.status).toBe(1);
  });
});
