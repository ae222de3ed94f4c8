/**
 * Runs the built command line from outside, as a user does.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const bin = join(import.meta.dirname, '..', 'bin', 'trilogue.js');

// biome-ignore lint/suspicious/noExplicitAny: what a test changes in a file of JSON has no type
export type Json = any;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the command. No graphics driver: these tests are about the command line, and software drivers are slow. */
export function start(
  args: readonly string[],
  cwd?: string,
  timeout = 55_000,
  more: Readonly<Record<string, string>> = {},
): Running {
  const { VK_DRIVER_FILES: _, VK_ICD_FILENAMES: __, ...env } = process.env;
  const child = spawn(process.execPath, [bin, ...args], {
    ...{ cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] },
    // whoever hangs is not left behind by a test that has timed out
    ...{ timeout, killSignal: 'SIGKILL' },
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...text }));
  });
  return { child, ended };
}

/** Runs the command to its end. */
export function trilogue(args: readonly string[], cwd?: string, timeout?: number): Promise<Ended> {
  return start(args, cwd, timeout).ended;
}

/** The JSON document that a command prints with `--json`. */
export async function trilogueJson<T>(args: readonly string[], cwd?: string, timeout?: number): Promise<T> {
  const { code, stdout, stderr } = await trilogue([...args, '--json'], cwd, timeout);
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** An empty folder, deleted after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
