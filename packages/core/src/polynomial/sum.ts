/**
 * Sum and multiple of polynomials.
 */
import { type Arithmetic, numbers } from './arithmetic.js';
import { compareExponents } from './order.js';
import type { Polynomial, Term } from './polynomial.js';

/** a + b, by merging the two sorted lists of terms. */
export function sum(a: Polynomial, b: Polynomial): Polynomial;
export function sum<C>(a: Polynomial<C>, b: Polynomial<C>, arithmetic: Arithmetic<C>): Polynomial<C>;
export function sum<C>(
  a: Polynomial<C>,
  b: Polynomial<C>,
  arithmetic = numbers as unknown as Arithmetic<C>,
): Polynomial<C> {
  const terms: Term<C>[] = [];
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i]!;
    const right = b.terms[j]!;
    const order = compareExponents(left.exponents, right.exponents);
    if (order < 0) terms.push(left);
    else if (order > 0) terms.push(right);
    else {
      const coefficient = arithmetic.add(left.coefficient, right.coefficient);
      if (!arithmetic.isZero(coefficient)) terms.push({ coefficient, exponents: left.exponents });
    }
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return { variables: a.variables, terms: [...terms, ...a.terms.slice(i), ...b.terms.slice(j)] };
}

/** `factor` times the polynomial. */
export function scale(polynomial: Polynomial, factor: number): Polynomial;
export function scale<C>(polynomial: Polynomial<C>, factor: C, arithmetic: Arithmetic<C>): Polynomial<C>;
export function scale<C>(
  polynomial: Polynomial<C>,
  factor: C,
  arithmetic = numbers as unknown as Arithmetic<C>,
): Polynomial<C> {
  const terms = polynomial.terms.map(({ coefficient, exponents }) => ({
    coefficient: arithmetic.multiply(coefficient, factor),
    exponents,
  }));
  return { variables: polynomial.variables, terms: terms.filter((term) => !arithmetic.isZero(term.coefficient)) };
}
