/** At which order in the step the bias of a metric falls. */
import { channels, type FieldShape, holds } from '@trilogue/core';
import type { Metric } from '../../measures/metric/metric.js';
import { metricFacts } from '../../measures/metric/scale.js';
import type { Scheme } from '../../schemes/contract.js';

/**
 * The weak order of the scheme, or less where the metric has less of its own. 1/2 under noise that does not vanish where a path is
 * stopped (`multiplicative`), whatever the scheme: a path that would have been stopped between two steps is not.
 * 1/2 too where the drift jumps, and at most 1 where it has kinks, since the expansions that higher orders rest on want derivatives.
 * Sources: Gobet (2000), "Weak approximation of killed diffusion using Euler schemes"; Gobet and Menozzi (2010).
 */
export function biasOrder(shape: FieldShape, { weakOrder }: Scheme, metric?: Metric['kind']): number {
  if (!holds(shape, 'vanishing-noise') || !holds(shape, 'continuous')) return 1 / 2;
  const order = holds(shape, 'smooth') ? weakOrder : Math.min(weakOrder, 1);
  return metric === undefined ? order : Math.min(order, metricFacts[metric].order(channels(shape) > 0));
}
