/**
 * Expression to polynomial in the shares. Owns which expressions are polynomials, and how large one may become.
 * The coefficients are whatever the arithmetic handles, so the structure and the numbers come from this one walk.
 */
import { refuse } from '../fault/game-error.js';
import type { Arithmetic } from '../polynomial/arithmetic.js';
import { constantOver, degree, type Polynomial, productOver, sumOver } from '../polynomial/polynomial.js';
import type { Expression } from './expression.js';

/** What a polynomial in the shares may measure; `products` bounds the work of one multiplication. */
export const polynomialLimits = { degree: 16, terms: 2_000, products: 200_000 } as const;

/** What the names and shares of an expression stand for. */
export interface Meaning<C> {
  /** Its `isZero` must always be false, so that a term never comes and goes with the numbers. */
  readonly arithmetic: Arithmetic<C>;
  /** Number of coordinates. */
  readonly variables: number;
  readonly name: (name: string) => Polynomial<C>;
  readonly share: (player: string, strategy: string) => Polynomial<C>;
}

/**
 * The polynomial that an expression is.
 * @throws GameError where it is none (division by shares, an exponent that is not a whole number, shares in an
 * exponent), or a larger one than `polynomialLimits` allow.
 */
export function expand<C>(expression: Expression, meaning: Meaning<C>): Polynomial<C> {
  const { arithmetic, variables } = meaning;
  switch (expression.kind) {
    case 'number':
      return constantOver(arithmetic, arithmetic.of(expression.value), variables);
    case 'name':
      return meaning.name(expression.name);
    case 'share':
      return meaning.share(expression.player, expression.strategy);
    case 'negate':
      return negated(expand(expression.of, meaning), arithmetic);
    case 'binary': {
      const left = expand(expression.left, meaning);
      const right = expand(expression.right, meaning);
      switch (expression.operator) {
        case '+':
          return sumOver(arithmetic, left, right);
        case '-':
          return sumOver(arithmetic, left, negated(right, arithmetic));
        case '*':
          return bounded(left, right, arithmetic, expression.at);
        case '/':
          return quotient(left, right, arithmetic, expression.at);
        case '^':
          return raised(left, expression.right, right, arithmetic, expression.at);
      }
    }
  }
}

/** a - b, coefficient by coefficient. */
export function difference<C>(a: Polynomial<C>, b: Polynomial<C>, arithmetic: Arithmetic<C>): Polynomial<C> {
  return sumOver(arithmetic, a, negated(b, arithmetic));
}

function negated<C>(polynomial: Polynomial<C>, arithmetic: Arithmetic<C>): Polynomial<C> {
  return mapped(polynomial, arithmetic.negate);
}

function mapped<C>(polynomial: Polynomial<C>, change: (coefficient: C) => C): Polynomial<C> {
  const terms = polynomial.terms.map((term) => ({ ...term, coefficient: change(term.coefficient) }));
  return { variables: polynomial.variables, terms };
}

function bounded<C>(a: Polynomial<C>, b: Polynomial<C>, arithmetic: Arithmetic<C>, at: number): Polynomial<C> {
  const limit = (found: string, expected: string) => refuse({ code: 'limit', found, expected, at: at + 1 });
  const reached = degree(a) + degree(b);
  if (reached > polynomialLimits.degree) {
    throw limit(`degree ${reached} in the shares`, `at most ${polynomialLimits.degree}`);
  }
  const most = `at most ${polynomialLimits.terms} terms in the shares`;
  if (a.terms.length * b.terms.length > polynomialLimits.products) {
    throw limit(`a product of ${a.terms.length} by ${b.terms.length} terms`, most);
  }
  const result = productOver(arithmetic, a, b);
  if (result.terms.length > polynomialLimits.terms) throw limit(`${result.terms.length} terms`, most);
  return result;
}

function quotient<C>(a: Polynomial<C>, b: Polynomial<C>, arithmetic: Arithmetic<C>, at: number): Polynomial<C> {
  if (degree(b) > 0) {
    throw notPolynomial('division by something that holds shares', 'a divisor without shares', at);
  }
  const divisor = b.terms[0]!.coefficient;
  return mapped(a, (coefficient) => arithmetic.divide(coefficient, divisor));
}

function raised<C>(
  base: Polynomial<C>,
  written: Expression,
  exponent: Polynomial<C>,
  arithmetic: Arithmetic<C>,
  at: number,
): Polynomial<C> {
  if (degree(exponent) > 0) throw notPolynomial('an exponent that holds shares', 'an exponent without shares', at);
  if (degree(base) === 0) {
    const value = arithmetic.power(base.terms[0]!.coefficient, exponent.terms[0]!.coefficient);
    return constantOver(arithmetic, value, base.variables);
  }
  if (written.kind !== 'number' || !Number.isInteger(written.value)) {
    const found = 'something that holds shares, raised to a power that is not a whole number written out,';
    throw notPolynomial(found, 'an exponent such as 2', at);
  }
  const reached = degree(base) * written.value;
  if (reached > polynomialLimits.degree) {
    const expected = `at most ${polynomialLimits.degree}`;
    throw refuse({ code: 'limit', found: `degree ${reached} in the shares`, expected, at: at + 1 });
  }
  let result = constantOver(arithmetic, arithmetic.of(1), base.variables);
  for (let n = 0; n < written.value; n++) result = bounded(result, base, arithmetic, at);
  return result;
}

function notPolynomial(found: string, expected: string, at: number): Error {
  return refuse({ code: 'not-polynomial', found, expected, at: at + 1 });
}
