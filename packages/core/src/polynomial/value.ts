/**
 * Value of a polynomial at a state.
 */
import type { Polynomial } from './polynomial.js';

/** The polynomial at `state`, which holds one number per coordinate. Powers are multiplied out: exact at 0 and 1. */
export function value(polynomial: Polynomial, state: ArrayLike<number>): number {
  let sum = 0;
  for (const { coefficient, exponents } of polynomial.terms) {
    let term = coefficient;
    for (let i = 0; i < exponents.length; i++) {
      for (let n = exponents[i]!; n > 0; n--) term *= state[i]!;
    }
    sum += term;
  }
  return sum;
}
