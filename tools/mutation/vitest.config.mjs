/**
 * Tests as they run under mutation: those of one package, without the files whose time limits or bombs take most of the time
 * and kill what other files kill, and without those that count how often intervals hold the truth: hundreds of bootstraps.
 *
 * MUTATION_TESTS=near takes only the tests that mirror the slice: seconds in place of minutes. A second run without it lets what has
 * survived meet the others, and MUTATION_TESTS=all the intervals too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BaseSequencer } from 'vitest/node';

const { MUTATION_TESTS: which, MUTATION_SLICES: slices = '' } = process.env;

/** Folders of the tests that mirror the slices: they come first, since the first test that fails is enough. */
const folders = slices.split(' ').map((slice) => join('test', slice.endsWith('.ts') ? dirname(slice) : slice));

class NearestFirst extends BaseSequencer {
  async sort(files) {
    const far = ({ moduleId }) => (folders.some((folder) => dirname(moduleId).endsWith(folder)) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => far(a) - far(b));
  }
}

/** Tests that mirror a slice: those of its file by name, or else those of its folder. */
function near(slice, i) {
  const name = basename(slice, '.ts');
  const named = existsSync(folders[i]) && readdirSync(folders[i]).includes(`${name}.test.ts`);
  return named ? join(folders[i], `${name}.test.ts`) : join(folders[i], '**', '*.test.ts');
}

const slow = which === 'all' ? [] : ['test/**/*-intervals.test.ts'];

export default {
  test: {
    include: which === 'near' && slices !== '' ? slices.split(' ').map(near) : ['test/**/*.test.ts'],
    exclude: ['test/file/hostile.test.ts', 'test/games/bundled.test.ts', ...slow],
    setupFiles: [join(import.meta.dirname, 'quick.mjs')],
    sequence: { sequencer: NearestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
};
