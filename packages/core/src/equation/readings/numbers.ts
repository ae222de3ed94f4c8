/** The equation in numbers: drift, its Jacobian and diffusion at a state. */
import { type Polynomial, value } from '../../polynomial/polynomial.js';
import { type Algebra, doubles } from '../algebra.js';
import { atoms } from '../atoms.js';
import { type At, besides, diffusion, velocityOf } from '../equation.js';
import type { Field } from '../field.js';
import { channels, firstChannel, sharedWith } from '../noise/noise.js';
import { type Dual, duals } from './dual.js';

/**
 * Drift of every coordinate at a state, then of every state of the environment.
 * @param state One number per coordinate, then one per state of the environment; without these they are where they start.
 * @param time Default 0; of no effect where the game does not change with time.
 */
export function driftAt(field: Field, state: ArrayLike<number>, time = 0): Float64Array {
  const at = atState(doubles, field, sharesOf(doubles, field, state), time, environmentOf(doubles, field, state));
  return new Float64Array([...withoutLast(velocities(doubles, field, at)), ...at.environment!().rates]);
}

/**
 * Velocity of every share, by [player][strategy], from shares that are all given.
 * @param environment Its states; default where they start.
 */
export function velocitiesAt(
  field: Field,
  shares: readonly (readonly number[])[],
  time = 0,
  environment: readonly number[] = field.environment,
): number[][] {
  return velocities(doubles, field, atState(doubles, field, shares, time, environment));
}

/** Rate of every state of the environment. */
export function ratesAt(
  field: Field,
  shares: readonly (readonly number[])[],
  time: number,
  environment: readonly number[],
): readonly number[] {
  return atState(doubles, field, shares, time, environment).environment!().rates;
}

/** The states of the environment behind the coordinates; where they start, if they are left out. */
function environmentOf<V>({ constant }: Algebra<V>, { coordinates, environment }: Field, state: ArrayLike<V>): V[] {
  return environment.map((start, i) => state[coordinates + i] ?? constant(start));
}

/** Velocity of every share, by [player][strategy], from shares that are all given: over intervals, what bounds and proofs are made of. */
export function velocitiesOver<V>(algebra: Algebra<V>, field: Field, shares: readonly (readonly V[])[]): V[][] {
  return velocities(algebra, field, atState(algebra, field, shares, algebra.constant(0), []), 'bounded');
}

/** Payoff of every strategy less that of the player's last one, by [player][strategy]. */
export function advantagesOver<V>(
  algebra: Algebra<V>,
  field: Field,
  shares: readonly (readonly V[])[],
): readonly (readonly V[])[] {
  return atState(algebra, field, shares, algebra.constant(0), []).payoffs();
}

/**
 * What the share of a strategy that is not in use grows by in proportion, by [player][strategy]: of the velocity, which has that share as
 * a factor, the derivative in its direction with payoffs as they are. Mutation is left out.
 */
export function entryRatesOver<V>(algebra: Algebra<V>, field: Field, shares: readonly (readonly V[])[]): V[][] {
  const { constant } = algebra;
  const lift = (value: V): Dual<V> => ({ value, slope: constant(0) });
  const at = atState(algebra, field, shares, constant(0), []);
  const payoffs = at.payoffs().map((own) => own.map(lift));
  const still = { levels: () => at.levels!().map(lift), number: (name: string) => lift(at.number!(name)) };
  return shares.map((own, player) =>
    own.map((share, s) => {
      const entering = shares
        .map((all) => all.map(lift))
        .with(player, own.map(lift).with(s, { value: share, slope: constant(1) }));
      return velocityOf(duals(algebra), field, { ...still, shares: entering }, player, payoffs[player]!)[s]!.slope;
    }),
  );
}

/** Derivative of the drift of coordinate [row] with respect to coordinate [column], at a state; states of the environment follow. */
export function jacobianAt(field: Field, state: ArrayLike<number>, time = 0): number[][] {
  const algebra = duals(doubles);
  const columns = Array.from(state, (_, by) => {
    const moved = Array.from(state, (share, c) => ({ value: share, slope: c === by ? 1 : 0 }));
    const shares = sharesOf(algebra, field, moved);
    const at = atState(algebra, field, shares, { value: time, slope: 0 }, environmentOf(algebra, field, moved));
    return [...withoutLast(velocities(algebra, field, at)), ...at.environment!().rates].map(({ slope }) => slope);
  });
  return columns.map((_, row) => columns.map((column) => column[row]!));
}

/**
 * Diffusion coefficients by [coordinate][channel] at a state; the channels of the first player come first, those of the environment last.
 * Shares that rounding has put outside [0, 1] count as on the boundary for square roots.
 */
export function diffusionAt(field: Field, state: ArrayLike<number>, time = 0): number[][] {
  const width = channels(field);
  const at = atState(doubles, field, sharesOf(doubles, field, state), time, environmentOf(doubles, field, state));
  return diffusion(doubles, field, at).flatMap((columns, player) =>
    Array.from({ length: field.strategies[player]! - 1 }, (_, s) => {
      const row = new Array<number>(width).fill(0);
      for (const { source, name } of sharedWith(field, player)) {
        const first = firstChannel(field, source);
        const part = name === undefined ? 1 : field.numbers[name]!;
        for (const [c, column] of columns.entries()) row[first + c]! += part * column[s]!;
      }
      return row;
    }),
  );
}

/** All shares from the coordinates, by player. */
function sharesOf<V>(algebra: Algebra<V>, { strategies }: Field, state: ArrayLike<V>): V[][] {
  let next = 0;
  return strategies.map((count) => {
    const own: V[] = [];
    let sum = algebra.constant(0);
    for (let s = 0; s < count - 1; s++) {
      own.push(state[next]!);
      sum = algebra.add(sum, state[next++]!);
    }
    own.push(algebra.sub(algebra.constant(1), sum));
    return own;
  });
}

/** The numbers of the field in a state, over any arithmetic. */
export function atState<V>(
  algebra: Algebra<V>,
  field: Field,
  shares: readonly (readonly V[])[],
  time: V,
  environment: readonly V[],
): At<V> {
  const { constant, mul, max } = algebra;
  const state = [...withoutLast(shares), ...environment];
  const read = (polynomial: Polynomial): V =>
    (algebra as unknown) === doubles
      ? (value(polynomial, state as number[]) as V)
      : valueOver(algebra, polynomial, state);
  for (const { name, args } of field.atoms) state.push(atoms[name].value(algebra, args.map(read), () => time));
  const sigma = field.sigma.map((factor, player) => {
    const varying = field.intensities[player];
    return varying === undefined ? constant(factor) : mul(constant(factor), max(read(varying), constant(0)));
  });
  return {
    shares,
    payoffs: () =>
      field.advantages.map((own) => {
        const payoffs: V[] = [];
        for (const advantage of own) payoffs.push(read(advantage));
        payoffs.push(constant(0));
        return payoffs;
      }),
    levels: () => field.levels.map(read),
    sigma,
    sigmaAlong: (moved) => {
      const lift = (value: V) => ({ value, slope: constant(0) });
      return atState(duals(algebra), field, moved, lift(time), environment.map(lift)).sigma;
    },
    environment: () => ({
      rates: field.rates.map(read),
      noises: field.stateNoises.map((noise) => max(read(noise), constant(0))),
    }),
    number: (name) => constant(field.numbers[name]!),
  };
}

function valueOver<V>({ constant, add, mul }: Algebra<V>, { terms }: Polynomial, state: readonly V[]): V {
  let sum = constant(0);
  for (const { coefficient, exponents } of terms) {
    let term = constant(coefficient);
    for (let i = 0; i < exponents.length; i++) for (let n = exponents[i]!; n > 0; n--) term = mul(term, state[i]!);
    sum = add(sum, term);
  }
  return sum;
}

function velocities<V>(algebra: Algebra<V>, field: Field, at: At<V>, form: 'velocity' | 'bounded' = 'velocity'): V[][] {
  const payoffs = at.payoffs();
  return at.shares.map((_, player) => {
    const moved = velocityOf(algebra, field, at, player, payoffs[player]!, form);
    const added = besides(algebra, field, at, player);
    return added === null ? moved : moved.map((v, s) => algebra.add(v, added[s]!));
  });
}

function withoutLast<V>(byPlayer: readonly (readonly V[])[]): V[] {
  const all: V[] = [];
  for (const own of byPlayer) for (let s = 0; s < own.length - 1; s++) all.push(own[s]!);
  return all;
}
