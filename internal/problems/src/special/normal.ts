/**
 * Standard normal distribution: distribution function and quantile.
 * Owns both directions; the error function does the work.
 */
import { erfc } from './erf.js';

/** P(Z <= x); relative error below 1e-13, in the left tail too. */
export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

/**
 * The x with P(Z <= x) = p, to about 1e-14.
 *
 * Starts from Abramowitz & Stegun (1964) 26.2.23 and refines by Halley's method in the lower tail, where nothing cancels.
 *
 * @param p in [0, 1]; the ends give -Infinity and Infinity.
 * @throws RangeError where it is outside.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`A probability lies in [0, 1], found ${p}.`);
  }
  if (p === 0 || p === 1) {
    return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (p > 0.5) {
    return -normalQuantile(1 - p);
  }
  const t = Math.sqrt(-2 * Math.log(p));
  let x = -t + (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  for (let i = 0; i < 3; i++) {
    const step = ((normalCdf(x) - p) * Math.sqrt(2 * Math.PI)) / Math.exp((-x * x) / 2);
    x -= step / (1 + (x * step) / 2);
  }
  return x;
}
