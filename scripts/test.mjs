/**
 * `npm test`: sets everything up and runs every check there is. All checks run, also after one that failed, so that one run
 * shows everything that is wrong. Arguments after `npm test --` go to vitest: `npm test -- replicator`.
 */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run, step } from './run.mjs';

/** Names of the checks, each with its command. */
const checks = {
  'system packages': ['node', join('scripts', 'system.mjs')],
  'lock file': ['npm', 'ci', '--dry-run', '--no-audit', '--no-fund'],
  typecheck: ['npm', 'run', '--silent', 'typecheck'],
  lint: ['npm', 'run', '--silent', 'lint'],
  'unused code': ['npm', 'run', '--silent', 'check:unused'],
  layers: ['npm', 'run', '--silent', 'check:layers'],
  'public surface': ['npm', 'run', '--silent', 'check:api'],
  licences: ['npm', 'run', '--silent', 'check:licences'],
  'documentation site': ['npm', 'run', '--silent', 'docs:build'],
};

await bootstrap();
const failed = [];
for (const [name, command] of Object.entries(checks)) {
  if (!(await step(name, command))) failed.push(name);
}

// Shown as it goes: it takes the longest, and its summary is the last thing to read.
const { code } = await run(['node', join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]);
if (code !== 0) failed.push('tests');

if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
