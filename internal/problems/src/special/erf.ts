/**
 * Error function and its complement.
 * Source: Abramowitz & Stegun (1964), series 7.1.6 near 0 and continued fraction 7.1.14 in the tails.
 */
import { continuedFraction } from './continued-fraction.js';

/** Where the fraction takes over from the series: the first |x| at which it is both quick and exact. */
const TAIL = 2;

/** erf(x) = 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x, to about 1e-15. */
export function erf(x: number): number {
  return Math.abs(x) < TAIL ? series(x) : Math.sign(x) * (1 - tail(Math.abs(x)));
}

/** erfc(x) = 1 - erf(x); relative error below 1e-13, far into the right tail too. */
export function erfc(x: number): number {
  if (Math.abs(x) < TAIL) {
    return 1 - series(x);
  }
  return x > 0 ? tail(x) : 2 - tail(-x);
}

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function tail(x: number): number {
  if (x > 27) {
    return 0;
  }
  // sqrt(pi) exp(x^2) erfc(x) = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...))))
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * continuedFraction(x, (n) => [n / 2, x]));
}
