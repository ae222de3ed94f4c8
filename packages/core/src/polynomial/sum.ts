/**
 * Sum and multiple of polynomials.
 */
import { type Arithmetic, numbers } from './arithmetic.js';
import { compareExponents } from './order.js';
import type { Polynomial, Term } from './polynomial.js';

/** a + b. */
export function sum(a: Polynomial, b: Polynomial): Polynomial {
  return sumOver(numbers, a, b);
}

/** `factor` times the polynomial. */
export function scale(polynomial: Polynomial, factor: number): Polynomial {
  const terms = polynomial.terms.map((term) => ({ ...term, coefficient: term.coefficient * factor }));
  return { variables: polynomial.variables, terms: terms.filter((term) => term.coefficient !== 0) };
}

/** `sum` over any arithmetic, by merging the two sorted lists of terms. */
export function sumOver<C>(arithmetic: Arithmetic<C>, a: Polynomial<C>, b: Polynomial<C>): Polynomial<C> {
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
