/**
 * The stochastic equation of a game: how shares move and how noise enters them. Said here once, for any arithmetic; numbers, step
 * programs and proofs are readings of it.
 */
import type { Algebra } from './algebra.js';
import { dynamicsOf } from './dynamics/dynamics.js';
import { holds } from './facts.js';
import type { EquationShape } from './field.js';
import { channels, noiseOf } from './noise/noise.js';

/** A state, and the numbers of the game there. */
export interface At<V> {
  /** Share by [player][strategy], the last ones included. */
  readonly shares: readonly (readonly V[])[];
  /**
   * Payoff of a strategy less that of the player's last one, by [player][strategy]; the last is 0.
   * @param factor What every payoff is multiplied by; default 1.
   */
  payoffs(factor?: V): readonly (readonly V[])[];
  /** Noise intensity by player. */
  readonly sigma: readonly V[];
}

/** The length of a step, its root, and the noise drawn in it: `size` times the standard normal number, or sign, of a channel. */
export interface Step<V> {
  readonly dt: V;
  readonly root: V;
  draw(size: V, channel: number): V;
}

/**
 * Velocity of each share by [player][strategy].
 * @param dt What it is multiplied by; default 1.
 */
export function drift<V>(algebra: Algebra<V>, shape: EquationShape, at: At<V>, dt?: V): V[][] {
  const { velocity } = dynamicsOf(shape);
  const linear = dt === undefined || holds(shape, 'linear');
  const payoffs = at.payoffs(linear ? dt : undefined);
  const moved = at.shares.map((shares, player) => velocity(algebra, shares, payoffs[player]!));
  return linear ? moved : moved.map((own) => own.map((v) => algebra.mul(v, dt)));
}

/** What a unit of each Brownian motion adds to the shares of its player, by [player][channel][strategy]. */
export function diffusion<V>(algebra: Algebra<V>, shape: EquationShape, at: Omit<At<V>, 'payoffs'>): V[][][] {
  const { enters, sizes, weights } = noiseOf(shape);
  const { velocity } = dynamicsOf(shape);
  return at.shares.map((shares, player) => {
    const rows = weights(shares.length);
    return sizes(algebra, shares, at.sigma[player]!).map((size, c) => {
      const column = rows[c]!.map((weight) => weighted(algebra, size, weight));
      return enters === 'payoffs' ? velocity(algebra, shares, column) : column;
    });
  });
}

/** The change of each share in an Euler step, drift dt + diffusion dW, by [player][strategy]. */
export function change<V>(algebra: Algebra<V>, shape: EquationShape, at: At<V>, step: Step<V>): V[][] {
  const { velocity } = dynamicsOf(shape);
  const throughPayoffs = noiseOf(shape).enters === 'payoffs';
  const calm = throughPayoffs ? at.payoffs(step.dt) : drift(algebra, shape, at, step.dt);
  return at.shares.map((shares, player) => {
    const noise = disturbance(algebra, shape, at, step, player);
    const disturbed = calm[player]!.map((value, s) => algebra.add(value, noise[s]!));
    return throughPayoffs ? velocity(algebra, shares, disturbed) : disturbed;
  });
}

/** What the noise of a step adds to each payoff or share of a player, whichever it enters. */
export function disturbance<V>(
  algebra: Algebra<V>,
  shape: EquationShape,
  { shares: all, sigma }: Omit<At<V>, 'payoffs'>,
  { root, draw }: Pick<Step<V>, 'root' | 'draw'>,
  player: number,
): V[] {
  const { constant, add, sub, mul } = algebra;
  const shares = all[player]!;
  const rows = noiseOf(shape).weights(shares.length);
  const sizes = noiseOf(shape).sizes(algebra, shares, mul(sigma[player]!, root));
  const first = channels({ ...shape, strategies: shape.strategies.slice(0, player) });
  return shares.map((_, s) =>
    sizes.reduce((sum, size, c) => {
      const weight = rows[c]![s]!;
      if (weight === 0) return sum;
      // one draw serves both ends of a flow
      if (weight === -1) return sub(sum, draw(size, first + c));
      return add(sum, draw(weighted(algebra, size, weight), first + c));
    }, constant(0)),
  );
}

function weighted<V>({ constant, mul }: Algebra<V>, size: V, weight: number): V {
  if (weight === 0) return constant(0);
  return weight === 1 ? size : mul(size, constant(weight));
}
