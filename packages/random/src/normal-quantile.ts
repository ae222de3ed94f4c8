/**
 * Quantile, density and distribution of the standard normal. Sources: the series of Marsaglia (2004) for the distribution function; Abramowitz &
 * Stegun (1964) 26.2.23 for the start.
 */

/** The x with P(Z <= x) = p, to about 1e-12 for p from 1e-6 to 1 - 1e-6. */
export function normalQuantile(p: number): number {
  if (p < 0.5) {
    return -normalQuantile(1 - p);
  }
  const t = Math.sqrt(-2 * Math.log(1 - p));
  let x = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  for (let i = 0; i < 3; i++) {
    x -= (normalHalf(x) - (p - 0.5)) / normalDensity(x);
  }
  return x;
}

export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(0 < Z <= x) = density(x) (x + x^3 / 3 + x^5 / (3 5) + ...); 1/2 beyond 8, where less than 1e-15 is left. */
export function normalHalf(x: number): number {
  if (x > 8) {
    return 0.5;
  }
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return sum * normalDensity(x);
}
