/**
 * Tests of the whole repository: every workspace with a `test` folder is a project, named like its folder, and so is `scripts`.
 * `vitest run --project core` and `vitest run --root packages/core` both run one of them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defineConfig } from 'vitest/config';
import { softwareVulkan } from './internal/testing/src/webgpu-node/software-vulkan.js';

// Long runs, `npm run test:faults` and `npm run test:studio`: too long for every change.
const batteries = process.env.TRILOGUE_BATTERIES === '1' ? [] : ['test/**/*.battery.test.ts'];

const folders = ['packages', 'apps', 'internal']
  .flatMap((group) => readdirSync(join(import.meta.dirname, group)).map((name) => join(group, name)))
  .concat('scripts')
  .filter((folder) => existsSync(join(import.meta.dirname, folder, 'test')));

// With --root the projects would still be all of the repository's; there the folder itself is the only one.
const { root } = parseArgs({ options: { root: { type: 'string', short: 'r' } }, strict: false }).values;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: batteries,
    passWithNoTests: true,
    // A child process per test file: environment variables set in a worker thread do not reach the Vulkan loader.
    pool: 'forks',
    env: softwareVulkan(),
    // Software WebGPU and Monte Carlo tests compute for seconds; more workers than cores would only make them time out.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: root
      ? undefined
      : folders.map((folder) => ({
          extends: true,
          root: join(import.meta.dirname, folder),
          test: { name: basename(folder) },
        })),
  },
});
