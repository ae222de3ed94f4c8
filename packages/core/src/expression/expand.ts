/**
 * Expression to polynomial in the shares and in atoms, which stand for what is no polynomial. Owns which expressions are polynomials,
 * and how large one may become.
 * The coefficients are whatever the arithmetic handles, so the structure and the numbers come from this one walk.
 */
import { refuse } from '../fault/game-error.js';
import type { Arithmetic, NumberFunction } from '../polynomial/arithmetic.js';
import { constantOver, degree, type Polynomial, productOver, sumOver } from '../polynomial/polynomial.js';
import type { Expression } from './expression.js';
import { simpler, sumTerms } from './functions.js';

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
  /**
   * The variable that stands for a function of polynomials, of which one or more hold shares. Absent where only polynomials are understood.
   * @param at Place in the text, from 0.
   */
  readonly atom?: (name: string, args: readonly Polynomial<C>[], at: number) => Polynomial<C>;
  /** The largest value that a parameter may have as the bound of a sum; absent where none may be one. */
  readonly largest?: (parameter: string) => number | undefined;
}

/**
 * The polynomial that an expression is.
 * @throws GameError where it is larger than `polynomialLimits` allow, and, without `atom`, where it is none (division by shares,
 * functions of shares, powers that are not whole numbers).
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
          return quotient(left, right, meaning, expression.at);
        case '^':
          return raised(left, expression.right, right, meaning, expression.at);
      }
      break;
    }
    case 'call':
      return called(expression, meaning);
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

function quotient<C>(a: Polynomial<C>, b: Polynomial<C>, meaning: Meaning<C>, at: number): Polynomial<C> {
  const { arithmetic } = meaning;
  if (degree(b) > 0) {
    if (meaning.atom === undefined) {
      throw notPolynomial('division by something that holds shares', 'a divisor without shares', at);
    }
    return bounded(a, meaning.atom('reciprocal', [b], at), arithmetic, at);
  }
  const divisor = b.terms[0]!.coefficient;
  return mapped(a, (coefficient) => arithmetic.divide(coefficient, divisor));
}

function raised<C>(
  base: Polynomial<C>,
  written: Expression,
  exponent: Polynomial<C>,
  meaning: Meaning<C>,
  at: number,
): Polynomial<C> {
  const { arithmetic, atom } = meaning;
  if (degree(base) === 0 && degree(exponent) === 0) {
    const value = arithmetic.power(base.terms[0]!.coefficient, exponent.terms[0]!.coefficient);
    return constantOver(arithmetic, value, base.variables);
  }
  if (written.kind !== 'number' || !Number.isInteger(written.value)) {
    if (atom !== undefined) {
      const turned = written.kind === 'negate' && written.of.kind === 'number' && Number.isInteger(written.of.value);
      if (!turned) return atom('power', [base, exponent], at);
      return atom('reciprocal', [raised(base, written.of, negated(exponent, arithmetic), meaning, at)], at);
    }
    if (degree(exponent) > 0) throw notPolynomial('an exponent that holds shares', 'an exponent without shares', at);
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

function called<C>(call: Extract<Expression, { kind: 'call' }>, meaning: Meaning<C>): Polynomial<C> {
  const { arithmetic, variables } = meaning;
  const plain = simpler(call) ?? sumTerms(call, (name) => meaning.largest?.(name));
  if (plain !== undefined) return expand(plain, meaning);
  const { name, at } = call;
  const args = call.args.map((arg) => expand(arg, meaning));
  if (args.every((arg) => degree(arg) === 0)) {
    const value = arithmetic.call(
      name as NumberFunction,
      args.map((arg) => arg.terms[0]!.coefficient),
    );
    return constantOver(arithmetic, value, variables);
  }
  const branch = chosen(name, args, arithmetic);
  if (branch !== undefined) return branch;
  if (meaning.atom === undefined || name === 'binomial') {
    throw notPolynomial(`${name}(...) of something that holds shares`, `${name}(...) of numbers`, at);
  }
  return meaning.atom(name, args, at);
}

/**
 * `if` between polynomials, whose comparison is one of numbers: each coefficient is chosen. Terms that only one of the two has get
 * 0 for the other.
 */
function chosen<C>(name: string, args: readonly Polynomial<C>[], arithmetic: Arithmetic<C>): Polynomial<C> | undefined {
  const [a, b, yes, no] = args;
  if (name !== 'if' || degree(a!) > 0 || degree(b!) > 0) return undefined;
  const is = arithmetic.call('if', [
    a!.terms[0]!.coefficient,
    b!.terms[0]!.coefficient,
    arithmetic.of(1),
    arithmetic.of(0),
  ]);
  const not = arithmetic.add(arithmetic.of(1), arithmetic.negate(is));
  const part = (of: Polynomial<C>, by: C) => mapped(of, (c) => arithmetic.multiply(by, c));
  return sumOver(arithmetic, part(yes!, is), part(no!, not));
}

function notPolynomial(found: string, expected: string, at: number): Error {
  return refuse({ code: 'not-polynomial', found, expected, at: at + 1 });
}
