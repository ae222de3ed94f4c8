import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../src/key.js';
import { philox4x32 } from '../src/philox.js';
import { createStream, STREAM_LENGTH, unitOf, wordAt } from '../src/stream.js';

const word = fc.integer({ min: 0, max: 0xffffffff });
const key = fc.record({ lo: word, hi: word });
const path = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.maxSafeNat());
const index = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: STREAM_LENGTH - 1 }));

describe('wordAt', () => {
  it('is lane index mod 4 of the block at (block, path low, path high, cell)', () => {
    fc.assert(
      fc.property(key, word, path, index, (k, cell, p, i) => {
        const block = Number(BigInt(i) / 4n);
        const low = Number(BigInt(p) & 0xffffffffn);
        const high = Number(BigInt(p) >> 32n);
        expect(wordAt(k, cell, p, i)).toBe(philox4x32([block, low, high, cell], [k.lo, k.hi])[i % 4]);
      }),
    );
  });

  it('has fixed values', () => {
    const k = keyOf('trilogue');
    expect([0, 1, 2, 3].map((i) => wordAt(k, 0, 0, i))).toEqual([0x6cc52aa2, 0xf8edf2bf, 0x0f1f4b52, 0xcb4898a4]);
    expect([1, 2, 3].map((p) => wordAt(k, 0, p, 0))).toEqual([0x3700beb3, 0x66fc15c7, 0x15aa12d3]);
  });

  it('differs wherever the address differs, at both ends of every range', () => {
    const k = keyOf('0');
    const last = 2 ** 32 - 1;
    const addresses = [0, 1, last].flatMap((cell) =>
      [0, 1, last, 2 ** 32, 2 ** 53 - 1].flatMap((p) => [0, 3, 4, STREAM_LENGTH - 1].map((i) => [cell, p, i] as const)),
    );
    const words = addresses.map(([cell, p, i]) => wordAt(k, cell, p, i));
    // 60 words of 32 bits: two agree by chance with probability 4e-7, and the seed is fixed.
    expect(new Set(words).size).toBe(addresses.length);
  });

  it('refuses an address outside its range, by name', () => {
    const k = keyOf('0');
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => wordAt(k, bad, 0, 0)).toThrow(RangeError);
      expect(() => wordAt(k, 0, bad, 0)).toThrow(RangeError);
      expect(() => wordAt(k, 0, 0, bad)).toThrow(RangeError);
      expect(() => createStream(k, bad, 0)).toThrow(RangeError);
      expect(() => createStream(k, 0, bad)).toThrow(RangeError);
    }
    expect(() => wordAt(k, 2 ** 32, 0, 0)).toThrow("A stream's cell must be a whole number from 0 to 4294967295");
    expect(() => wordAt(k, 0, 2 ** 53, 0)).toThrow("A stream's path must be");
    expect(() => wordAt(k, 0, 0, STREAM_LENGTH)).toThrow("A stream's index must be");
  });
});

describe('createStream', () => {
  it('reads the words in order, and a second stream starts afresh', () => {
    fc.assert(
      fc.property(key, word, path, fc.integer({ min: 1, max: 20 }), (k, cell, p, n) => {
        const expected = Array.from({ length: n }, (_, i) => wordAt(k, cell, p, i));
        for (let repeat = 0; repeat < 2; repeat++) {
          const stream = createStream(k, cell, p);
          expect(Array.from({ length: n }, () => stream.word())).toEqual(expected);
        }
      }),
    );
  });

  it('keeps interleaved streams apart', () => {
    const k = keyOf('0');
    const streams = [0, 1, 2].map((p) => createStream(k, 5, p));
    for (let i = 0; i < 9; i++) {
      expect(streams.map((stream) => stream.word())).toEqual([0, 1, 2].map((p) => wordAt(k, 5, p, i)));
    }
  });

  it('draws units from the same words', () => {
    const words = createStream(keyOf('0'), 0, 0);
    const units = createStream(keyOf('0'), 0, 0);
    for (let i = 0; i < 10; i++) {
      expect(units.unit()).toBe(unitOf(words.word()));
    }
  });
});

describe('unitOf', () => {
  it('is the high 24 bits as a number in [0, 1), exact in single precision', () => {
    expect(unitOf(0)).toBe(0);
    expect(unitOf(0xff)).toBe(0);
    expect(unitOf(0x100)).toBe(2 ** -24);
    expect(unitOf(0x80000000)).toBe(0.5);
    expect(unitOf(0xffffffff)).toBe(1 - 2 ** -24);
    fc.assert(
      fc.property(word, (w) => unitOf(w) === Math.fround(unitOf(w)) && unitOf(w) === Math.floor(w / 256) / 2 ** 24),
    );
  });
});
