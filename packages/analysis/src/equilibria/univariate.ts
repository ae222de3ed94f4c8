/**
 * Equations in one variable: the real roots of their greatest common divisor, isolated exactly, double roots included.
 */
import type { ExactPolynomial } from '../exact/polynomial.js';
import {
  add,
  multiply,
  one,
  type Rational,
  rational,
  sign,
  simplestNear,
  subtract,
  toNumber,
  zero,
} from '../exact/rational.js';
import { commonDivisor, realRoots, trimmed, type Univariate, univariateValue } from '../exact/univariate.js';
import { noSolution, type Root, type Solution, type System } from './system.js';

export function solveUnivariate({ equations, simplices }: System): Solution {
  const room = simplices[0]!.room;
  return { ...noSolution, roots: rootsInside(equations.map(coefficients).reduce(commonDivisor), room) };
}

/** Roots of a polynomial in (0, room). */
export function rootsInside(polynomial: Univariate, room: Rational = one): Root[] {
  return realRoots(polynomial, [zero, room]).flatMap(({ low, high }): Root[] => {
    const middle = multiply(add(low, high), rational(1n, 2n));
    if (sign(middle) <= 0 || sign(subtract(room, middle)) <= 0) return [];
    const value = toNumber(middle);
    const guess = simplestNear(value, 2 ** -48);
    const inside = sign(subtract(guess, low)) > 0 && sign(subtract(high, guess)) > 0;
    if (inside && sign(univariateValue(polynomial, guess)) === 0)
      return [{ point: [toNumber(guess)], error: 0, exact: [guess] }];
    if (sign(subtract(high, low)) === 0) return [{ point: [value], error: 0, exact: [low] }];
    // Half the interval, and the rounding of its middle.
    return [{ point: [value], error: 2 ** -61 + 2 ** -53 * value }];
  });
}

/** Every real root of a polynomial, as the nearest double or the middle of an interval of 2^-60. */
export function rootsOf(polynomial: Univariate): number[] {
  return realRoots(polynomial).map(({ low, high }) => toNumber(multiply(add(low, high), rational(1n, 2n))));
}

/** Of a polynomial in one variable. */
export function coefficients(polynomial: ExactPolynomial): Univariate {
  const found: Rational[] = [];
  for (const { coefficient, exponents } of polynomial.terms.values()) found[exponents[0]!] = coefficient;
  return trimmed(Array.from(found, (coefficient) => coefficient ?? zero));
}
