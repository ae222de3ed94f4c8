/**
 * The replicator field: payoff advantages as polynomials in the state.
 *
 * The state has k - 1 coordinates for a player of k strategies: the shares of all but its last strategy,
 * player after player. The advantage d_s of strategy s is its payoff minus that of the player's last strategy.
 * Drift of a coordinate: x_s (d_s - sum over j < k of x_j d_j); with two strategies, x (1 - x) d.
 */
import type { NoiseKind } from '../game/game.js';
import type { Exponents, Polynomial } from '../polynomial/polynomial.js';

/** What does not depend on parameter values: which monomials there are. */
export interface FieldShape {
  /** Number of strategies of each player. */
  readonly strategies: readonly number[];
  /** Number of state coordinates. */
  readonly coordinates: number;
  /** Monomials by [player][strategy but the last][term]: a superset of those that occur at any point. */
  readonly advantages: readonly (readonly (readonly Exponents[])[])[];
  readonly noise: NoiseKind;
}

/** The field at one parameter point. */
export interface Field {
  readonly strategies: readonly number[];
  readonly coordinates: number;
  /** Advantage polynomials by [player][strategy but the last]. */
  readonly advantages: readonly (readonly Polynomial[])[];
  readonly noise: NoiseKind;
  /** Noise intensity per player. */
  readonly sigma: readonly number[];
}
