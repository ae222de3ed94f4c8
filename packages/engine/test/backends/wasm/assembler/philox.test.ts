import { philox4x32 } from '@trilogue/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRounds, pathProducts, philoxBlock } from '../../../../src/backends/wasm/assembler/philox.js';
import { KEY, runCode } from './run-code.js';

const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff),
);

describe('philoxBlock', () => {
  it('gives the words of philox4x32, four paths at once', async () => {
    const paths = fc.array(word, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(word, paths, word, word, async (block, pathLo, pathHi, cell) => {
        const columns = await runCode(
          (locals) => {
            const [block, pathLo, pathHi, cell] = [0, 1, 2, 3].map((i) => locals.get(`in${i}`));
            const code = [
              ...pathProducts(locals, { pathLo, pathHi }),
              ...blockRounds(locals, { block, pathHi, cell }),
              ...philoxBlock(locals, locals),
            ];
            return { code, results: ['word0', 'word1', 'word2', 'word3'] };
          },
          [[block, block, block, block], pathLo, [pathHi, pathHi, pathHi, pathHi], [cell, cell, cell, cell]].map(
            (lanes) => Uint32Array.from(lanes),
          ),
        );
        for (const [lane, path] of pathLo.entries()) {
          const words = columns.map((column) => column[lane]);
          expect(words).toEqual(philox4x32([block, path, pathHi, cell], [KEY.lo, KEY.hi]));
        }
      }),
    );
  });
});
