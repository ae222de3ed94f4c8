import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/contract.js';
import { createReferenceBackend } from '../../src/backends/reference.js';
import { selfTest } from '../../src/backends/self-test.js';
import { EngineError } from '../../src/errors.js';

/** The reference with another trace of each path. */
function altered(change: (values: number[], path: number) => void): Backend {
  const reference = createReferenceBackend();
  return {
    ...reference,
    device: 'a test',
    async open(kernel) {
      const runner = await reference.open(kernel);
      return {
        ...runner,
        async trace(chunk) {
          const values = [...(await runner.trace(chunk))];
          change(values, chunk.firstPath);
          return Float64Array.from(values);
        },
      };
    },
  };
}

describe('selfTest', () => {
  it('accepts a backend that draws the right words', async () => {
    await selfTest(altered(() => {}));
  });

  // the register of the word and that of the count stand side by side
  it.each([
    ['a lower bit of the first word', 2 ** 32 - 8, 0],
    ['the last word of a path', 2 ** 32 - 1, 5],
    ['a path beyond 32 bits', 2 ** 32, 2],
  ])('refuses one that is wrong in %s, and says where', async (_, wrongPath, word) => {
    const backend = altered((values, path) => {
      if (path === wrongPath) values[2 * word] += 1;
    });
    const refused = selfTest(backend);
    await expect(refused).rejects.toThrow(EngineError);
    await expect(refused).rejects.toThrow(
      `backend "reference" (a test) draws wrong random numbers: word ${word} of path ${wrongPath} is `,
    );
    await expect(refused).rejects.toThrow('It is not used. Use --backend wasm.');
    await expect(refused).rejects.toMatchObject({ code: 'backend' });
  });
});
