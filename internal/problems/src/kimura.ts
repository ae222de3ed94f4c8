/**
 * Demographic noise with a constant advantage: dx = s x (1 - x) dt + sigma sqrt(x (1 - x)) dW (Ito), absorbed at 0 and 1.
 * Owns the exact answers. `constantAdvantageGame` writes the game.
 */

/**
 * Probability of fixation at 1 from share x0: (1 - exp(-k x0)) / (1 - exp(-k)) with k = 2 s / sigma^2, and x0 where s = 0.
 *
 * The scale density is exp(-k x), so this is its integral to x0 over its integral to 1.
 * Source: Kimura (1962), "On the probability of fixation of mutant genes in a population", equation 8, in these units.
 *
 * @param s advantage per unit time, any size and sign.
 * @param sigma noise intensity, positive.
 * @param x0 share at the start, in [0, 1].
 */
export function fixationProbability(s: number, sigma: number, x0: number): number {
  const k = (2 * s) / (sigma * sigma);
  if (Math.abs(k) < 1e-8) {
    // The ratio to first order, exact to k^2: below, k x0 may be too small a number to divide by.
    return x0 + (k * x0 * (1 - x0)) / 2;
  }
  if (k > 0) {
    return Math.expm1(-k * x0) / Math.expm1(-k);
  }
  // The same ratio, multiplied through by exp(k), so that a strong disadvantage does not overflow.
  return (Math.exp(k * (1 - x0)) * Math.expm1(k * x0)) / Math.expm1(k);
}

/**
 * Mean time to absorption at either end without advantage: -(2 / sigma^2) (x0 ln x0 + (1 - x0) ln(1 - x0)).
 *
 * It solves (sigma^2 / 2) x (1 - x) T'' = -1 with T(0) = T(1) = 0.
 * Source: Kimura & Ohta (1969), "The average number of generations until fixation of a mutant gene", in these units.
 */
export function neutralAbsorptionTime(sigma: number, x0: number): number {
  if (x0 === 0 || x0 === 1) {
    return 0;
  }
  return (-2 / (sigma * sigma)) * (x0 * Math.log(x0) + (1 - x0) * Math.log1p(-x0));
}
