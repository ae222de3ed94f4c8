/**
 * A scheme advances the state by one step. It owns its formula and its orders; it knows nothing of seeds, batches,
 * trackers or devices. The step program calls it once, when the program is written; what it must refuse (a noise kind
 * it is not made for) it refuses there.
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { IncrementKind } from '../program/program.js';

/** Names of the schemes, as the command line takes them. */
export type SchemeName =
  | 'euler'
  | 'weak-euler'
  | 'milstein'
  | 'logit-euler'
  | 'weak-2'
  | 'logit-weak-2'
  | 'absorbing-euler';

export interface Scheme {
  readonly name: SchemeName;
  readonly title: string;
  readonly increments: Exclude<IncrementKind, 'none'>;
  /** Strong order for the noise it accepts; null where paths of two step sizes share no Brownian motion. */
  readonly strongOrder: number | null;
  readonly weakOrder: number;
  /** Where the formula comes from. */
  readonly source: string;
  /** Why the scheme cannot take a game, in words that end a sentence; undefined where it can. */
  refuse?(shape: FieldShape): string | undefined;
  /**
   * Whether no step can take a share out of [0, 1], so that shares need not be put back; never where absent.
   *
   * @param largestPull bound of a step's change of logit: payoff advantage times dt plus noise intensity times sqrt(dt)
   */
  keepsInside?(shape: FieldShape, largestPull: number): boolean;
  /**
   * Whether a player of so many strategies has its last share in a register of its own, so that it can be as small as any other
   * and is absorbed at 0 as any other is; else it is what the others leave.
   */
  keepsLast(strategies: number): boolean;
  /** Numbers that the scheme keeps beside the shares, each in a register of its own; none where absent. */
  memory?(shape: FieldShape): readonly Memory[];
  /** The coordinates after the step, then the last shares that are kept, then the memory. */
  step(builder: Builder, input: StepInput): readonly Value[];
}

/** A number of the scheme's own. */
export interface Memory {
  readonly name: string;
  /** Its value before the first step. */
  start(state: ArrayLike<number>): number;
}

export interface StepInput {
  readonly shape: FieldShape;
  /** Coordinates before the step. */
  readonly state: readonly Value[];
  /** Last shares before the step, by player; undefined where they are not kept. */
  readonly last: readonly (Value | undefined)[];
  /** The scheme's memory before the step. */
  readonly memory: readonly Value[];
  /** Advantage times dt in a state, by [player][strategy but the last]. */
  advantages(state: readonly Value[]): readonly (readonly Value[])[];
  /** Noise intensity times the square root of dt, by player. */
  readonly intensity: readonly Value[];
}
