/**
 * Demographic noise without advantage at a finite time: dx = sigma sqrt(x (1 - x)) dW (Ito), absorbed at 0 and 1; random genetic
 * drift, with sigma^2 = 1 / (2 N). Owns the exact answers. `constantAdvantageGame` writes the game.
 * Source: Kimura (1955), "Solution of a process of random genetic drift with a continuous model", in these units.
 */

/** Variance of the share at time t: x0 (1 - x0) (1 - exp(-sigma^2 t)), since x (1 - x) decays like exp(-sigma^2 t) in the mean. */
export function neutralVariance(sigma: number, x0: number, t: number): number {
  return -x0 * (1 - x0) * Math.expm1(-sigma * sigma * t);
}

/**
 * Probability that the first strategy has taken over by time t:
 * x0 + (1/2) sum over i >= 1 of (-1)^i (P_(i-1)(r) - P_(i+1)(r)) exp(-i (i + 1) sigma^2 t / 2), r = 1 - 2 x0, P Legendre's polynomials.
 *
 * @param t time, positive; the number of terms grows like its root's inverse.
 */
export function neutralFixationBy(sigma: number, x0: number, t: number): number {
  const r = 1 - 2 * x0;
  let [before, here] = [1, r];
  let sum = x0;
  for (let i = 1; ; i++) {
    const rate = (i * (i + 1) * sigma * sigma) / 2;
    if (rate * t > 40) {
      return sum;
    }
    const after = ((2 * i + 1) * r * here - i * before) / (i + 1);
    sum += (((-1) ** i * (before - after)) / 2) * Math.exp(-rate * t);
    [before, here] = [here, after];
  }
}

/**
 * Mean time until the first strategy has taken over, over the paths where it does: -(2 / sigma^2) (1 - x0) ln(1 - x0) / x0.
 *
 * Source: Kimura & Ohta (1969), "The average number of generations until fixation of a mutant gene", in these units.
 */
export function neutralFixationTime(sigma: number, x0: number): number {
  return ((-2 / (sigma * sigma)) * (1 - x0) * Math.log1p(-x0)) / x0;
}
