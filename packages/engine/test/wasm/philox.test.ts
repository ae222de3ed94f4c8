import { philox4x32 } from '@trilogue/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philoxBlock } from '../../src/wasm/philox.js';
import { KEY, runCode } from './run-code.js';

const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff),
);

describe('philoxBlock', () => {
  it('gives the words of philox4x32, four counters at once', async () => {
    const counters = fc.array(fc.tuple(word, word, word, word), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(counters, async (rows) => {
        const columns = await runCode(
          (locals) => {
            const counter = [locals.get('in0'), locals.get('in1'), locals.get('in2'), locals.get('in3')] as const;
            const results = ['w0', 'w1', 'w2', 'w3'] as const;
            return { code: philoxBlock(locals, counter, { lo: 'keyLo', hi: 'keyHi' }, results), results };
          },
          [0, 1, 2, 3].map((i) => Uint32Array.from(rows, (row) => row[i])),
        );
        for (const [lane, row] of rows.entries()) {
          expect(columns.map((column) => column[lane])).toEqual(philox4x32(row, [KEY.lo, KEY.hi]));
        }
      }),
    );
  });
});
