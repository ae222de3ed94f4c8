/**
 * Philox4x32: a random function from a 128-bit counter and a 64-bit key to 128 bits.
 * Owns the bijection, in integer arithmetic that is exact in JavaScript. Says nothing about what the counter means.
 * Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", section 3.3 and table 2.
 */

/** Four unsigned 32-bit words. */
export type Block = [number, number, number, number];

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
/** Golden ratio and square root of 3 less 1, as fractions of 2^32: the key schedule of the paper. */
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/** High word of the 64-bit product, from four products of 16-bit halves. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) >>> 0;
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) >>> 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) >>> 0;
}

/**
 * Philox4x32 into `out[offset .. offset + 3]`, without allocating.
 *
 * @param counter0 to `counter3`: counter words, taken modulo 2^32; likewise the key words.
 * @param offset where in `out` to write, default 0.
 * @param rounds default 10, as the authors recommend.
 */
export function philoxInto(
  out: Uint32Array,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  offset = 0,
  rounds = 10,
): void {
  let a = counter0 | 0;
  let b = counter1 | 0;
  let c = counter2 | 0;
  let d = counter3 | 0;
  let left = key0 | 0;
  let right = key1 | 0;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, a);
    const low0 = Math.imul(MULTIPLIER_0, a);
    const high1 = multiplyHigh(MULTIPLIER_1, c);
    const low1 = Math.imul(MULTIPLIER_1, c);
    a = high1 ^ b ^ left;
    b = low1;
    c = high0 ^ d ^ right;
    d = low0;
    left = (left + WEYL_0) | 0;
    right = (right + WEYL_1) | 0;
  }
  out[offset] = a;
  out[offset + 1] = b;
  out[offset + 2] = c;
  out[offset + 3] = d;
}

/**
 * Philox4x32 as a function of values.
 *
 * @param counter four words, taken modulo 2^32.
 * @param key two words, taken modulo 2^32.
 * @param rounds whole number of rounds from 1 to 16, default 10.
 * @returns four unsigned 32-bit words.
 * @throws RangeError where `rounds` is outside its range.
 */
export function philox4x32(counter: Readonly<Block>, key: readonly [key0: number, key1: number], rounds = 10): Block {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 16) {
    throw new RangeError(`Philox takes a whole number of rounds from 1 to 16, found ${rounds}.`);
  }
  const out = new Uint32Array(4);
  philoxInto(out, counter[0], counter[1], counter[2], counter[3], key[0], key[1], 0, rounds);
  return [out[0]!, out[1]!, out[2]!, out[3]!];
}
