import { describe, expect, it } from 'vitest';
import { replaceOnce, requireStream, STREAM_ARGUMENTS, streamValues } from '../../../src/backends/gpu/stream.js';

describe('streamValues', () => {
  it('are 32-bit integers in the order of the arguments, a path in two parts', () => {
    const start = { keyLo: 1, keyHi: 2, path: 5, cell: 3, cellStep: 1, block: 4 } as const;
    expect(streamValues(start)).toEqual([1, 2, 5, 0, 3, 1, 4]);
    expect(streamValues(start)).toHaveLength(STREAM_ARGUMENTS.length);
    const far = streamValues({ ...start, keyLo: 0x85a308d3, path: 3 * 2 ** 32 + 2 ** 31, cell: 2 ** 32 - 1 });
    expect(far).toEqual([0x85a308d3 | 0, 2, -(2 ** 31), 3, -1, 1, 4]);
  });
});

describe('requireStream', () => {
  const kernel = (names: readonly string[], type = 'Integer') =>
    ({ argumentNames: names, argumentTypes: names.map(() => type) }) as unknown as Parameters<typeof requireStream>[0];

  it('takes a kernel with all arguments, in any order', () => {
    expect(() => requireStream(kernel(['state', ...STREAM_ARGUMENTS].reverse()))).not.toThrow();
  });

  it('refuses one that lacks any, or has one as a float', () => {
    for (const name of STREAM_ARGUMENTS) {
      const others = STREAM_ARGUMENTS.filter((one) => one !== name);
      expect(() => requireStream(kernel(others))).toThrow(`no Integer argument "${name}"`);
    }
    expect(() => requireStream(kernel(STREAM_ARGUMENTS, 'Float'))).toThrow('no Integer argument "streamKeyLo"');
  });
});

describe('replaceOnce', () => {
  it('replaces the one place, to the letter', () => {
    expect(replaceOnce('a random() b', /random\(\)/g, '$& own', 'generator')).toBe('a $& own b');
  });

  it.each([
    ['none', 0],
    ['random() random()', 2],
  ])('refuses %s', (text, found) => {
    expect(() => replaceOnce(text, /random\(\)/g, 'own', 'generator')).toThrow(
      `this GPU.js has ${found} places for the generator, not one`,
    );
  });
});
