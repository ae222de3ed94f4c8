/** How payoffs move the shares of a player. */
import type { Algebra } from '../algebra.js';

/** What is known of dynamics. */
export type DynamicsFact =
  /** Each share grows by its payoff less the mean: the logarithm of the ratio of two shares changes by their payoffs' difference. */
  | 'replicator'
  /** The velocity is linear in the payoffs, so that what disturbs payoffs has a meaning as noise of the shares. */
  | 'linear'
  /** Payoffs that are c times as large, for c > 0, move shares c times as fast. */
  | 'homogeneous'
  /** The velocity is a polynomial in shares and payoffs. */
  | 'polynomial'
  /** The velocity does not jump where shares and payoffs do not. */
  | 'continuous'
  /** The velocity has all derivatives in shares and payoffs. */
  | 'smooth'
  /** Shares that start between 0 and 1 stay there. */
  | 'invariant';

/** What else dynamics may read of a player. */
export interface DynamicsAt<V> {
  /** Payoff of the player's last strategy; only where the dynamics have `levels`. */
  readonly level?: V;
  /** A number of the dynamics' own, by its key in the game file. */
  number(key: string): V;
}

/**
 * Where shares rest while no strategy turns into another by itself, and nowhere else. `restricted`: where the strategies in use pay alike;
 * a share that is 0 stays 0, and another is a factor of its velocity. `nash`: at the Nash equilibria. `with-last`: where each strategy in use pays
 * as much as the last one. `inside`: where the velocity is 0, and every share is above 0 there.
 * Source: Sandholm (2010), Population Games and Evolutionary Dynamics, sections 5.4 to 5.6 and 6.2.
 */
export type Rests = 'restricted' | 'nash' | 'with-last' | 'inside';

export interface Dynamics {
  /** What moves shares, in sentences. */
  readonly words: string;
  readonly source: string;
  /** What is not stated here counts as not known. */
  readonly facts: readonly DynamicsFact[];
  /** Default: not known. */
  readonly rests?: Rests;
  /** Numbers of its own, above 0, by their keys in the game file, such as `temperature`. Default: none. */
  readonly numbers?: readonly string[];
  /** Whether it reads payoffs themselves and not their differences alone; every payoff is above 0 then. Default false. */
  readonly levels?: boolean;
  /**
   * How fast a share's logit changes at most, about, from bounds of payoff differences and payoffs: the scale of a step.
   * Default: the largest difference.
   */
  rate?(difference: number, leastPayoff: number, number: (key: string) => number): number;
  /**
   * Velocity of each share of one player.
   * @param payoffs Payoff of each strategy less that of the last one, whose own is 0.
   */
  velocity<V>(algebra: Algebra<V>, shares: readonly V[], payoffs: readonly V[], more: DynamicsAt<V>): V[];
  /** The same velocity in a form that intervals bound more closely; default `velocity`. */
  bounded?<V>(algebra: Algebra<V>, shares: readonly V[], payoffs: readonly V[], more: DynamicsAt<V>): V[];
}
