/**
 * Continued fractions b0 + a1/(b1 + a2/(b2 + ...)), from the front.
 * Source: Lentz (1976) as modified by Thompson & Barnett (1986).
 */

/** Stands in for a denominator that is exactly 0. */
const TINY = 1e-300;

/**
 * Value of the fraction, to the last bits.
 *
 * @param b0 the first term.
 * @param term a_n and b_n for n = 1, 2, ...
 * @throws RangeError where it has not converged after 10,000 terms.
 */
export function continuedFraction(b0: number, term: (n: number) => readonly [a: number, b: number]): number {
  let value = b0 === 0 ? TINY : b0;
  let c = value;
  let d = 0;
  for (let n = 1; n <= 10_000; n++) {
    const [a, b] = term(n);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2 * Number.EPSILON) {
      return value;
    }
  }
  throw new RangeError('The continued fraction has not converged after 10,000 terms.');
}
