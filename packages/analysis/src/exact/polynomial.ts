/**
 * Polynomials in several variables with exact coefficients.
 * Owns sum, product, substitution, division by a linear share, and the way to core's polynomials of numbers.
 */
import { compareExponents, type Polynomial } from '@trilogue/core';
import {
  add,
  addWork,
  multiply,
  negate,
  one,
  type Rational,
  raise,
  rational,
  sign,
  toNumber,
  zero,
} from './rational.js';

interface ExactTerm {
  readonly coefficient: Rational;
  readonly exponents: readonly number[];
}

/** Terms by their exponents joined with commas; no coefficient is 0. */
export interface ExactPolynomial {
  readonly variables: number;
  readonly terms: ReadonlyMap<string, ExactTerm>;
}

export function exactConstant(value: Rational, variables: number): ExactPolynomial {
  return collect(variables, [{ coefficient: value, exponents: new Array<number>(variables).fill(0) }]);
}

export function exactVariable(index: number, variables: number): ExactPolynomial {
  const exponents = new Array<number>(variables).fill(0).with(index, 1);
  return collect(variables, [{ coefficient: one, exponents }]);
}

export function plus(a: ExactPolynomial, b: ExactPolynomial): ExactPolynomial {
  return merged(a, b, (coefficient) => coefficient);
}

export function minus(a: ExactPolynomial, b: ExactPolynomial): ExactPolynomial {
  return merged(a, b, negate);
}

function merged(a: ExactPolynomial, b: ExactPolynomial, change: (coefficient: Rational) => Rational): ExactPolynomial {
  if (b.terms.size === 0) return a;
  addWork(a.terms.size + b.terms.size);
  const terms = new Map(a.terms);
  for (const [key, { coefficient, exponents }] of b.terms) {
    const before = terms.get(key);
    const own = change(coefficient);
    const total = before === undefined ? own : add(before.coefficient, own);
    if (sign(total) === 0) terms.delete(key);
    else terms.set(key, { coefficient: total, exponents });
  }
  return { variables: a.variables, terms };
}

export function times(a: ExactPolynomial, b: ExactPolynomial): ExactPolynomial {
  const terms: ExactTerm[] = [];
  for (const left of a.terms.values()) {
    for (const right of b.terms.values()) {
      terms.push({
        coefficient: multiply(left.coefficient, right.coefficient),
        exponents: left.exponents.map((exponent, i) => exponent + right.exponents[i]!),
      });
    }
  }
  return collect(a.variables, terms);
}

/** The polynomial with another one put in place of each variable. */
export function substitute(polynomial: ExactPolynomial, values: readonly ExactPolynomial[], variables: number) {
  let result = exactConstant(zero, variables);
  addWork(50 + 10 * polynomial.terms.size);
  for (const { coefficient, exponents } of polynomial.terms.values()) {
    // most terms of a game have a strategy that is not in use on a small face
    if (exponents.some((exponent, i) => exponent > 0 && values[i]!.terms.size === 0)) continue;
    let term = exactConstant(coefficient, variables);
    for (const [i, exponent] of exponents.entries()) {
      for (let n = 0; n < exponent; n++) term = times(term, values[i]!);
    }
    result = plus(result, term);
  }
  return result;
}

/** The partial derivative by one variable. */
export function derivative(polynomial: ExactPolynomial, variable: number): ExactPolynomial {
  const terms = [...polynomial.terms.values()].flatMap(({ coefficient, exponents }) => {
    const power = exponents[variable]!;
    if (power === 0) return [];
    const own = multiply(coefficient, rational(BigInt(power)));
    return [{ coefficient: own, exponents: exponents.with(variable, power - 1) }];
  });
  return collect(polynomial.variables, terms);
}

/** Value at an exact point. */
export function exactValue(polynomial: ExactPolynomial, point: readonly Rational[]): Rational {
  let total = zero;
  for (const { coefficient, exponents } of polynomial.terms.values()) {
    total = add(
      total,
      exponents.reduce(
        (term, exponent, i) => (exponent === 0 ? term : multiply(term, raise(point[i]!, exponent))),
        coefficient,
      ),
    );
  }
  return total;
}

/** Size of the largest coefficient, rounded; 0 for the zero polynomial. */
export function largestCoefficient(polynomial: ExactPolynomial): number {
  return Math.max(0, ...[...polynomial.terms.values()].map(({ coefficient }) => Math.abs(toNumber(coefficient))));
}

/** Highest total degree; 0 for the zero polynomial. */
export function totalDegree(polynomial: ExactPolynomial): number {
  return Math.max(0, ...[...polynomial.terms.values()].map(({ exponents }) => exponents.reduce((a, b) => a + b, 0)));
}

/** Highest power of each variable. */
export function degrees(polynomial: ExactPolynomial): number[] {
  return Array.from({ length: polynomial.variables }, (_, i) =>
    Math.max(0, ...[...polynomial.terms.values()].map(({ exponents }) => exponents[i]!)),
  );
}

/**
 * The quotient by a linear polynomial in which `variable` stands with coefficient 1 or -1; undefined where a remainder
 * is left.
 */
export function quotientBy(
  polynomial: ExactPolynomial,
  linear: ExactPolynomial,
  variable: number,
): ExactPolynomial | undefined {
  const unit = new Array<number>(polynomial.variables).fill(0).with(variable, 1).join();
  const leading = linear.terms.get(unit)!.coefficient;
  let rest = polynomial;
  let quotient = exactConstant(zero, polynomial.variables);
  for (let power = degrees(polynomial)[variable]!; power > 0; power--) {
    const terms = [...rest.terms.values()]
      .filter(({ exponents }) => exponents[variable] === power)
      .map(({ coefficient, exponents }) => ({
        coefficient: multiply(coefficient, leading),
        exponents: exponents.with(variable, power - 1),
      }));
    const part = collect(polynomial.variables, terms);
    quotient = plus(quotient, part);
    rest = minus(rest, times(part, linear));
  }
  return rest.terms.size === 0 ? quotient : undefined;
}

/** The same polynomial with rounded coefficients, in core's order of terms. */
export function rounded(polynomial: ExactPolynomial): Polynomial {
  const terms = [...polynomial.terms.values()].map(({ coefficient, exponents }) => ({
    coefficient: toNumber(coefficient),
    exponents,
  }));
  return {
    variables: polynomial.variables,
    terms: terms.sort((a, b) => compareExponents(a.exponents, b.exponents)),
  };
}

/** Terms added up where their exponents agree. */
export function collect(variables: number, terms: Iterable<ExactTerm>): ExactPolynomial {
  const found = new Map<string, ExactTerm>();
  for (const term of terms) {
    addWork(variables + 10);
    const key = term.exponents.join();
    const before = found.get(key);
    const coefficient = before === undefined ? term.coefficient : add(before.coefficient, term.coefficient);
    if (sign(coefficient) === 0) found.delete(key);
    else found.set(key, { coefficient, exponents: term.exponents });
  }
  return { variables, terms: found };
}
