/** At which order in the step the bias of a metric falls. */
import { channels, type FieldShape, holds } from '@trilogue/core';
import type { Metric } from '../metric/metric.js';
import type { Scheme } from '../scheme/contract.js';

/**
 * The weak order of the scheme, with these exceptions. 1/2 under noise that does not vanish where a path is stopped
 * (`multiplicative`), whatever the scheme: a path that would have been stopped between two steps is not. 1/2 for times of passage
 * under noise: what the corrected threshold leaves falls faster than that, and nothing more is proven. 1 at most for means over
 * time, by the trapezoidal rule along a path that is not smooth, and for times without noise.
 * Sources: Gobet (2000), "Weak approximation of killed diffusion using Euler schemes"; Gobet and Menozzi (2010).
 */
export function biasOrder(shape: FieldShape, { weakOrder }: Scheme, metric?: Metric['kind']): number {
  if (!holds(shape, 'vanishing-noise') || (metric === 'T' && channels(shape) > 0)) return 1 / 2;
  return metric === 'T' || metric === 'gap' ? 1 : weakOrder;
}
