/** How white noise (Ito) enters a player's payoffs or shares. Every player has Brownian motions of its own, its channels. */
import type { Algebra } from '../algebra.js';

/** What is known of noise. */
export type NoiseFact =
  /** It disturbs payoffs, with an intensity that does not depend on the state; or there is none. */
  | 'payoff-noise'
  /** Its covariance is that of Wright-Fisher sampling; or there is none. */
  | 'sampling-noise'
  /** Each share but the last has noise in proportion to itself. */
  | 'proportional-noise'
  /** It has derivatives in the shares everywhere. */
  | 'smooth-noise'
  /** A player of two strategies has one Brownian motion, and its noise depends on its own share alone. */
  | 'own-noise'
  /** It is 0 wherever a path is stopped or kept from leaving [0, 1]. */
  | 'vanishing-noise';

/**
 * What happens to a share that reaches 0 or 1, or that a step takes beyond. `natural`: the equation keeps shares inside. `absorb`: it
 * stays there. `clip`: it is put back to 0 or 1 and goes on; the limit of short steps is the reflected equation. `reflect`: it is
 * mirrored at the boundary. `none`: nothing; the share leaves, and results say how many did.
 * Sources: Gobet (2000) for stopped paths; Lions and Sznitman (1984), Slominski (1994) for reflection and projected steps.
 */
export const boundaries = ['natural', 'absorb', 'clip', 'reflect', 'none'] as const;
export type Boundary = (typeof boundaries)[number];

export interface Noise {
  /** How the noise enters, in sentences. */
  readonly words: string;
  /** What happens at 0 and 1 where nothing else is asked for. */
  readonly boundary: Boundary;
  /** What happens there, in sentences. */
  readonly boundaryWords: string;
  /** What is disturbed: payoffs, which the dynamics turn into changes of shares, or the shares themselves. */
  readonly enters: 'payoffs' | 'shares';
  /** What is not stated here counts as not known. */
  readonly facts: readonly NoiseFact[];
  /** What a channel does to each strategy, times its size, by [channel][strategy]. */
  weights(strategies: number): number[][];
  /** Size of each channel in a state. Linear in `sigma`: a step hands over the intensity times the root of its length. */
  sizes<V>(algebra: Algebra<V>, shares: readonly V[], sigma: V, boundary?: Boundary): V[];
  /**
   * The share `1 - delta` moved away from 1 by `deviations` times the intensity, in the coordinate in which the noise is
   * additive. Absent: in the share itself.
   * @param complement Whether the share is what a player's other strategies leave.
   */
  movedAway?<V>(algebra: Algebra<V>, delta: number, deviations: V, complement: boolean): V;
}
