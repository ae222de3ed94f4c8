/** The equation in numbers: drift, its Jacobian and diffusion at a state. */
import { derivative, type Polynomial, value } from '../../polynomial/polynomial.js';
import { type Algebra, doubles } from '../algebra.js';
import { dynamicsOf } from '../dynamics/dynamics.js';
import { diffusion } from '../equation.js';
import type { Field } from '../field.js';
import { channels } from '../noise/noise.js';
import { duals } from './dual.js';

/**
 * Drift of every coordinate at a state.
 * @param state One number per coordinate.
 */
export function driftAt(field: Field, state: ArrayLike<number>): Float64Array {
  const shares = sharesOf(doubles, field, state);
  return new Float64Array(withoutLast(velocities(doubles, field, shares, (advantage) => value(advantage, state))));
}

/** Velocity of every share, by [player][strategy], from shares that are all given. */
export function velocitiesAt(field: Field, shares: readonly (readonly number[])[]): number[][] {
  const state = withoutLast(shares);
  return velocities(doubles, field, shares, (advantage) => value(advantage, state));
}

/** Derivative of the drift of coordinate [row] with respect to coordinate [column], at a state. */
export function jacobianAt(field: Field, state: ArrayLike<number>): number[][] {
  const algebra = duals(doubles);
  const coordinates = Array.from(state);
  const columns = coordinates.map((_, by) => {
    const moved = coordinates.map((share, c) => ({ value: share, slope: c === by ? 1 : 0 }));
    const read = (own: Polynomial) => ({ value: value(own, state), slope: value(derivative(own, by), state) });
    return withoutLast(velocities(algebra, field, sharesOf(algebra, field, moved), read)).map(({ slope }) => slope);
  });
  return coordinates.map((_, row) => columns.map((column) => column[row]!));
}

/**
 * Diffusion coefficients by [coordinate][channel] at a state; the channels of the first player come first.
 * Shares that rounding has put outside [0, 1] count as on the boundary for square roots.
 */
export function diffusionAt(field: Field, state: ArrayLike<number>): number[][] {
  const width = channels(field);
  let channel = 0;
  const shares = sharesOf(doubles, field, state);
  return diffusion(doubles, field, { shares, sigma: field.sigma }).flatMap((columns, player) => {
    const first = channel;
    channel += columns.length;
    return Array.from({ length: field.strategies[player]! - 1 }, (_, s) => {
      const row = new Array<number>(width).fill(0);
      for (const [c, column] of columns.entries()) row[first + c] = column[s]!;
      return row;
    });
  });
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

/** @param read the value of an advantage in the state */
function velocities<V>(
  algebra: Algebra<V>,
  field: Field,
  shares: readonly (readonly V[])[],
  read: (advantage: Polynomial) => V,
): V[][] {
  const { velocity } = dynamicsOf(field);
  return field.advantages.map((own, player) => {
    const payoffs: V[] = [];
    for (const advantage of own) payoffs.push(read(advantage));
    payoffs.push(algebra.constant(0));
    return velocity(algebra, shares[player]!, payoffs);
  });
}

function withoutLast<V>(byPlayer: readonly (readonly V[])[]): V[] {
  const all: V[] = [];
  for (const own of byPlayer) for (let s = 0; s < own.length - 1; s++) all.push(own[s]!);
  return all;
}
