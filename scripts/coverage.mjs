/**
 * `npm run coverage`: all tests with the lines, branches and functions that they reach, file by file in `coverage/index.html`. Takes
 * several times as long as the tests alone. Arguments go to vitest: `npm run coverage -- --project core`.
 */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { run } from './run.mjs';

await bootstrap();
const reporters = ['text-summary', 'html', 'json-summary'].map((name) => `--coverage.reporter=${name}`);
// Tests that import a package by its name run what was built; its source maps lead back to the source.
const included = ['packages/*/src/**', 'apps/*/src/**', 'packages/*/dist/**/*.js', 'src/**', 'dist/**/*.js'];
const excluded = ['**/*.d.ts', '**/dist/vendor/**', 'apps/studio/dist/**'];
const patterns = [
  ...included.map((pattern) => `--coverage.include=${pattern}`),
  ...excluded.map((pattern) => `--coverage.exclude=${pattern}`),
];
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const args = ['run', '--coverage.enabled', ...reporters, ...patterns, ...process.argv.slice(2)];
process.exitCode = (await run(['node', vitest, ...args])).code;
