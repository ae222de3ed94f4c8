/**
 * Product and whole power of polynomials. Sizes are not limited here; `expression/expand.ts` does that.
 */
import { refuse } from '../fault/game-error.js';
import { type Arithmetic, numbers } from './arithmetic.js';
import { constant } from './atoms.js';
import { compareExponents } from './order.js';
import type { Exponents, Polynomial, Term } from './polynomial.js';

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
      const exponents: Exponents = left.exponents.map((exponent, i) => exponent + right.exponents[i]!);
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
