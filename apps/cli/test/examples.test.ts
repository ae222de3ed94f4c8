/**
 * The examples of the repository run.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SimulateResult } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { scratch, trilogue, trilogueJson } from './trilogue.js';

const root = join(import.meta.dirname, '../../..');
const examples = join(root, 'examples');

describe('the example for researchers', () => {
  const file = join(examples, 'researcher/my-game.game.yaml');
  const folder = scratch();

  it('is a valid game in which chance decides', async () => {
    expect((await trilogue(['check', file])).code).toBe(0);
    const { outcomes } = await trilogueJson<SimulateResult>(['simulate', file, '--backend', 'wasm', '--paths', '2000']);
    const of = (name: string) => outcomes.find(({ profile }) => profile.join() === `${name},${name}`)!.probability;
    expect(of('share')).toBeGreaterThan(0.2);
    expect(of('withhold')).toBeGreaterThan(0.2);
  });

  it('runs with the commands that stand in its head', async () => {
    const head = readFileSync(file, 'utf8').replaceAll('\\\n#', '');
    const commands = [...head.matchAll(/^# +npx trilogue (.*)$/gm)].map(([, command]) => command!);
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
      const quick = args[0] === 'check' ? [] : ['--paths', '20', '--backend', 'wasm'];
      const { code, stderr } = await trilogue(
        [...args.map((arg) => arg.replace(/^examples/, examples)), ...quick],
        folder,
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });
});

describe('the example for developers', () => {
  it('prints a table in which more trust means more sharing', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(examples, 'developer/heatmap.mjs')]);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect(header).toContain('(tau)');
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      const values = row.split('|')[1]!.trim().split(/\s+/).map(Number);
      expect(values).toHaveLength(7);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });
});

describe.skipIf(process.platform === 'win32')('the script for Slurm', () => {
  const folder = scratch();
  const script = join(examples, 'slurm/sweep.sh');
  const sweep = ['data-sharing', '--x', 'tau=0:1:7', '--metric', 'mean(A.share)', '--paths', '40', '--dt', '0.1'];
  const run = (step: string, more: Readonly<Record<string, string>>) =>
    promisify(execFile)('bash', [script], {
      cwd: folder,
      env: {
        ...{ ...process.env, STEP: step, OUT: 'joined', PARTS: '3', SWEEP: [...sweep, '--backend', 'wasm'].join(' ') },
        TRILOGUE: `${process.execPath} ${join(root, 'apps/cli/bin/trilogue.js')}`,
        ...more,
      },
    });

  it('computes a part in each task of an array, and joins them to the bytes of one run', async () => {
    for (const task of ['3', '1', '2']) await run('part', { SLURM_ARRAY_TASK_ID: task, SLURM_CPUS_PER_TASK: '2' });
    // a task that is started again, as --requeue does, finds its part finished
    const { stdout } = await run('part', { SLURM_ARRAY_TASK_ID: '2', SLURM_CPUS_PER_TASK: '2' });
    expect(stdout).toMatch(/part 2\/3/);
    await run('merge', {});
    expect((await trilogue(['sweep', ...sweep, '--backend', 'wasm', '--out', 'alone'], folder)).code).toBe(0);
    for (const name of ['cells.csv', 'cells.parquet', 'curve.svg']) {
      expect(readFileSync(join(folder, 'joined', name))).toEqual(readFileSync(join(folder, 'alone', name)));
    }
  });
});
