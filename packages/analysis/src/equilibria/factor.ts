/**
 * Factors in one variable: an equation such as (z - 1/2)(y - z) = 0 falls into z = 1/2 and the rest. Without this a
 * game in which two equations share such a factor, and so a line of equilibria, would only be found by numbers.
 */
import { degrees, type ExactPolynomial, exactConstant, exactVariable, minus, quotientBy } from '../exact/polynomial.js';
import { type Rational, zero } from '../exact/rational.js';
import { commonDivisor, trimmed, type Univariate } from '../exact/univariate.js';
import type { System } from './system.js';
import { rootsInside } from './univariate.js';

/** The variable, the values at which the factor is 0, and the system without the factor. */
export interface Branches {
  readonly variable: number;
  readonly values: readonly Rational[];
  readonly rest: System;
}

/** The first such factor whose roots inside are all fractions; undefined where there is none. */
export function separateFactor(system: System): Branches | undefined {
  for (const [e, equation] of system.equations.entries()) {
    for (const [variable, power] of degrees(equation).entries()) {
      if (power === 0) continue;
      const factor = content(equation, variable);
      if (factor.length <= 1) continue;
      const { room } = system.simplices.find(({ variables }) => variables.includes(variable))!;
      const roots = rootsInside(factor, room);
      const values = roots.flatMap(({ exact }) => exact ?? []);
      if (values.length === 0 || values.length < roots.length) continue;
      return {
        variable,
        values,
        rest: { ...system, equations: system.equations.with(e, without(equation, variable, values)) },
      };
    }
  }
  return undefined;
}

/** Divided by u - value as often as it goes. */
function without(equation: ExactPolynomial, variable: number, values: readonly Rational[]): ExactPolynomial {
  let result = equation;
  for (const value of values) {
    const linear = minus(exactVariable(variable, equation.variables), exactConstant(value, equation.variables));
    for (let next = quotientBy(result, linear, variable); next !== undefined; ) {
      result = next;
      next = degrees(result)[variable]! > 0 ? quotientBy(result, linear, variable) : undefined;
    }
  }
  return result;
}

/** Greatest common divisor of the coefficients, which are polynomials in `variable`. */
function content(equation: ExactPolynomial, variable: number): Univariate {
  const parts = new Map<string, Rational[]>();
  for (const { coefficient, exponents } of equation.terms.values()) {
    const key = exponents.with(variable, 0).join();
    const part = parts.get(key) ?? [];
    part[exponents[variable]!] = coefficient;
    parts.set(key, part);
  }
  return [...parts.values()]
    .map((part) => trimmed(Array.from(part, (coefficient) => coefficient ?? zero)))
    .reduce<Univariate>((common, part) => commonDivisor(common, part), []);
}
