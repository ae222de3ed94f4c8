/**
 * The variance of the paths' noise in a metric, without bias: what analyses take off a variance, which the width of an interval
 * is not made for. Sources: as for `intervals.ts`; a standard deviation's by the delta method.
 */
import { readDistribution } from '../reduce/distribution.js';
import { Z95 } from '../reduce/intervals.js';
import type { Measure } from '../reduce/measure.js';
import { readPassage } from '../reduce/passage.js';
import type { Estimate } from './metric.js';

/** Power sums are kept in units of 2^-22; a variance of single paths below this may be their rounding, and counts as 0. */
const ROUNDING = 2 * 2 ** -22;

/**
 * @param width of the range of a state of the environment, of which the measure has the part; default 1
 * @param estimate the metric with its 95% interval; of a quantile the variance is that of a normal interval as wide
 * @returns null where there is no value, or one path alone has one.
 */
export function noiseVariance(
  measure: Measure,
  tally: Float64Array,
  paths: number,
  dt: number,
  { value, low, high }: Estimate,
  width = 1,
): number | null {
  if (value === null) return null;
  switch (measure.kind) {
    case 'region':
      return paths < 2 ? null : (value * (1 - value)) / (paths - 1);
    case 'passage': {
      const { sd, entered } = readPassage(measure, tally, 0, dt);
      return sd === null || entered < 2 ? null : sd ** 2 / entered;
    }
    case 'distribution': {
      if (paths < 2) return null;
      const { sd, fourth } = readDistribution(measure, tally, 0, paths);
      if (sd ** 2 < ROUNDING) return 0;
      if (measure.bins > 0) return low === null || high === null ? null : ((high - low) / 2 / Z95) ** 2;
      if (measure.powers < 4) return (width * sd) ** 2 / paths;
      return (width ** 2 * Math.max(0, fourth - (sd ** 4 * (paths - 3)) / (paths - 1))) / paths / (4 * sd ** 2);
    }
    default:
      throw new Error(`bug: a metric has no measure of kind ${measure.kind}`);
  }
}
