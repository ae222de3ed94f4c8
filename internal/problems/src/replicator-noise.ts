/**
 * Replicator noise with a constant advantage: dx = x (1 - x) (a dt + sigma dW) (Ito). 0 and 1 are never reached, only approached.
 * Owns the exact answers about where paths end. `constantAdvantageGame` writes the game.
 *
 * With theta = 2 a / sigma^2 the scale density is exp(-integral of 2 a / (sigma^2 x (1 - x))) = x^-theta (1 - x)^theta, so the
 * scale function is an incomplete beta function; its integral is finite at both ends where |theta| < 1.
 * Source: Karlin & Taylor (1981), "A Second Course in Stochastic Processes", chapter 15, for scale function and boundaries.
 */
import { incompleteBeta } from './special/incomplete-beta.js';

/**
 * Probability that a path goes to 1 rather than to 0: I_x0(1 - theta, 1 + theta) for |theta| < 1; 1 for theta >= 1 and 0 for
 * theta <= -1, where one end repels.
 *
 * @param a advantage of the first strategy.
 * @param sigma noise intensity, positive.
 * @param x0 share at the start, in (0, 1).
 */
export function limitProbability(a: number, sigma: number, x0: number): number {
  const theta = (2 * a) / (sigma * sigma);
  if (Math.abs(theta) >= 1) {
    return theta > 0 ? 1 : 0;
  }
  return incompleteBeta(x0, 1 - theta, 1 + theta);
}

/**
 * Probability that a path passes `high` before `low`: the scale function between them, for |theta| < 1.
 *
 * @param low below x0, at least 0.
 * @param high above x0, at most 1.
 * @throws RangeError where |theta| >= 1 or the shares are out of order.
 */
export function exitProbability(a: number, sigma: number, x0: number, low: number, high: number): number {
  const theta = (2 * a) / (sigma * sigma);
  if (!(Math.abs(theta) < 1)) {
    throw new RangeError(`The exit probability is given here for |2 a / sigma^2| < 1, found ${theta}.`);
  }
  if (!(0 <= low && low <= x0 && x0 <= high && high <= 1 && low < high)) {
    throw new RangeError(`Expected 0 <= low <= x0 <= high <= 1, found ${low}, ${x0}, ${high}.`);
  }
  const scale = (x: number): number => incompleteBeta(x, 1 - theta, 1 + theta);
  return (scale(x0) - scale(low)) / (scale(high) - scale(low));
}
