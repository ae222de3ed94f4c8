/**
 * 95% confidence intervals of Monte Carlo estimates. None has width 0, whatever the paths say: paths that have not been seen
 * may differ.
 * Sources: Wilson (1927) for probabilities, with the lower limits of Brown, Cai and DasGupta (2001) for few hits; the same for
 * means of bounded numbers; ranks for quantiles.
 */
import type { Distribution } from './distribution.js';

/** The two-sided 95% point of the standard normal. */
export const Z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval for `count` successes in `n` trials; [0, 1] for none. Counts of 1 to 3, from either end, have the 5%
 * point of the Poisson mean that gives so many as their limit on that side, where Wilson's is too near (Brown, Cai and DasGupta
 * 2001, as its modification near the ends); counts may be effective ones, between whole numbers.
 */
export function wilson(count: number, n: number, z = Z95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = count / n;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    low: Math.max(0, Math.min(centre - half, fewest(count) / n)),
    high: Math.min(1, Math.max(centre + half, 1 - fewest(n - count) / n)),
  };
}

/** Poisson means at which so many or more have a probability of 5%: half the 5% points of chi^2 with 2 count degrees. */
const FEWEST = [0, 0.0513, 0.3554, 0.8177];

function fewest(count: number): number {
  if (count > 3) return Number.POSITIVE_INFINITY;
  const whole = Math.min(2, Math.floor(count));
  return FEWEST[whole] + (count - whole) * (FEWEST[whole + 1] - FEWEST[whole]);
}

/** The least and the largest value that a number can have. */
export type Range = readonly [least: number, largest: number];

/**
 * Interval of the mean of numbers in a range: Wilson's with the sample's variance, each side with its distance d to the end of
 * the range in place of 1: z^2 d / (2 n) + z sqrt(sd^2 / n + z^2 d^2 / (4 n^2)). For numbers that are at one end but for a few
 * that are at the other it is Wilson's own; where all agree it is z^2 d / n; the whole range for fewer than two.
 */
export function meanInterval(mean: number, sd: number, n: number, [least, largest]: Range, z = Z95): Interval {
  if (n < 2) return { low: least, high: largest };
  const half = (d: number) => {
    const unseen = (z * z * d) / (2 * n);
    return unseen + Math.sqrt((z * sd) ** 2 / n + unseen ** 2);
  };
  return { low: Math.max(least, mean - half(mean - least)), high: Math.min(largest, mean + half(largest - mean)) };
}

/**
 * By which factor more paths the interval of a mean in [0, 1], or of a probability, comes down to `room`; 1 or less where it
 * is there: half its width is u + sqrt(a / n + u^2), with u = z^2 d / (2 n), and both parts fall with n.
 *
 * @param distance the larger distance from the value to its limits, of `n` paths
 */
export function pathsFactor(value: number, distance: number, n: number, room: number, z = Z95): number {
  const unseen = Math.min(distance / 2, (z * z * Math.max(value, 1 - value)) / (2 * n));
  return (distance * (distance - 2 * unseen) + 2 * room * unseen) / room ** 2;
}

/** Interval of a standard deviation of numbers in [0, 1]: that of the mean of squared distances from the mean, its root. */
export function sdInterval({ mean, sd, fourth, paths: n }: Distribution, z = Z95): Interval {
  if (n < 4) return { low: 0, high: 0.5 };
  const spread = Math.sqrt(Math.max(0, fourth - (sd ** 4 * (n - 3)) / (n - 1)));
  const { low, high } = meanInterval(sd * sd, spread, n, [0, Math.max(mean, 1 - mean) ** 2], z);
  return { low: Math.sqrt(low), high: Math.max(sd, Math.min(0.5, Math.sqrt(high))) };
}

/** Interval of a quantile: from the lower edge of the bin of one rank to the upper edge of that of another; the ranks bound the binomial one. */
export function quantileInterval({ paths: n, rank }: Distribution, part: number, z = Z95): Interval {
  const half = z * Math.sqrt(n * part * (1 - part));
  const [first, last] = [Math.floor(n * part - half), Math.ceil(n * part + half) + 1];
  return { low: first < 1 ? 0 : rank(first).low, high: last > n ? 1 : rank(last).high };
}
