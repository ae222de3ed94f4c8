/** At which order in the step the bias of a run falls. */
import type { FieldShape } from '@trilogue/core';
import type { Scheme } from '../scheme/contract.js';

/**
 * The weak order of the scheme; 1/2 under `multiplicative` noise, whatever the scheme: the noise does not vanish where a path
 * is stopped, and a path that would have been stopped between two steps is not.
 * Source: Gobet (2000), "Weak approximation of killed diffusion using Euler schemes".
 */
export function biasOrder({ noise }: FieldShape, { weakOrder }: Scheme): number {
  return noise === 'multiplicative' ? 1 / 2 : weakOrder;
}
