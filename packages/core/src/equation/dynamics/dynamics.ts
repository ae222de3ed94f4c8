/** The dynamics by name. A new one is a file beside this one and its line here. */
import type { Dynamics } from './contract.js';
import { replicator } from './replicator.js';

export const dynamics = { replicator } satisfies Readonly<Record<string, Dynamics>>;

/** How payoffs move shares, as the game file names it. */
export type DynamicsName = keyof typeof dynamics;

export function dynamicsOf({ dynamics: name }: { readonly dynamics: DynamicsName }): Dynamics {
  return dynamics[name];
}
