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
