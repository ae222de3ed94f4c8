/**
 * Logarithm of the gamma function for positive arguments.
 * Source: Lanczos (1964) with g = 7 and the nine coefficients of Godfrey (2001).
 */

const G = 7;
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/**
 * ln Gamma(x), to about 1e-14 (absolute near its zeros 1 and 2, relative elsewhere).
 *
 * @param x positive.
 * @throws RangeError where it is not.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) {
    throw new RangeError(`ln gamma is defined here for positive numbers, found ${x}.`);
  }
  if (x < 0.5) {
    return lnGamma(x + 1) - Math.log(x);
  }
  const z = x - 1;
  let sum: number = COEFFICIENTS[0];
  for (let i = 1; i < COEFFICIENTS.length; i++) {
    sum += COEFFICIENTS[i]! / (z + i);
  }
  const t = z + G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
