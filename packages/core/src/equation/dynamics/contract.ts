/** How payoffs move the shares of a player. */
import type { Algebra } from '../algebra.js';

/** What is known of dynamics. */
export type DynamicsFact =
  /** Each share grows by its payoff less the mean: the logarithm of the ratio of two shares changes by their payoffs' difference. */
  | 'replicator'
  /** The velocity is linear in the payoffs, so that what disturbs payoffs has a meaning as noise of the shares. */
  | 'linear'
  /** The velocity is a polynomial in shares and payoffs. */
  | 'polynomial';

export interface Dynamics {
  /** What moves shares, in sentences. */
  readonly words: string;
  readonly source: string;
  /** What is not stated here counts as not known. */
  readonly facts: readonly DynamicsFact[];
  /**
   * Velocity of each share of one player.
   * @param payoffs Payoff of each strategy less that of the last one, whose own is 0.
   */
  velocity<V>(algebra: Algebra<V>, shares: readonly V[], payoffs: readonly V[]): V[];
}
