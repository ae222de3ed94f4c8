/**
 * The replicator equation of a constant advantage, x' = a x (1 - x).
 * Owns its solution; the share's odds grow by the factor exp(a t).
 */

/**
 * Share at time t: x0 / (x0 + (1 - x0) exp(-a t)). Source: Verhulst (1838).
 *
 * @param a advantage of the first strategy.
 * @param x0 share at the start, in [0, 1].
 * @param t time, of either sign.
 */
export function logisticShare(a: number, x0: number, t: number): number {
  if (x0 === 0 || x0 === 1) {
    return x0;
  }
  return 1 / (1 + ((1 - x0) / x0) * Math.exp(-a * t));
}
