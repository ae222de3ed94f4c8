/**
 * A scheme advances the state by one step. It owns its formula and its orders; it knows nothing of seeds, batches,
 * trackers or devices. The step program calls it once, when the program is written. It is a formula over the drift and the diffusion of
 * the equation, and names what it must know of that; a game of which it is not known is refused.
 */
import type { At, Fact, FieldShape, Step } from '@trilogue/core';
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
  | 'absorbing-euler'
  | 'dormand-prince';

export interface Scheme {
  readonly name: SchemeName;
  readonly title: string;
  /** `none` for a method of games without noise. */
  readonly increments: IncrementKind;
  /** Strong order for the noise it accepts; null where paths of two step sizes share no Brownian motion. */
  readonly strongOrder: number | null;
  readonly weakOrder: number;
  /** Where the formula comes from. */
  readonly source: string;
  /** What the scheme must know of an equation; `lacking(shape, needs)` says why it cannot take a game. */
  readonly needs: readonly Fact[];
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
  /** Absent for a method that chooses the length of each step of each path itself, in double precision. */
  step?(builder: Builder, input: StepInput): Stepped;
}

/** A number of the scheme's own. */
export interface Memory {
  readonly name: string;
  /** Its value before the first step. */
  start(state: ArrayLike<number>): number;
}

/** Shares of one player, the last one included. */
export type Shares = readonly Value[];

export interface StepInput {
  readonly shape: FieldShape;
  /** Shares before the step, by player. A last share that is not kept is what the others leave. */
  readonly shares: readonly Shares[];
  /** The scheme's memory before the step. */
  readonly memory: readonly Value[];
  /** The numbers of the game in a state, so many lengths of a step after its start; default 0. */
  at(shares: readonly Shares[], later?: number): At<Value>;
  readonly step: Step<Value>;
}

export interface Stepped {
  /** Shares after the step, not yet put back into the simplex. Last shares that are not kept are not read. */
  readonly shares: readonly Shares[];
  /** The memory after the step. */
  readonly memory?: readonly Value[];
}
