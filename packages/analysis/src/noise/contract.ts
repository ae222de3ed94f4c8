/**
 * What noise makes of a pure profile: plain data, ready for JSON.
 */
import type { NoiseKind, Reading } from '@trilogue/core';

/** `undecided`: an exponent is 0, or the linearised equation does not exist in some direction. */
export type NoiseVerdict = 'stable' | 'unstable' | 'undecided';

/**
 * How the share x of an entering strategy behaves near 0. `geometric`: dx = L x dt + sigma x dW. `absorbed`: it
 * reaches 0 in finite time and stays. `undefined`: the equation has no meaning there until somebody says how a path is
 * stopped.
 */
export type NearLaw = 'geometric' | 'absorbed' | 'undefined';

/** One way to leave a pure profile: a strategy that nobody uses enters. */
export interface NoiseDirection {
  readonly player: string;
  /** The strategy that enters. */
  readonly strategy: string;
  /** The strategy of the profile. */
  readonly over: string;
  /** Noise intensity of the player. */
  readonly sigma: number;
  readonly law: NearLaw;
  /** Payoff of the entering strategy less that of the profile's: the eigenvalue L without noise. */
  readonly eigenvalue: number;
  /** Exponent of almost every path, L - sigma^2 / 2; null where the law is not geometric. */
  readonly almostSure: number | null;
  /** Exponent of the mean, L; null where the noise does not vanish at the profile. */
  readonly firstMoment: number | null;
  /** Exponent of the mean square: 2 L + sigma^2 for a geometric law, max(L, 2 L) under demographic noise. */
  readonly secondMoment: number | null;
  /**
   * Probability, in the equation near the profile, that a share of `keptFrom` dies out before it reaches `keptWithin`; null where
   * that is not known.
   */
  readonly kept: number | null;
  /** Intensity above which almost every path comes back, sqrt(2 L); null where no intensity changes that. */
  readonly almostSureFlip: number | null;
  /** Intensity above which the mean square grows, sqrt(-2 L); null where no intensity changes that. */
  readonly secondMomentFlip: number | null;
  readonly words: string;
}

/** The share that an entering strategy starts with, and the one that counts as having left, in `kept`. */
export const keptFrom = 0.05;
export const keptWithin = 0.5;

export interface StochasticStability {
  readonly noise: NoiseKind;
  /** Eigenvalues are without noise; exponents are those of this reading. */
  readonly reading: Reading;
  readonly directions: readonly NoiseDirection[];
  /**
   * The directions together; those that absorb count as stable beside others. Null where every direction absorbs: that is so at
   * every such profile, and says nothing. Of paths that start close enough; `kept` says how many stay from a given distance.
   */
  readonly almostSure: NoiseVerdict | null;
  readonly firstMoment: NoiseVerdict | null;
  readonly secondMoment: NoiseVerdict | null;
  /** Probability that all entering shares die out from `keptFrom` each, their product to first order; null where one is not known. */
  readonly kept: number | null;
  /** Factor on all intensities at which the verdict `almostSure` changes; null where there is none. */
  readonly almostSureFactor: number | null;
  /** The same for `secondMoment`. */
  readonly secondMomentFactor: number | null;
  readonly words: string;
  /** Where the theorems stand. */
  readonly sources: readonly string[];
}
