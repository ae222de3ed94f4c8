/** The dynamics by name. A new one is a file beside this one and its name in `DynamicsName`. */
import type { DynamicsName } from '../../game/game.js';
import type { EquationShape } from '../field.js';
import type { Dynamics } from './contract.js';
import { replicator } from './replicator.js';

export const dynamics: Readonly<Record<DynamicsName, Dynamics>> = { replicator };

export function dynamicsOf({ dynamics: name }: Pick<EquationShape, 'dynamics'>): Dynamics {
  return dynamics[name];
}
