import { normalPair, philox4x32 } from '@trilogue/random';
import { describe, expect, it } from 'vitest';
import { radiusCode, turnedCode } from '../../../../src/backends/wasm/assembler/normal.js';
import { runCode } from './run-code.js';

/** Asserts that the code makes of every two words the bits of `normalPair`. */
async function expectSameBits(first: Uint32Array, second: Uint32Array) {
  const [a, b] = await runCode(
    (locals) => ({
      code: [
        ...radiusCode(locals, locals.get('in0'), 'radius'),
        ...turnedCode(locals, locals.get('radius'), locals.get('in1'), 'a', 'b'),
      ],
      results: ['a', 'b'],
    }),
    [first, second],
  );
  const bits = new Uint32Array(2);
  const pair = new Float32Array(bits.buffer);
  for (let i = 0; i < first.length; i++) {
    pair.set(normalPair(first[i], second[i]));
    if (a[i] !== bits[0] || b[i] !== bits[1]) {
      expect.fail(`words ${first[i]} and ${second[i]}: bits ${a[i]}, ${b[i]}; normalPair has ${bits[0]}, ${bits[1]}`);
    }
  }
}

describe('radiusCode and turnedCode', () => {
  it('give the bits of normalPair for 100,000 random pairs of words', async () => {
    const blocks = Array.from({ length: 50_000 }, (_, i) => philox4x32([i, 0, 0, 0], [5, 6]));
    const words = Uint32Array.from(blocks.flat());
    const half = words.length / 2;
    await expectSameBits(words.slice(0, half), words.slice(half));
  });

  it('gives the bits of normalPair at the ends, around every power of two and every quarter turn', async () => {
    const edges = new Set([0, 1, 0xff, 0x100, 0xffffff00, 0xffffffff]);
    for (let bit = 8; bit < 32; bit++) for (const d of [-0x100, 0, 0x100]) edges.add((2 ** bit + d) >>> 0);
    for (let eighth = 0; eighth < 8; eighth++)
      for (const d of [-0x100, 0, 0x100]) edges.add((eighth * 2 ** 29 + d) >>> 0);
    // around sqrt(1/2) and its halves, where the logarithm changes its range
    for (let e = 0; e < 5; e++)
      for (let d = -4; d <= 4; d++) edges.add((Math.SQRT1_2 * 2 ** (32 - e) + 0x100 * d) >>> 0);
    const words = [...edges];
    const pairs = words.flatMap((a) => words.map((b) => [a, b]));
    while (pairs.length % 4 > 0) pairs.push([0, 0]);
    const column = (i: number) => Uint32Array.from(pairs, (pair) => pair[i]);
    await expectSameBits(column(0), column(1));
  });
});
