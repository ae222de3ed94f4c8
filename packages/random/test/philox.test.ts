import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, philox4x32, philoxInto } from '../src/philox.js';

/** The known-answer vectors for philox4x32-10 of the Random123 library, file `kat_vectors`. */
const known: readonly (readonly [counter: Block, key: [number, number], expected: Block])[] = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

const word = fc.integer({ min: 0, max: 0xffffffff });
const counter = fc.tuple(word, word, word, word);
const key = fc.tuple(word, word);
const rounds = fc.integer({ min: 1, max: 16 });

/** The paper's description, word for word, in whole numbers without a width. */
function byDefinition([c0, c1, c2, c3]: Block, [k0, k1]: [number, number], count: number): Block {
  const mask = 0xffffffffn;
  let [a, b, c, d, left, right] = [c0, c1, c2, c3, k0, k1].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (let round = 0; round < count; round++) {
    const first = a * 0xd2511f53n;
    const second = c * 0xcd9e8d57n;
    [a, b, c, d] = [(second >> 32n) ^ b ^ left, second & mask, (first >> 32n) ^ d ^ right, first & mask];
    left = (left + 0x9e3779b9n) & mask;
    right = (right + 0xbb67ae85n) & mask;
  }
  return [Number(a), Number(b), Number(c), Number(d)];
}

describe('philox4x32', () => {
  it.each(known)('counter %j and key %j give the known answer', (c, k, expected) => {
    expect(philox4x32(c, k)).toEqual(expected);
  });

  it('is the definition at any counter, key and number of rounds', () => {
    fc.assert(
      fc.property(counter, key, rounds, (c, k, count) => {
        expect(philox4x32(c, k, count)).toEqual(byDefinition(c, k, count));
      }),
      { numRuns: 500 },
    );
  });

  it('takes words modulo 2^32', () => {
    expect(philox4x32([-1, -1, 2 ** 32 + 5, 7], [2 ** 33, -2])).toEqual(
      philox4x32([0xffffffff, 0xffffffff, 5, 7], [0, 0xfffffffe]),
    );
  });

  it.each([0, 17, 2.5, Number.NaN])('refuses %d rounds', (count) => {
    expect(() => philox4x32([0, 0, 0, 0], [0, 0], count)).toThrow(RangeError);
  });
});

describe('philoxInto', () => {
  it('writes four words at the offset and nothing else', () => {
    fc.assert(
      fc.property(counter, key, fc.integer({ min: 0, max: 4 }), (c, k, offset) => {
        const out = new Uint32Array(8).fill(0xdeadbeef);
        philoxInto(out, ...c, ...k, offset);
        const expected = Array<number>(8).fill(0xdeadbeef);
        expected.splice(offset, 4, ...philox4x32(c, k));
        expect(Array.from(out)).toEqual(expected);
      }),
    );
  });
});
