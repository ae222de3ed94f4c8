/**
 * The field of a game: payoff advantages as polynomials in the state, and which equation they drive.
 *
 * The state has k - 1 coordinates for a player of k strategies: the shares of all but its last strategy,
 * player after player. The advantage d_s of strategy s is its payoff minus that of the player's last strategy.
 * What is no polynomial in the shares, such as exp(A.share) or the time, is a variable of its own behind the coordinates.
 */
import type { Exponents, Polynomial } from '../polynomial/polynomial.js';
import type { AtomName, FormulaFact } from './atoms.js';
import type { DynamicsName } from './dynamics/dynamics.js';
import type { MutationKind } from './mutation.js';
import type { Boundary } from './noise/contract.js';
import type { Correlation, NoiseKind } from './noise/noise.js';

/** What an equation is made of, without its numbers. What is absent has its default, that of the plain game. */
export interface EquationShape {
  /** Number of strategies of each player. */
  readonly strategies: readonly number[];
  readonly dynamics: DynamicsName;
  /** How strategies turn into others by themselves, by player; null for a player whose do not. Default: none do. */
  readonly mutation?: readonly (MutationKind | null)[];
  readonly noise: NoiseKind;
  /** What happens at 0 and 1. Default: the noise's own. */
  readonly boundary?: Boundary;
  /** How the noise is read. Default `ito`. */
  readonly reading?: Reading;
  /** Whether players share Brownian motions: all the same, or correlated. Default: each has its own. */
  readonly correlation?: Correlation;
  /** Whether the noise has a memory: Ornstein and Uhlenbeck's process in place of white noise. Default: white. */
  readonly coloured?: true;
  /** States of the environment: where each is kept, and whether it has noise. Default: none. */
  readonly states?: readonly {
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly noisy: boolean;
    /** Whether it is 1 in a regime and 0 else, and stepped by the chain between them. */
    readonly regime?: true;
  }[];
  /** Facts of the payoffs. Default: all. */
  readonly payoffFacts?: readonly FormulaFact[];
  /** Facts of noise intensities that depend on shares or time. Default: they are constant. */
  readonly intensityFacts?: readonly FormulaFact[];
}

/** Ito's integral, or Stratonovich's, which has (1/2) g g' in the drift when it is read as Ito's. */
export type Reading = 'ito' | 'stratonovich';

/** What does not depend on parameter values: the equation, and which monomials there are. */
export interface FieldShape extends EquationShape {
  /** Number of state coordinates. */
  readonly coordinates: number;
  /** Monomials by [player][strategy but the last][term]: a superset of those that occur at any point. */
  readonly advantages: readonly (readonly (readonly Exponents[])[])[];
  /** Monomials of the payoff of each player's last strategy, where the dynamics read it; else empty. */
  readonly levels: readonly (readonly Exponents[])[];
  /** Monomials of each player's noise intensity, where one depends on shares or time; else empty. They are factors of the point's. */
  readonly intensities: readonly (readonly Exponents[])[];
  /** Monomials of the rate of each state, and of its noise intensity. */
  readonly rates: readonly (readonly Exponents[])[];
  readonly stateNoises: readonly (readonly Exponents[])[];
  /** What is no polynomial, in order of dependence. Exponents have entries for the coordinates, the states, then these. */
  readonly atoms: readonly { readonly name: AtomName; readonly args: readonly (readonly Exponents[])[] }[];
  /** Names of the numbers of dynamics, mutation and correlation. */
  readonly numbers: readonly string[];
}

/** Something that is no polynomial: a function of what stands before it. */
export interface Atom {
  readonly name: AtomName;
  readonly args: readonly Polynomial[];
}

/** The field at one parameter point. */
export interface Field extends EquationShape {
  readonly coordinates: number;
  /** Advantage polynomials by [player][strategy but the last]. */
  readonly advantages: readonly (readonly Polynomial[])[];
  readonly levels: readonly Polynomial[];
  readonly intensities: readonly Polynomial[];
  readonly rates: readonly Polynomial[];
  readonly stateNoises: readonly Polynomial[];
  readonly atoms: readonly Atom[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Where the states of the environment start; empty where there are none. */
  readonly environment: readonly number[];
  /** Noise intensity per player; the factor of what depends on shares or time. */
  readonly sigma: readonly number[];
}
