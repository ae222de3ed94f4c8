/**
 * The polynomials that all others are made of: constants and single coordinates.
 */
import { type Arithmetic, numbers } from './arithmetic.js';
import type { Polynomial } from './polynomial.js';

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
