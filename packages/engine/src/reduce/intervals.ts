/**
 * 95% confidence intervals of Monte Carlo estimates.
 * Sources: Wilson (1927) for probabilities; the normal approximation for means; for a standard deviation the variance of
 * the sample variance, (m4 - s^4 (n - 3) / (n - 1)) / n, and the delta method.
 */
import type { Distribution } from './distribution.js';

/** The two-sided 95% point of the standard normal. */
export const Z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson score interval for `count` successes in `n` trials; [0, 1] for none. */
export function wilson(count: number, n: number, z = Z95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = count / n;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // the formula gives exactly p at the ends, but for rounding
  return { low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}

/** Interval of a mean. */
export function meanInterval(mean: number, sd: number, n: number, z = Z95): Interval {
  const half = (z * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/** Interval of a standard deviation. */
export function sdInterval(distribution: Distribution, z = Z95): Interval {
  const { sd, fourth, paths: n } = distribution;
  if (n < 4 || sd === 0) return { low: sd, high: sd };
  const variance = Math.max(0, (fourth - (sd ** 4 * (n - 3)) / (n - 1)) / n);
  const half = (z * Math.sqrt(variance)) / (2 * sd);
  return { low: Math.max(0, sd - half), high: sd + half };
}

/** Interval of a quantile: the quantiles whose ranks bound the binomial rank. */
export function quantileInterval(distribution: Distribution, part: number, z = Z95): Interval {
  const half = z * Math.sqrt((part * (1 - part)) / distribution.paths);
  return { low: distribution.quantile(part - half), high: distribution.quantile(part + half) };
}
