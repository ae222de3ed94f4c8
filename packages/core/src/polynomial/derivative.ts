/**
 * Partial derivative of a polynomial.
 */
import type { Polynomial } from './polynomial.js';

/** Derivative with respect to coordinate number `index` (from 0). The terms that are left keep their order. */
export function derivative(polynomial: Polynomial, index: number): Polynomial {
  const terms = polynomial.terms
    .filter(({ exponents }) => exponents[index]! > 0)
    .map(({ coefficient, exponents }) => ({
      coefficient: coefficient * exponents[index]!,
      exponents: exponents.with(index, exponents[index]! - 1),
    }));
  return { variables: polynomial.variables, terms };
}
