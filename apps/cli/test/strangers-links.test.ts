/**
 * Result folders of strangers with links, pipes and folders where files of ours belong: no command writes, reads or waits through
 * one, and each says which entry it is.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch, start, trilogue } from './trilogue.js';

const folder = scratch();
const small = ['--dt', '0.1', '--paths', '64', '--backend', 'wasm', '--threads', '1'];
const axis = ['--x', 'initial.hunter=0.2:0.8:7'];
const commands: Readonly<Record<string, (out: string) => string[]>> = {
  sweep: (out) => ['sweep', 'stag-hunt', ...axis, '--metric', 'mean(hunter.stag)', ...small, '--out', out],
  part: (out) => [...commands.sweep!(out), '--part', '1/1'],
  merge: (out) => ['merge', join(folder, 'whole-part'), '--out', out],
  'merge of it': (out) => ['merge', out, '--out', `${out}-merged`],
  sensitivity: (out) => [
    ...['sensitivity', 'data-sharing', '--factors', 'tau,p', '--method', 'morris', '--samples', '4'],
    ...[...small, '--out', out],
  ],
  simulate: (out) => ['simulate', 'stag-hunt', ...small, '--out', out],
  export: (out) => ['export', 'stag-hunt', '--to', 'csv', '--out', out],
  report: (out) => ['report', 'stag-hunt', ...small, '--out', join(out, 'report.html')],
};
/** What each of them uses of its folder. */
const entries: Readonly<Record<string, readonly string[]>> = {
  sweep: ['manifest.json', 'records', 'records/plan.bin', 'records/000001.bin', 'records/000002.bin', 'cells.csv'],
  part: ['manifest.json', 'records', 'records/plan.bin', 'lock-00000000-0000-4000-8000-000000000000.json'],
  merge: ['manifest.json', 'records', 'cells.parquet', 'curve.svg', 'curve.png'],
  'merge of it': ['manifest.json', 'records', 'records/plan.bin', 'records/000001.bin'],
  sensitivity: ['manifest.json', 'progress', 'outputs.csv', 'result.json', 'morris.svg'],
  simulate: ['bands.svg', 'result.json'],
  export: ['equilibria.csv'],
  report: ['report.html'],
};

/** What the command leaves, made once. */
const finished = new Map<string, string>();
async function copyOf(name: string, to: string): Promise<void> {
  const whole = join(folder, `whole-${name}`);
  if (name === 'merge of it') return cpSync(join(folder, 'whole-part'), to, { recursive: true });
  if (!finished.has(name)) {
    finished.set(name, whole);
    mkdirSync(whole, { recursive: true });
    expect(await trilogue(commands[name]!(whole))).toMatchObject({ code: 0 });
  }
  cpSync(whole, to, { recursive: true });
}

describe('a link in a result folder', { timeout: 300_000 }, () => {
  const names = Object.keys(commands);
  it.each(names)('is refused by name, and its target is left as it is: %s', async (name) => {
    await copyOf(name === 'merge of it' || name === 'merge' ? 'part' : name, join(folder, `warm-${name}`));
    for (const entry of entries[name]!) {
      const out = join(folder, `${name}-${entry.replaceAll('/', '-')}`.replaceAll(' ', '-'));
      await copyOf(name === 'merge' ? 'part' : name, out);
      if (name === 'merge') rmSync(join(out, 'manifest.json'));
      if (name === 'merge') rmSync(join(out, 'records'), { recursive: true });
      const place = join(out, entry);
      // as it was, so that nothing but the link is wrong with it
      const victim = `${out}-victim`;
      if (existsSync(place)) cpSync(place, victim, { recursive: true });
      else writeFileSync(victim, 'export PATH\n');
      const before = stateOf(victim);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(join(place, '..'), { recursive: true });
      symlinkSync(victim, place);
      const { code, stderr } = await trilogue(commands[name]!(out));
      expect({ name, entry, code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(new RegExp(`${entry.split('/').at(-1)}" is a symbolic link`)),
      });
      expect({ entry, ...stateOf(victim) }).toEqual({ entry, ...before });
    }
  });

  it('is no way to a file that a temporary name of an earlier version had', async () => {
    const out = join(folder, 'old-names');
    mkdirSync(out);
    const victim = join(folder, 'start-file');
    writeFileSync(victim, 'export PATH\n');
    for (const name of ['bands.svg', 'result.json', `trilogue-probe-${process.pid}`]) {
      symlinkSync(victim, join(out, `.${name}.tmp`));
    }
    expect(await trilogue(commands.simulate!(out))).toMatchObject({ code: 0 });
    expect(readFileSync(victim, 'utf8')).toBe('export PATH\n');
  });
});

describe.skipIf(process.platform === 'win32')('a pipe in a result folder', { timeout: 120_000 }, () => {
  it.each(['sweep', 'sensitivity', 'simulate', 'report'])('is refused and not waited for: %s', async (name) => {
    const out = join(folder, `pipe-${name}`);
    await copyOf(name, out);
    const entry = entries[name]!.at(-1)!;
    rmSync(join(out, entry), { force: true });
    execFileSync('mkfifo', [join(out, entry)]);
    const { code, stderr } = await start(commands[name]!(out), undefined, 30_000).ended;
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a device, a pipe or a socket'),
    });
  });
});

/** Everything below a path. */
function stateOf(path: string): Record<string, string> {
  try {
    return { '.': readFileSync(path, 'base64') };
  } catch {
    const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(
      files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name)).toString('base64')]),
    );
  }
}
