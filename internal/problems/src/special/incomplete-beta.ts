/**
 * Regularised incomplete beta function, the distribution function of the beta distribution.
 * Source: continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions.
 */
import { continuedFraction } from './continued-fraction.js';
import { lnGamma } from './ln-gamma.js';

/**
 * I_x(a, b), to about 1e-13 for a and b up to some hundreds.
 *
 * @param x in [0, 1].
 * @param a positive; likewise b.
 * @throws RangeError where one of them is outside its range.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
    throw new RangeError(`I_x(a, b) needs x in [0, 1] and positive a, b; found x = ${x}, a = ${a}, b = ${b}.`);
  }
  if (x === 0 || x === 1) {
    return x;
  }
  // The fraction converges fast below the mean; beyond it, I_x(a, b) = 1 - I_(1-x)(b, a).
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - fraction(1 - x, b, a);
  }
  return fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  const lnFront = lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const denominator = continuedFraction(1, (n) => {
    const m = Math.floor(n / 2);
    const numerator =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
  return Math.exp(lnFront) / (a * denominator);
}
