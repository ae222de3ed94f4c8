import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** An empty folder, deleted after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-results-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
