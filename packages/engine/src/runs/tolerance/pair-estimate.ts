/**
 * A probability from antithetic pairs: the Wilson interval with the number of independent paths that would say as much.
 * Sources: Wilson (1927); Kish (1965) for the effective sample size.
 */
import type { Estimate } from '../../measures/metric/metric.js';
import { wilson } from '../../measures/reduce/intervals.js';

/**
 * @param hits paths of all pairs in which the event occurs
 * @param both pairs in whose two paths it occurs
 */
export function pairEstimate(hits: number, both: number, pairs: number): Estimate {
  const value = hits / (2 * pairs);
  const effective = effectivePaths(value, hits, both, pairs);
  return { value, ...wilson(value * effective, effective) };
}

function effectivePaths(value: number, hits: number, both: number, pairs: number): number {
  const ofOne = value * (1 - value);
  if (ofOne === 0) return 2 * pairs;
  // a pair's mean is 0, 1/2 or 1
  const squares = (hits - 2 * both) / 4 + both - pairs * value * value;
  // and one pair of independent paths more, so that no number of like pairs proves that all are alike
  const ofPair = (squares + ofOne / 2) / (pairs + 1);
  return (ofOne * pairs) / ofPair;
}
