/**
 * Polynomials in the state coordinates, as a sorted list of monomials with coefficients, numbers unless said otherwise: their order,
 * sums, products, derivatives and values. Sizes are not limited here; `expression/expand.ts` does that.
 */
import { refuse } from '../fault/game-error.js';
import { type Arithmetic, numbers } from './arithmetic.js';

/** Power of each coordinate; what stands behind the end of the list is 0. */
export type Exponents = readonly number[];

export interface Term<C = number> {
  readonly coefficient: C;
  readonly exponents: Exponents;
}

/** Terms in ascending graded order of their exponents, each exponent tuple at most once. */
export interface Polynomial<C = number> {
  readonly variables: number;
  readonly terms: readonly Term<C>[];
}

/** Graded order: lower total degree first; at equal degree, the higher power of the earlier coordinate first. */
export function compareExponents(a: Exponents, b: Exponents): number {
  let difference = totalDegree(a) - totalDegree(b);
  const length = Math.max(a.length, b.length);
  for (let i = 0; difference === 0 && i < length; i++) difference = (b[i] ?? 0) - (a[i] ?? 0);
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

/** The polynomial that is `value` everywhere, in `variables` coordinates. */
export function constant(value: number, variables: number): Polynomial {
  return constantOver(numbers, value, variables);
}

/** The polynomial that is coordinate number `index` (from 0), in `variables` coordinates. */
export function variable(index: number, variables: number): Polynomial {
  return variableOver(numbers, index, variables);
}

/** `constant` over any arithmetic. */
export function constantOver<C>(arithmetic: Arithmetic<C>, value: C, variables: number): Polynomial<C> {
  if (arithmetic.isZero(value)) return { variables, terms: [] };
  return { variables, terms: [{ coefficient: value, exponents: new Array<number>(variables).fill(0) }] };
}

/** `variable` over any arithmetic. */
export function variableOver<C>(arithmetic: Arithmetic<C>, index: number, variables: number): Polynomial<C> {
  const exponents = new Array<number>(variables).fill(0);
  exponents[index] = 1;
  return { variables, terms: [{ coefficient: arithmetic.of(1), exponents }] };
}

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

/** a b. Cost: number of terms of a times number of terms of b. */
export function product(a: Polynomial, b: Polynomial): Polynomial {
  return productOver(numbers, a, b);
}

/**
 * The polynomial multiplied by itself, `exponent` times in all; 1 where `exponent` is 0.
 * @throws GameError where `exponent` is not a whole number of at least 0.
 */
export function power(base: Polynomial, exponent: number): Polynomial {
  if (!Number.isInteger(exponent) || exponent < 0) {
    throw refuse({ code: 'bad-value', found: `exponent ${exponent}`, expected: 'a whole number of at least 0' });
  }
  let result = constant(1, base.variables);
  for (let i = 0; i < exponent; i++) result = product(result, base);
  return result;
}

/** `product` over any arithmetic. */
export function productOver<C>(arithmetic: Arithmetic<C>, a: Polynomial<C>, b: Polynomial<C>): Polynomial<C> {
  const terms = new Map<string, Term<C>>();
  for (const left of a.terms) {
    for (const right of b.terms) {
      const [long, short] =
        left.exponents.length < right.exponents.length
          ? [right.exponents, left.exponents]
          : [left.exponents, right.exponents];
      const exponents: Exponents = long.map((exponent, i) => exponent + (short[i] ?? 0));
      const key = exponents.join();
      const before = terms.get(key);
      const part = arithmetic.multiply(left.coefficient, right.coefficient);
      const coefficient = before === undefined ? part : arithmetic.add(before.coefficient, part);
      terms.set(key, { coefficient, exponents });
    }
  }
  const kept = [...terms.values()].filter((term) => !arithmetic.isZero(term.coefficient));
  return { variables: a.variables, terms: kept.sort((p, q) => compareExponents(p.exponents, q.exponents)) };
}

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
