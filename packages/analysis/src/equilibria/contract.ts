/**
 * What the search for equilibria returns: plain data, ready for JSON.
 */
import type { StochasticStability } from '../noise/contract.js';

/**
 * What the linearisation says. `sink`: all real parts below 0. `source`: all above 0. `saddle`: some below, some above,
 * none 0. `center`: pairs on the imaginary axis and nothing else. `degenerate`: a real part that is 0, or cannot be
 * told from 0, or a velocity with a kink or a jump there, which has no linearisation.
 */
export type EquilibriumType = 'sink' | 'source' | 'saddle' | 'center' | 'degenerate';

/**
 * Of the deterministic dynamics. `stable`: asymptotically. `neutral`: stable, and paths of its face nearby neither come
 * closer nor go away. `undecided`: neither the linearisation nor the exact payoffs beside the point decide.
 */
export type Stability = 'stable' | 'unstable' | 'neutral' | 'undecided';

/** Share of the first strategy of a player with two, or one number per strategy. By player name. */
export type PointByPlayer = Readonly<Record<string, number | readonly number[]>>;

export interface Equilibrium {
  readonly point: PointByPlayer;
  /** Share by [player][strategy]. */
  readonly shares: readonly (readonly number[])[];
  /** The same as fractions such as `1/2`, where the point is known exactly and they are short; else null. */
  readonly exact: readonly (readonly string[])[] | null;
  /** Proven bound of the error of every share; 0 where `shares` are the nearest doubles of an exact point. */
  readonly error: number;
  /** One strategy per player where the point is pure, else null. */
  readonly profile: readonly string[] | null;
  /** Strategies in use, by player. */
  readonly face: readonly (readonly string[])[];
  /** Of the Jacobian in the free coordinates, [real, imaginary], largest real part first; what cannot be told from 0 is 0. None where there is no linearisation. */
  readonly eigenvalues: readonly (readonly [re: number, im: number])[];
  /** How far the real parts may be from the true ones; what is closer to 0 counts as 0. 0 where they are exact. */
  readonly eigenvalueError: number;
  readonly type: EquilibriumType;
  readonly stability: Stability;
  /** What is behind type and stability, in a sentence. */
  readonly note: string;
  /** No player gains by a change of strategy. Null where bounds of the payoffs do not decide. */
  readonly nash: boolean | null;
  /** Every change of strategy costs something; only pure points can have it. Null where bounds of the payoffs do not decide. */
  readonly strictNash: boolean | null;
  /**
   * Evolutionarily stable: strict Nash where several populations play (Selten 1980); the definition of Maynard Smith
   * and Price (1973) in one population with payoffs linear in its shares. Null where it is not defined or not decided.
   */
  readonly ess: boolean | null;
  /** Whether no other equilibrium lies arbitrarily near; false on the edge of a family. Null where that is not known. */
  readonly isolated: boolean | null;
  /** Fate under the game's noise; null for points that are not pure, and for dynamics and mutation that bring unused strategies back. */
  readonly stochastic: StochasticStability | null;
}

/** Equilibria that are not isolated: a line, a surface, or more. */
export interface Continuum {
  /** Strategies in use, by player. */
  readonly face: readonly (readonly string[])[];
  readonly dimension: number;
  /** What holds on it besides the face, each such as `-0.5 + B.share = 0`; empty where every point of the face is one. */
  readonly equations: readonly string[];
  /** One of its points: share by [player][strategy]. */
  readonly sample: readonly (readonly number[])[];
  readonly samplePoint: PointByPlayer;
  /** At the sample, [real, imaginary], largest real part first. */
  readonly eigenvalues: readonly (readonly [re: number, im: number])[];
  /**
   * Of a straight line: the parts at which no unused strategy gains, so that every point is Nash, and whether paths beside a part
   * come to it, which is said of edges alone. Null for other families.
   */
  readonly nash:
    | readonly { readonly from: PointByPlayer; readonly to: PointByPlayer; readonly attracts: boolean }[]
    | null;
  /** Whether existence and dimension are proven, or only computed. */
  readonly proven: boolean;
  readonly words: string;
}

/** A part of the state space about which nothing was proven. */
export interface Undecided {
  readonly face: readonly (readonly string[])[];
  /** Bounds of every share: [player][strategy][low, high]. */
  readonly shares: readonly (readonly (readonly [low: number, high: number])[])[];
  readonly reason: string;
}

export interface Equilibria {
  readonly game: string;
  /** Pure ones first, in the order of payoff tables, then by number of strategies in use. */
  readonly equilibria: readonly Equilibrium[];
  /** Families, the largest of those that contain each other. */
  readonly continua: readonly Continuum[];
  /**
   * True where it is proven that `equilibria` and `continua` lack none. The proof is about the payoffs as computed: exact for
   * polynomials, but for powers such as 2^0.5, which are rounded to doubles; where intervals are searched, about coefficients as doubles.
   */
  readonly complete: boolean;
  readonly undecided: readonly Undecided[];
  /** How it was done: faces (rounded where there are more than 2^53), those solved by elimination, those searched by subdivision, boxes looked at. */
  readonly method: {
    readonly faces: number;
    readonly elimination: number;
    readonly subdivision: number;
    readonly boxes: number;
  };
}
