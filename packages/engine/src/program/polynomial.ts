/** Writes a polynomial in the shares into a step program. */
import type { Exponents } from '@trilogue/core';
import type { Builder, Value } from './builder.js';

/** A coefficient times powers of the state. */
export interface Term {
  readonly coefficient: Value;
  readonly exponents: Exponents;
}

/**
 * The value of a polynomial in nested form (Horner's): the coordinate that stands in most terms is taken out of them, then
 * the next. It needs fewer products than term by term, and no product of small shares, which would be a subnormal
 * number: processors take many times as long for those.
 */
export function polynomial(builder: Builder, state: readonly Value[], terms: readonly Term[]): Value {
  const uses = state.map((_, i) => terms.filter(({ exponents }) => exponents[i] > 0).length);
  const most = Math.max(0, ...uses);
  if (most === 0) return builder.sum(terms.map(({ coefficient }) => coefficient));
  const factor = uses.indexOf(most);
  const without = terms.filter(({ exponents }) => exponents[factor] === 0);
  const divided = terms
    .filter(({ exponents }) => exponents[factor] > 0)
    .map(({ coefficient, exponents }) => ({
      coefficient,
      exponents: exponents.map((power, i) => (i === factor ? power - 1 : power)),
    }));
  const product = builder.mul(polynomial(builder, state, divided), state[factor]);
  return builder.add(polynomial(builder, state, without), product);
}
