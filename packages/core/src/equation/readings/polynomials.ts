/** The drift as polynomials in the coordinates. */
import { constant, type Polynomial, product, scale, sum, variable } from '../../polynomial/polynomial.js';
import { type Algebra, total } from '../algebra.js';
import { drift } from '../equation.js';
import { requireFacts } from '../facts.js';
import type { Field } from '../field.js';

/**
 * Drift of every coordinate as a polynomial.
 * @throws GameError for dynamics that are not polynomial.
 */
export function driftPolynomials(field: Field): Polynomial[] {
  requireFacts(field, 'the drift as polynomials', ['polynomial']);
  const algebra = polynomials(field.coordinates);
  let next = 0;
  const shares = field.strategies.map((count) => {
    const own = Array.from({ length: count - 1 }, () => variable(next++, field.coordinates));
    return [...own, algebra.sub(algebra.constant(1), total(algebra, own))];
  });
  const moved = drift(algebra, field, {
    shares,
    payoffs: () => field.advantages.map((own) => [...own, algebra.constant(0)]),
    levels: () => field.levels,
    sigma: field.sigma.map(algebra.constant),
    number: (name) => algebra.constant(field.numbers[name]!),
  });
  return moved.flatMap((own) => own.slice(0, -1));
}

function polynomials(variables: number): Algebra<Polynomial> {
  const never = (): never => {
    throw new Error('bug: dynamics that are said to be polynomial are not');
  };
  return {
    constant: (value) => constant(value, variables),
    add: sum,
    sub: (a, b) => sum(a, scale(b, -1)),
    mul: product,
    div: never,
    min: never,
    max: never,
    less: never,
    select: never,
    sqrt: never,
    exp: never,
    log: never,
    sin: never,
    cos: never,
  };
}
