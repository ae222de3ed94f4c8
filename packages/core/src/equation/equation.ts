/**
 * The stochastic equation of a game: how shares move and how noise enters them. Said here once, for any arithmetic; numbers, step
 * programs and proofs are readings of it.
 */
import { type Algebra, total } from './algebra.js';
import { dynamicsOf } from './dynamics/dynamics.js';
import { holds } from './facts.js';
import type { EquationShape } from './field.js';
import { mutated } from './mutation.js';
import { firstChannel, noiseOf, sharedWith } from './noise/noise.js';
import { type Dual, duals } from './readings/dual.js';

/** A state, and the numbers of the game there. */
export interface At<V> {
  /** Share by [player][strategy], the last ones included. */
  readonly shares: readonly (readonly V[])[];
  /**
   * Payoff of a strategy less that of the player's last one, by [player][strategy]; the last is 0.
   * @param factor What every payoff is multiplied by; default 1.
   */
  payoffs(factor?: V): readonly (readonly V[])[];
  /** Payoff of each player's last strategy; absent where the equation does not read it. */
  levels?(): readonly V[];
  /** Noise intensity by player. */
  readonly sigma: readonly V[];
  /** Noise intensity by player where shares move; absent where intensities are constant. */
  sigmaAlong?(shares: readonly (readonly Dual<V>[])[]): readonly Dual<V>[];
  /** Rate and noise intensity of each state of the environment; absent where there are none. */
  environment?(): { readonly rates: readonly V[]; readonly noises: readonly V[] };
  /** A number of dynamics, mutation or correlation; absent where the equation has none. */
  number?(name: string): V;
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
  const scaled = dt === undefined || holds(shape, 'homogeneous');
  const payoffs = at.payoffs(scaled ? dt : undefined);
  return at.shares.map((_, player) => {
    const moved = velocityOf(algebra, shape, at, player, payoffs[player]!);
    const times = (v: V) => (dt === undefined ? v : algebra.mul(v, dt));
    const added = besides(algebra, shape, at, player);
    return moved.map((v, s) => {
      const own = scaled ? v : times(v);
      return added === null ? own : algebra.add(own, times(added[s]!));
    });
  });
}

/** What the dynamics make of the payoffs of a player. */
export function velocityOf<V>(
  algebra: Algebra<V>,
  shape: EquationShape,
  at: Pick<At<V>, 'shares' | 'levels' | 'number'>,
  player: number,
  payoffs: readonly V[],
  form: 'velocity' | 'bounded' = 'velocity',
): V[] {
  const { velocity, levels, bounded = velocity } = dynamicsOf(shape);
  const level = levels ? { level: at.levels!()[player]! } : {};
  return (form === 'bounded' ? bounded : velocity)(algebra, at.shares[player]!, payoffs, {
    ...level,
    number: (key) => at.number!(`dynamics.${key}`),
  });
}

/** What moves shares besides the dynamics: mutation, and what Stratonovich's reading adds to the drift. Null for nothing. */
export function besides<V>(algebra: Algebra<V>, shape: EquationShape, at: At<V>, player: number): V[] | null {
  const parts: V[][] = [];
  const kind = shape.mutation?.[player];
  const shares = at.shares[player]!;
  if (kind) {
    const payoffs =
      kind === 'rate' ? [] : at.payoffs()[player]!.map((payoff) => algebra.add(payoff, at.levels!()[player]!));
    parts.push(mutated(algebra, kind, player, shares, payoffs, (name) => at.number!(name)));
  }
  if (shape.reading === 'stratonovich') parts.push(correction(algebra, shape, at, player));
  return parts.length === 0 ? null : parts.reduce((a, b) => a.map((value, s) => algebra.add(value, b[s]!)));
}

/** Half the derivative of each channel's effect along that effect: the drift that Stratonovich's reading has more than Ito's. */
function correction<V>(algebra: Algebra<V>, shape: EquationShape, at: At<V>, player: number): V[] {
  const { constant, mul } = algebra;
  const over = duals(algebra);
  const own = diffusion(algebra, shape, at)[player]!;
  const parts = own.map((column, c) => {
    const shares = at.shares.map((all, p) =>
      all.map((value, s) => ({ value, slope: p === player ? column[s]! : constant(0) })),
    );
    const sigma = at.sigmaAlong?.(shares) ?? at.sigma.map((value) => ({ value, slope: constant(0) }));
    const lifted = { shares, sigma, ...(at.number && { number: liftedNumber(at.number, constant(0)) }) };
    return diffusion(over, shape, lifted)[player]![c]!.map(({ slope }) => mul(constant(0.5), slope));
  });
  return at.shares[player]!.map((_, s) =>
    total(
      algebra,
      parts.map((part) => part[s]!),
    ),
  );
}

function liftedNumber<V>(number: (name: string) => V, zero: V): (name: string) => Dual<V> {
  return (name) => ({ value: number(name), slope: zero });
}

/** What a unit of each Brownian motion of its own adds to the shares of a player, by [player][channel][strategy]. */
export function diffusion<V>(algebra: Algebra<V>, shape: EquationShape, at: Omit<At<V>, 'payoffs'>): V[][][] {
  const { enters, sizes, weights } = noiseOf(shape);
  return at.shares.map((shares, player) => {
    const rows = weights(shares.length);
    return sizes(algebra, shares, at.sigma[player]!, shape.boundary).map((size, c) => {
      const column = rows[c]!.map((weight) => weighted(algebra, size, weight));
      return enters === 'payoffs' ? velocityOf(algebra, shape, at, player, column) : column;
    });
  });
}

/** The change of each share in an Euler step, drift dt + diffusion dW, by [player][strategy]. */
export function change<V>(algebra: Algebra<V>, shape: EquationShape, at: At<V>, step: Step<V>): V[][] {
  const { add, mul } = algebra;
  if (noiseOf(shape).enters === 'shares') {
    return drift(algebra, shape, at, step.dt).map((own, player) => {
      const noise = disturbance(algebra, shape, at, step, player);
      return own.map((value, s) => add(value, noise[s]!));
    });
  }
  const payoffs = at.payoffs(step.dt);
  return at.shares.map((_, player) => {
    const noise = disturbance(algebra, shape, at, step, player);
    const disturbed = payoffs[player]!.map((value, s) => add(value, noise[s]!));
    const moved = velocityOf(algebra, shape, at, player, disturbed);
    const added = besides(algebra, shape, at, player);
    return added === null ? moved : moved.map((value, s) => add(value, mul(added[s]!, step.dt)));
  });
}

/** What the noise of a step adds to each payoff or share of a player, whichever it enters. */
export function disturbance<V>(
  algebra: Algebra<V>,
  shape: EquationShape,
  { shares: all, sigma, number }: Omit<At<V>, 'payoffs'>,
  { root, draw }: Pick<Step<V>, 'root' | 'draw'>,
  player: number,
): V[] {
  const { constant, add, sub, mul } = algebra;
  const shares = all[player]!;
  const rows = noiseOf(shape).weights(shares.length);
  const sizes = noiseOf(shape).sizes(algebra, shares, mul(sigma[player]!, root), shape.boundary);
  const sources = sharedWith(shape, player).map(({ source, name }) => ({
    first: firstChannel(shape, source),
    part: name === undefined ? undefined : number!(name),
  }));
  const drawn = (size: V, c: number) =>
    sources
      .map(({ first, part }) => draw(part === undefined ? size : mul(size, part), first + c))
      .reduce((sum, value) => add(sum, value));
  return shares.map((_, s) =>
    sizes.reduce((sum, size, c) => {
      const weight = rows[c]![s]!;
      if (weight === 0) return sum;
      // one draw serves both ends of a flow
      if (weight === -1) return sub(sum, drawn(size, c));
      return add(sum, drawn(weighted(algebra, size, weight), c));
    }, constant(0)),
  );
}

function weighted<V>({ constant, mul }: Algebra<V>, size: V, weight: number): V {
  if (weight === 0) return constant(0);
  return weight === 1 ? size : mul(size, constant(weight));
}
