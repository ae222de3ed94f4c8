/**
 * Tests as they run under mutation: those of one package, without the files whose time limits or bombs take most of the time
 * and kill what other files kill.
 */
import { join } from 'node:path';

export default {
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/file/hostile.test.ts', 'test/games/bundled.test.ts'],
    setupFiles: [join(import.meta.dirname, 'quick.mjs')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};
