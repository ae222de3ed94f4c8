/** The equation in numbers: drift, its Jacobian and diffusion at a state. */
import type { Polynomial } from '../../polynomial/polynomial.js';
import { type Algebra, doubles, total } from '../algebra.js';
import { type At, diffusion, drift } from '../equation.js';
import type { Field } from '../field.js';
import { channels } from '../noise/noise.js';
import { duals } from './dual.js';

/**
 * Drift of every coordinate at a state.
 * @param state One number per coordinate.
 */
export function driftAt(field: Field, state: ArrayLike<number>): Float64Array {
  return Float64Array.from(withoutLast(drift(doubles, field, place(doubles, field, Array.from(state)))));
}

/** Velocity of every share, by [player][strategy], from shares that are all given. */
export function velocitiesAt(field: Field, shares: readonly (readonly number[])[]): number[][] {
  return drift(doubles, field, placeOf(doubles, field, shares));
}

/** Derivative of the drift of coordinate [row] with respect to coordinate [column], at a state. */
export function jacobianAt(field: Field, state: ArrayLike<number>): number[][] {
  const algebra = duals(doubles);
  const coordinates = Array.from(state);
  const columns = coordinates.map((_, by) => {
    const moved = coordinates.map((value, c) => ({ value, slope: c === by ? 1 : 0 }));
    return withoutLast(drift(algebra, field, place(algebra, field, moved))).map(({ slope }) => slope);
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
  return diffusion(doubles, field, place(doubles, field, Array.from(state))).flatMap((columns, player) => {
    const first = channel;
    channel += columns.length;
    return Array.from({ length: field.strategies[player]! - 1 }, (_, s) => {
      const row = new Array<number>(width).fill(0);
      for (const [c, column] of columns.entries()) row[first + c] = column[s]!;
      return row;
    });
  });
}

/** A state by its coordinates. */
function place<V>(algebra: Algebra<V>, field: Field, state: readonly V[]): At<V> {
  let first = 0;
  const shares = field.strategies.map((count) => {
    const own = state.slice(first, first + count - 1);
    first += count - 1;
    return [...own, algebra.sub(algebra.constant(1), total(algebra, own))];
  });
  return placeOf(algebra, field, shares);
}

function placeOf<V>(algebra: Algebra<V>, field: Field, shares: readonly (readonly V[])[]): At<V> {
  const coordinates = withoutLast(shares);
  return {
    shares,
    payoffs: (factor) =>
      field.advantages.map((own) => {
        const values = own.map((advantage) => valueOver(algebra, advantage, coordinates));
        return [...(factor === undefined ? values : values.map((v) => algebra.mul(v, factor))), algebra.constant(0)];
      }),
    sigma: field.sigma.map(algebra.constant),
  };
}

function withoutLast<V>(byPlayer: readonly (readonly V[])[]): V[] {
  return byPlayer.flatMap((own) => own.slice(0, -1));
}

/** The value of a polynomial at a state. */
function valueOver<V>(algebra: Algebra<V>, { terms }: Polynomial, state: ArrayLike<V>): V {
  const powers = (exponents: readonly number[]) => exponents.flatMap((power, i) => new Array<V>(power).fill(state[i]!));
  return total(
    algebra,
    terms.map(({ coefficient, exponents }) => powers(exponents).reduce(algebra.mul, algebra.constant(coefficient))),
  );
}
