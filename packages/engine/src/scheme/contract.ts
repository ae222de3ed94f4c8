/**
 * A scheme advances the state by one step. It owns its formula and its orders; it knows nothing of seeds, batches,
 * trackers or devices. The step program calls it once, when the program is written; what it must refuse (a noise kind
 * it is not made for) it refuses there.
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';

/** Names of the schemes, as the command line takes them. */
export type SchemeName = 'euler' | 'weak-euler';

export interface Scheme {
  readonly name: SchemeName;
  readonly title: string;
  readonly increments: 'gaussian' | 'two-point';
  /** Strong order for the noise it accepts; null where paths of two step sizes share no Brownian motion. */
  readonly strongOrder: number | null;
  readonly weakOrder: number;
  /** Where the formula comes from. */
  readonly source: string;
  step(builder: Builder, input: StepInput): readonly Value[];
}

export interface StepInput {
  readonly shape: FieldShape;
  /** Coordinates before the step. */
  readonly state: readonly Value[];
  /** Advantage times dt, by [player][strategy but the last]. */
  readonly advantages: readonly (readonly Value[])[];
  /** Noise intensity times the square root of dt, by player. */
  readonly intensity: readonly Value[];
}
