/**
 * The stochastic equation of a game: how shares move and how noise enters them. Said here once, for any arithmetic; numbers, step
 * programs and proofs are readings of it.
 */
import type { Algebra } from './algebra.js';
import { dynamicsOf } from './dynamics/dynamics.js';
import { holds } from './facts.js';
import type { EquationShape } from './field.js';
import { noiseOf } from './noise/noise.js';

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
  const noise = disturbances(algebra, shape, at, step);
  const disturbed = (values: readonly V[], player: number) => values.map((v, s) => algebra.add(v, noise[player]![s]!));
  if (noiseOf(shape).enters === 'shares') return drift(algebra, shape, at, step.dt).map(disturbed);
  const { velocity } = dynamicsOf(shape);
  const payoffs = at.payoffs(step.dt).map(disturbed);
  return at.shares.map((shares, player) => velocity(algebra, shares, payoffs[player]!));
}

/** What the noise of a step adds to each strategy's payoff or share, whichever it enters, by [player][strategy]. */
export function disturbances<V>(
  algebra: Algebra<V>,
  shape: EquationShape,
  { shares: all, sigma }: Omit<At<V>, 'payoffs'>,
  { root, draw }: Pick<Step<V>, 'root' | 'draw'>,
): V[][] {
  const { sizes, weights } = noiseOf(shape);
  const { constant, add, sub, mul } = algebra;
  let channel = 0;
  return all.map((shares, player) => {
    const rows = weights(shares.length);
    const first = channel;
    channel += rows.length;
    const scaled = sizes(algebra, shares, mul(sigma[player]!, root));
    return shares.map((_, s) =>
      scaled.reduce((sum, size, c) => {
        const weight = rows[c]![s]!;
        if (weight === 0) return sum;
        // one draw serves both ends of a flow
        if (weight === -1) return sub(sum, draw(size, first + c));
        return add(sum, draw(weighted(algebra, size, weight), first + c));
      }, constant(0)),
    );
  });
}

function weighted<V>({ constant, mul }: Algebra<V>, size: V, weight: number): V {
  if (weight === 0) return constant(0);
  return weight === 1 ? size : mul(size, constant(weight));
}
