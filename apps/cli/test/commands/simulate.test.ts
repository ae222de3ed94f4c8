import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReplayResult, SimulateResult } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';
import { scratch, start, trilogue, trilogueJson } from '../trilogue.js';

const folder = scratch();
const base = ['simulate', 'data-sharing', '--backend', 'wasm', '--threads', '1'];

describe('trilogue simulate', () => {
  it('prints one JSON document with everything', async () => {
    const result = await trilogueJson<SimulateResult>([
      ...base,
      '--paths',
      '1e3',
      '--seed',
      'mine',
      '--set',
      'tau=0.6',
    ]);
    expect(result).toMatchObject({
      game: 'data-sharing',
      seed: 'mine',
      paths: 1000,
      horizon: 20,
      dt: 0.1,
      scheme: 'weak-euler',
      backend: 'wasm',
      initial: { A: 0.5, B: 0.5, M: 0.5 },
    });
    expect(result.parameters).toMatchObject({ tau: 0.6, p: 0.8 });
    expect(result.outcomes).toHaveLength(8);
    expect(result.outcomes[0]!.profile).toEqual(['share', 'share', 'coordinate']);
    const total = result.outcomes.reduce((sum, { probability }) => sum + probability, result.undecided);
    expect(total).toBeCloseTo(1, 12);
    for (const { low, probability, high } of result.outcomes) {
      expect(low).toBeLessThanOrEqual(probability);
      expect(high).toBeGreaterThanOrEqual(probability);
    }
    expect(Object.keys(result.final)).toEqual(['A.share', 'B.share', 'M.coordinate']);
    expect(Object.keys(result.final['A.share']!)).toEqual(
      expect.arrayContaining(['mean', 'sd', 'q10', 'q50', 'q90', 'low', 'high']),
    );
    expect(result.performance.steps).toBe(1000 * 200);
  });

  it('is the same for the same seed and another for another, whatever the threads', async () => {
    const run = async (seed: string, threads: string) => {
      const args = ['simulate', 'data-sharing', '--backend', 'wasm', '--paths', '3000', '--seed', seed];
      const result = await trilogueJson<SimulateResult>([...args, '--threads', threads]);
      return { outcomes: result.outcomes, final: result.final, bands: result.bands, passages: result.passages };
    };
    const first = await run('', '1');
    expect(await run('', '2')).toEqual(first);
    expect(await run('0', '1')).not.toEqual(first);
  });

  it('writes text to standard output and nothing to standard error where that is no terminal', async () => {
    const { code, stdout, stderr } = await trilogue([...base, '--paths', '1000']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, second] = stdout.split('\n').filter((line) => /^(share|withhold), .*\d to \d/.test(line));
    expect(first).toMatch(/^(share, share, coordinate|withhold, withhold, stand_by) +0\.[5-9]/);
    expect(second).toMatch(/^(share, share, coordinate|withhold, withhold, stand_by) +0\.[0-5]/);
    expect(stdout).toMatch(/^computed by +wasm .*weak-euler, 200 steps of 0\.1/m);
    expect(stdout).not.toContain('\u001b');
  });

  it('keeps a tolerance, 0.01 by default, and says what it chose', async () => {
    const { stdout } = await trilogue([...base]);
    expect(stdout).toMatch(
      /^accuracy +outcomes and mean shares within 0\.01 at 95%: paths ±0\.00\d+, bias of the step 0\.0/m,
    );
    expect(stdout).toMatch(/^computed by +wasm .*logit-weak-2, \d+ steps of/m);
    const wide = await trilogueJson<SimulateResult>([...base, '--tolerance', '0.05']);
    expect(wide).toMatchObject({ tolerance: 0.05, scheme: 'logit-weak-2' });
    for (const { probability, low, high, bias } of wide.outcomes) {
      expect(Math.max(high - probability, probability - low) + bias!).toBeLessThanOrEqual(0.05);
    }
  });

  it('says of given paths that the bias of the step is not known', async () => {
    const { stdout } = await trilogue([...base, '--paths', '1000']);
    expect(stdout).toMatch(/^accuracy +95% intervals of at most ±0\.03\d?; the bias of the step is not estimated/m);
  });

  it('finds the step of a tolerance again for one of its paths', async () => {
    const { dt, steps } = await trilogueJson<SimulateResult>([...base, '--tolerance', '0.05']);
    const path = await trilogueJson<ReplayResult>([...base, '--tolerance', '0.05', '--path', '3']);
    expect(path).toMatchObject({ dt, steps, scheme: 'logit-weak-2' });
  });

  it('takes the options of the run', async () => {
    const args = ['--horizon', '2', '--dt', '0.5', '--scheme', 'euler', '--delta', '0.4', '--paths', '100'];
    const result = await trilogueJson<SimulateResult>([...base, ...args]);
    expect(result).toMatchObject({ horizon: 2, dt: 0.5, steps: 4, scheme: 'euler', delta: 0.4 });
  });

  it('reads a game from a file', async () => {
    await trilogue(['init', 'my.game.yaml'], folder);
    const result = await trilogueJson<SimulateResult>(
      ['simulate', 'my.game.yaml', '--backend', 'wasm', '--paths', '100', '--scenario', 'strict'],
      folder,
    );
    expect(result).toMatchObject({ game: 'my-game', parameters: { penalty: 1 } });
  });

  it('prints one path as a table and as JSON', async () => {
    const args = [...base, '--path', '7', '--horizon', '1'];
    const { stdout } = await trilogue(args);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('time,A.share,B.share,M.coordinate');
    expect(lines[1]).toBe('0,0.5,0.5,0.5');
    const path = await trilogueJson<ReplayResult>(args);
    expect(path.path).toBe(7);
    expect(lines).toHaveLength(path.times.length + 1);
    expect(lines.at(-1)!.split(',').map(Number)).toEqual([
      1,
      ...Object.values(path.shares).map((shares) => shares.at(-1)),
    ]);
  });

  it('writes pictures and the result', async () => {
    const out = join(folder, 'deep/er');
    const { stdout } = await trilogue([...base, '--paths', '500', '--scenario', 'independent', '--out', out, '--json']);
    expect(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'))).toEqual(JSON.parse(stdout));
    expect(readFileSync(join(out, 'bands.svg'), 'utf8')).toContain('scenario independent');
    expect(readFileSync(join(out, 'outcomes.svg'), 'utf8')).toContain('withhold, withhold, stand_by');
    expect(readFileSync(join(out, 'passages.svg'), 'utf8')).toContain('(share, share, coordinate)');
    const { passages, passageEdges, paths } = JSON.parse(stdout) as SimulateResult;
    expect(passageEdges.at(-1)).toBe(20);
    for (const { counts, probability } of passages) {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Math.round(probability * paths));
    }
  });

  it('draws no entry times where no path comes near a profile', async () => {
    const out = join(folder, 'none');
    const { stdout } = await trilogue(['simulate', 'hawk-dove', '--backend', 'wasm', '--paths', '200', '--out', out]);
    expect(stdout).toContain(`${out} (bands.svg, outcomes.svg, result.json)`);
  });

  it('ends quietly where the reader has had enough', async () => {
    const { child, ended } = start([...base, '--path', '0', '--dt', '1e-4']);
    child.stdout!.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['what few paths say, as text', []],
    ['no result, as JSON', ['--json']],
  ])('ends with 130 on Ctrl-C, with %s, and no file', async (_, words) => {
    const out = join(folder, `stopped${words.join()}`);
    const { child, ended } = start([...base, '--paths', '1e9', '--out', out, ...words]);
    // the folder is made when the options have been read: signals are heard by then
    for (let wait = 0; wait < 400 && !existsSync(out); wait++) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    const { stdout, ...rest } = await ended;
    expect(rest).toEqual({ code: 130, stderr: 'stopped\n' });
    if (words.length > 0) expect(stdout).toBe('');
    else expect(stdout).toContain('STOPPED before it was done');
    expect(readdirSync(out)).toEqual([]);
  });
});
