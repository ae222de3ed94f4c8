/**
 * The replicator drift: x_s' = x_s (d_s - sum over j < k of x_j d_j), d_s the advantage over the player's last strategy.
 * Source: Taylor & Jonker (1978); with several populations Hofbauer & Sigmund (1998), chapter 10.
 */
import { firstCoordinates } from '../game/coordinates.js';
import { variable } from '../polynomial/atoms.js';
import type { Polynomial } from '../polynomial/polynomial.js';
import { product } from '../polynomial/product.js';
import { scale, sum } from '../polynomial/sum.js';
import { value } from '../polynomial/value.js';
import type { Field } from './field.js';

/**
 * Drift of every coordinate at a state.
 * @param state One number per coordinate.
 * @param out Where to write, one number per coordinate; a new array by default.
 */
export function driftAt(
  field: Field,
  state: ArrayLike<number>,
  out: Float64Array = new Float64Array(field.coordinates),
): Float64Array {
  let first = 0;
  for (const own of field.advantages) {
    let mean = 0;
    for (let s = 0; s < own.length; s++) {
      const advantage = value(own[s]!, state);
      out[first + s] = advantage;
      mean += state[first + s]! * advantage;
    }
    for (let s = 0; s < own.length; s++) out[first + s] = state[first + s]! * (out[first + s]! - mean);
    first += own.length;
  }
  return out;
}

/** Drift of every coordinate as a polynomial. */
export function driftPolynomials(field: Field): Polynomial[] {
  const starts = firstCoordinates(field.strategies);
  return field.advantages.flatMap((own, i) => {
    const shares = own.map((_, s) => variable(starts[i]! + s, field.coordinates));
    const zero: Polynomial = { variables: field.coordinates, terms: [] };
    const mean = own.reduce((total, advantage, s) => sum(total, product(shares[s]!, advantage)), zero);
    return own.map((advantage, s) => product(shares[s]!, sum(advantage, scale(mean, -1))));
  });
}
