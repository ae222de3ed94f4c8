/**
 * The canonical order of monomials: 1, x, y, z, x^2, x y, x z, y^2, ...
 */
import type { Exponents, Polynomial } from './polynomial.js';

/** Graded order: lower total degree first; at equal degree, the higher power of the earlier coordinate first. */
export function compareExponents(a: Exponents, b: Exponents): number {
  let difference = totalDegree(a) - totalDegree(b);
  for (let i = 0; difference === 0 && i < a.length; i++) difference = b[i]! - a[i]!;
  return difference;
}

/** Sum of the powers of one monomial. */
function totalDegree(exponents: Exponents): number {
  let total = 0;
  for (const exponent of exponents) total += exponent;
  return total;
}

/** Highest total degree of the terms; 0 for the zero polynomial. */
export function degree(polynomial: Polynomial<unknown>): number {
  const last = polynomial.terms.at(-1);
  return last === undefined ? 0 : totalDegree(last.exponents);
}
