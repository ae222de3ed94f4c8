import { createHash } from 'node:crypto';
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../src/key.js';

/** Never to change: results of others depend on them. */
const vectors: readonly (readonly [seed: string, lo: number, hi: number])[] = [
  ['', 0x4442a678, 0x0599e55a],
  ['0', 0x779ff8ba, 0xb9f2855e],
  ['1', 0x397655dd, 0x8b8b48e9],
  ['11', 0x844d25fa, 0xc236d951],
  ['trilogue', 0x8dd50692, 0xe22dfbb8],
  ['三元演化博弈', 0x0d7d1bf5, 0xc02a2c2f],
  ['exactly twenty bytes', 0x1f5facc8, 0xa3943210],
  ['one more: 21 bytes...', 0x800386bf, 0x7c537085],
  ['replicate number 0137 of the revision', 0x11696fe7, 0xb7e27a59],
];

/** A text and one that is near to it: two of its digits, neighbours, are one more and one less. */
const nearTexts = fc
  .tuple(fc.stringMatching(/^[a-z ,.]*$/), fc.stringMatching(/^[0-8][1-9]$/), fc.stringMatching(/^[a-z ,.]*$/))
  .map(([before, digits, after]) => [
    `${before}${digits}${after}`,
    `${before}${Number(digits[0]) + 1}${Number(digits[1]) - 1}${after}`,
  ]);

describe('keyOf', () => {
  it.each(vectors)('seed %j has its fixed key', (seed, lo, hi) => {
    expect(keyOf(seed)).toEqual({ lo, hi });
  });

  it('is seedrandom on the UTF-8 bytes and an end mark, or on their SHA-256 where they are more than 20', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (seed) => {
        const bytes = Buffer.from(seed, 'utf8');
        const plain = Buffer.concat([bytes, Buffer.of(0xff)]);
        const arc4Key = bytes.length <= 20 ? plain : createHash('sha256').update(bytes).digest();
        const generator = seedrandom(arc4Key.toString('latin1'));
        expect(keyOf(seed)).toEqual({ lo: generator.int32() >>> 0, hi: generator.int32() >>> 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('tells apart replicates of one long name', () => {
    const name = 'on the cluster of the institute in the spring, for the revision of the manuscript, replicate number';
    const plain = (seed: string) => seedrandom(`${seed}\xff`).int32();
    expect(plain(`${name} 0137`)).toBe(plain(`${name} 1037`)); // what it is about
    expect(keyOf(`${name} 0137`)).not.toEqual(keyOf(`${name} 1037`));
  });

  it('gives near texts of any length keys of their own', () => {
    // Plain ARC4 keys: 2 to 5 of 100 such pairs agree at 244 bytes. Two 64-bit keys agree by chance with probability 5e-20.
    fc.assert(
      fc.property(nearTexts, fc.nat(400), ([one, other], length) => {
        const tail = 'x'.repeat(length);
        expect(keyOf(one + tail)).not.toEqual(keyOf(other + tail));
        expect(keyOf(tail + one)).not.toEqual(keyOf(tail + other));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells apart what seedrandom alone takes for one seed', () => {
    const alike = ['', '\0', '1', '11', '111', 'p', '数', 'ab', 'abab', 'ab\0ab'];
    expect(new Set(alike.map((seed) => JSON.stringify(keyOf(seed)))).size).toBe(alike.length);
    const plain = new Set(alike.map((seed) => seedrandom(seed).int32()));
    expect(plain.size).toBeLessThan(alike.length);
  });

  it('gives 20,000 seeds 20,000 keys, every bit set half the time', () => {
    const n = 20_000;
    const keys = Array.from({ length: n }, (_, i) => keyOf(String(i)));
    // Two of n random 64-bit keys agree with probability n^2 / 2^65, 1e-11.
    expect(new Set(keys.map(({ lo, hi }) => `${lo} ${hi}`)).size).toBe(n);
    // 64 bits, each n fair coins, standard error sqrt(n) / 2; at z = 5 a false alarm in 64 has probability 4e-5.
    for (let bit = 0; bit < 32; bit++) {
      for (const part of ['lo', 'hi'] as const) {
        const ones = keys.filter((key) => (key[part] >>> bit) & 1).length;
        expect(Math.abs(ones - n / 2)).toBeLessThan((5 * Math.sqrt(n)) / 2);
      }
    }
  });

  it('is a pure function: no global generator is read or written', () => {
    const before = Math.random;
    const first = keyOf('0');
    Math.random();
    seedrandom('something else').int32();
    expect(keyOf('0')).toEqual(first);
    expect(Math.random).toBe(before);
  });

  it.each([0, 1, null, undefined, {}, ['0'], Symbol('s')])('refuses %s, which is not text', (seed) => {
    expect(() => keyOf(seed as unknown as string)).toThrow(TypeError);
  });

  it('says what it found', () => {
    expect(() => keyOf(7 as unknown as string)).toThrow('A seed must be text, found number 7. Write it in quotes.');
  });
});
