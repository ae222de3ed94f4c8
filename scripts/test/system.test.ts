import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Runs scripts/system.mjs where PATH is one folder of the given programs, so that no real package manager is reached. */
function system(folder: string, programs: Record<string, string>, env: Record<string, string> = {}) {
  mkdirSync(join(folder, 'bin'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  const script = join(dirname(import.meta.dirname), 'system.mjs');
  const browser = process.env.CHROME_PATH ? { CHROME_PATH: process.env.CHROME_PATH } : {};
  const { status, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { PATH: join(folder, 'bin'), ...browser, ...env },
  });
  return { status, stderr: stderr.trim() };
}

// Elsewhere there is no apt-get to imitate.
describe.runIf(process.platform === 'linux')('system.mjs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trilogue-system-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is content with the machine that runs these tests', () => {
    expect(system(folder, { 'redis-server': 'exit 0', openssl: 'exit 0' })).toEqual({ status: 0, stderr: '' });
  });

  it('says in one line what is missing where nothing can bring it', () => {
    expect(system(folder, { openssl: 'exit 0' })).toEqual({
      status: 1,
      stderr: 'Missing: Redis. Install and run the same command again.',
    });
  });

  it('refuses a CHROME_PATH that names no file', () => {
    expect(system(folder, {}, { CHROME_PATH: '/nowhere/chrome' })).toEqual({
      status: 1,
      stderr: 'CHROME_PATH is /nowhere/chrome, but there is no such file. Set it to a Chromium or Chrome, or unset it.',
    });
  });

  it('brings what is missing by apt-get, as root or by sudo without a question', () => {
    const log = join(folder, 'log');
    // brings nothing, so that what is missing stays so
    const record = `echo "$@" >> ${log}`;
    // `env` is given the name apt-get and finds ours; `sudo -n true` and `sudo -n env ...` are imitated alike.
    const programs = {
      openssl: 'exit 0',
      'apt-get': record,
      env: 'shift; exec "$@"',
      sudo: 'shift; [ "$1" = true ] || exec "$@"',
    };
    expect(system(folder, programs)).toEqual({
      status: 1,
      stderr: 'Missing: Redis (apt-get install redis-server). Install and run the same command again.',
    });
    expect(spawnSync('cat', [log], { encoding: 'utf8' }).stdout.trim().split('\n')).toEqual([
      '-qq update',
      expect.stringMatching(/^-qq install --yes --no-install-recommends redis-server/),
    ]);
  });
});
