/**
 * What `--target` may be.
 */
import { UsageError } from '../errors/kinds.js';

/** @param most the largest value of the metric @throws UsageError for a target that the metric never has. */
export function checkTarget(value: number, metric: string, most: number): void {
  if (value >= 0 && value <= most) return;
  throw new UsageError(`--target ${value} is outside the range of ${metric}, which is 0 to ${most}.`);
}
