/**
 * Standard normals from random words, two for two: Box & Muller (1958) in single precision.
 * Owns the definition that every backend repeats; the elementary functions are in `single-precision.ts`.
 */
import { lnSingle, sinCosTurn } from './single-precision.js';
import { unitOf } from './stream.js';

const f = Math.fround;

/**
 * Two independent standard normals from two words.
 *
 * u1 = (word1 >>> 8) 2^-24 + 2^-25, rounded to single precision, never 0; u2 = (word2 >>> 8) 2^-24;
 * r = sqrt(-2 ln u1); the pair is (r cos 2 pi u2, r sin 2 pi u2). Each operation is rounded to single precision.
 *
 * Relative error of each value against the same formula in double precision, at the same u1 and u2: below 5e-7.
 * The largest |value| is sqrt(50 ln 2) = 5.887; a true normal lies beyond with probability 4e-9. Summed over all words, the
 * second and fourth moments are those of the normal to 4e-7, the sixth to 4e-6 (relatively); odd moments vanish.
 *
 * @param word1 unsigned 32-bit integer, for the radius.
 * @param word2 unsigned 32-bit integer, for the angle.
 * @returns two single-precision numbers.
 */
export function normalPair(word1: number, word2: number): [number, number] {
  const u1 = f(unitOf(word1) + 2 ** -25);
  const radius = f(Math.sqrt(f(-2 * lnSingle(u1))));
  const [sin, cos] = sinCosTurn(unitOf(word2));
  return [f(radius * cos), f(radius * sin)];
}
