/** The dynamics by name. A new one is a file beside this one and its line here. */
import type { FieldShape } from '../field.js';
import { bestResponse } from './best-response.js';
import { bnn } from './bnn.js';
import type { Dynamics } from './contract.js';
import { logit } from './logit.js';
import { maynardSmith } from './maynard-smith.js';
import { replicator } from './replicator.js';
import { smith } from './smith.js';
import { truncated } from './truncated.js';

export const dynamics = {
  replicator,
  'maynard-smith': maynardSmith,
  truncated,
  smith,
  bnn,
  logit,
  'best-response': bestResponse,
} satisfies Readonly<Record<string, Dynamics>>;

/** How payoffs move shares, as the game file names it. */
export type DynamicsName = keyof typeof dynamics;

/** How payoffs move shares, and mutation, in sentences. */
export function dynamicsWords(shape: Pick<FieldShape, 'dynamics' | 'mutation'>): string {
  const kinds = new Set(shape.mutation);
  return [
    dynamicsOf(shape).words,
    ...(kinds.has('rate') ? ['Strategies turn into each other at a rate (mutation).'] : []),
    ...(kinds.has('matrix')
      ? ['What a strategy earns goes to others with the probabilities of a mutation matrix.']
      : []),
  ].join(' ');
}

export function dynamicsOf({ dynamics: name }: { readonly dynamics: DynamicsName }): Dynamics {
  return dynamics[name];
}
