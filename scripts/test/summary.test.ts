import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../.ci/summary.mjs');
const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });

describe('summary.mjs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trilogue-summary-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Line and exit code for a report, which may be missing, and the exit code of `npm test`. */
  function summary(report: object | undefined, exitCode: number) {
    const path = join(folder, 'report.json');
    if (report) writeFileSync(path, JSON.stringify(report));
    const { stdout, status } = spawnSync(process.execPath, [script, path, String(exitCode)], { encoding: 'utf8' });
    return [stdout, status];
  }

  it('counts tests', () => {
    const report = { numPassedTests: 12, numFailedTests: 0, testResults: [file('passed', 12)] };
    expect(summary(report, 0)).toEqual(['12 passed, 0 failed\n', 0]);
  });

  it('fails with failed tests', () => {
    const report = { numPassedTests: 10, numFailedTests: 2, testResults: [file('failed', 12)] };
    expect(summary(report, 1)).toEqual(['10 passed, 2 failed\n', 1]);
  });

  it('counts files that could not run', () => {
    const report = { numPassedTests: 10, numFailedTests: 1, testResults: [file('failed', 11), file('failed', 0)] };
    expect(summary(report, 1)).toEqual(['10 passed, 2 failed\n', 1]);
  });

  it('counts another check that failed while all tests passed', () => {
    const report = { numPassedTests: 12, numFailedTests: 0, testResults: [file('passed', 12)] };
    expect(summary(report, 1)).toEqual(['12 passed, 1 failed\n', 1]);
  });

  it('fails where the tests were not reached, or there were none', () => {
    expect(summary({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toEqual(['0 passed, 1 failed\n', 1]);
    expect(summary(undefined, 1)).toEqual(['0 passed, 1 failed\n', 1]);
  });
});
