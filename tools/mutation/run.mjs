/**
 * Mutation testing of one package: Stryker changes the source in one place at a time and sees whether a test fails.
 *
 *     node tools/mutation/run.mjs packages/core [folder or file below src ...]
 *
 * Results gather in `.trilogue/mutation/PACKAGE.json` (Stryker's incremental file), so a package may be done in slices; what has not
 * changed is not run again. Owns the settings; `scripts/mutation.mjs` owns the sequence and the score.
 */
import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const here = import.meta.dirname;
const root = dirname(dirname(here));
const [folder, ...slices] = process.argv.slice(2);
const workspace = resolve(root, folder);
const name = basename(workspace);
const results = join(root, '.trilogue', 'mutation');
mkdirSync(results, { recursive: true });
process.chdir(workspace);

/** A slice without its range of lines and columns, such as `polynomial/sum.ts:12:3-12:9`. */
const fileOf = (slice) => slice.replace(/:.*/, '');
process.env.MUTATION_SLICES = [...new Set(slices.map(fileOf))].join(' ');

const slicePattern = (slice) =>
  statSync(join('src', fileOf(slice))).isDirectory() ? `src/${slice}/**/*.ts` : `src/${slice}`;

await new Stryker({
  mutate: [
    ...(slices.length > 0 ? slices.map(slicePattern) : ['src/**/*.ts']),
    '!src/**/*.generated.ts',
    '!src/index.ts',
  ],
  ignorePatterns: ['dist', 'coverage'],
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
  testRunner: 'vitest',
  vitest: { configFile: join(here, 'vitest.config.mjs') },
  coverageAnalysis: 'perTest',
  // Run once when a module loads: each would take every test.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
  dryRunTimeoutMinutes: 30,
  timeoutMS: 15_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: join(results, `${name}.json`),
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowEmpty: true,
  allowConsoleColors: false,
  checkers: [],
}).runMutationTest();
