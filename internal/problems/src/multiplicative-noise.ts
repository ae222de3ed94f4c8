/**
 * Multiplicative noise with a constant advantage: dx = a x (1 - x) dt + sigma x dW (Ito), stopped at 1; 0 is never reached, only
 * approached. Owns the exact answer about where paths end. `constantAdvantageGame` writes the game.
 */

/**
 * Probability that a path is stopped at 1: with theta = 2 a / sigma^2 below 1, the integral of u^-theta exp(theta u) from 0 to x0
 * over that from 0 to 1; 1 for theta >= 1, where 0 repels.
 *
 * The integrand is the scale density.
 * Source: Karlin & Taylor (1981), "A Second Course in Stochastic Processes", chapter 15.
 *
 * @param a advantage of the first strategy.
 * @param sigma noise intensity, positive.
 * @param x0 share at the start, in [0, 1].
 */
export function stopProbability(a: number, sigma: number, x0: number): number {
  const theta = (2 * a) / (sigma * sigma);
  if (theta >= 1) {
    return x0 > 0 ? 1 : 0;
  }
  return scale(x0, theta) / scale(1, theta);
}

/** The integral of u^-theta exp(theta u) from 0 to x, as the one of its two series (Kummer's transform) that has positive terms only. */
function scale(x: number, theta: number): number {
  const s = 1 - theta;
  let sum = 0;
  if (theta > 0) {
    for (let k = 0, power = 1; k < 500; k++, power *= (theta * x) / k) {
      sum += power / (s + k);
    }
    return x ** s * sum;
  }
  for (let k = 0, term = 1 / s; k < 500; k++, term *= (-theta * x) / (s + k)) {
    sum += term;
  }
  return x ** s * Math.exp(theta * x) * sum;
}
