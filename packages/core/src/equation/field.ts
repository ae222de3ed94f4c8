/**
 * The field of a game: payoff advantages as polynomials in the state, and which equation they drive.
 *
 * The state has k - 1 coordinates for a player of k strategies: the shares of all but its last strategy,
 * player after player. The advantage d_s of strategy s is its payoff minus that of the player's last strategy.
 */
import type { Exponents, Polynomial } from '../polynomial/polynomial.js';
import type { DynamicsName } from './dynamics/dynamics.js';
import type { NoiseKind } from './noise/noise.js';

/** What an equation is made of, without its numbers. */
export interface EquationShape {
  /** Number of strategies of each player. */
  readonly strategies: readonly number[];
  readonly dynamics: DynamicsName;
  readonly noise: NoiseKind;
}

/** What does not depend on parameter values: the equation, and which monomials there are. */
export interface FieldShape extends EquationShape {
  /** Number of state coordinates. */
  readonly coordinates: number;
  /** Monomials by [player][strategy but the last][term]: a superset of those that occur at any point. */
  readonly advantages: readonly (readonly (readonly Exponents[])[])[];
}

/** The field at one parameter point. */
export interface Field extends EquationShape {
  readonly coordinates: number;
  /** Advantage polynomials by [player][strategy but the last]. */
  readonly advantages: readonly (readonly Polynomial[])[];
  /** Noise intensity per player. */
  readonly sigma: readonly number[];
}
