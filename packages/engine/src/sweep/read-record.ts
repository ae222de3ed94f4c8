/** What a record says: the metric with its interval, paths, and how often shares were put back. */
import type { Estimate } from '../metric/metric.js';
import type { PreparedProgram } from '../prepare.js';
import type { SweepCells } from './definition.js';

/** @param count paths of the program that the tally is of */
export function estimateOf(
  { sampler, tolerance }: Pick<SweepCells, 'sampler' | 'tolerance'>,
  prepared: PreparedProgram,
  tally: Float64Array,
  count: number,
): Estimate {
  const estimate = sampler.read(prepared, tally, count);
  // where a tolerance found that all paths are the same, one of them says everything
  if (tolerance === null || prepared.program.increments !== 'none') return estimate;
  return { value: estimate.value, low: estimate.value, high: estimate.value };
}
