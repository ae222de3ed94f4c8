/**
 * Four-point increments: the values of a symmetric distribution on bits whose first five moments are those of the
 * standard normal, as schemes of weak order 2 need (Kloeden and Platen 1992, section 14.2, ask it of a three-point
 * distribution with probabilities 1/6, which bits cannot give).
 *
 * +-a with probability 1/8 each and +-b with 3/8 each: a^2 / 4 + 3 b^2 / 4 = 1 and a^4 / 4 + 3 b^4 / 4 = 3 give
 * b^2 = 1 - sqrt(2/3) and a^2 = 4 - 3 b^2. One bit is the sign; two bits that are both 0 say that it is a.
 */

/** The value b of probability 3/4, in single precision. */
export const SMALL = Math.fround(Math.sqrt(1 - Math.sqrt(2 / 3)));

/** The value a of probability 1/4, in single precision. */
export const LARGE = Math.fround(Math.sqrt(1 + 3 * Math.sqrt(2 / 3)));
