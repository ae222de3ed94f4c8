/**
 * The arithmetic that an equation is written in. What reads the equation chooses the values: numbers, numbers with their
 * derivative, polynomials, nodes of a step program.
 */

/** Operations on values of type V. */
export interface Algebra<V> {
  constant(value: number): V;
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  mul(a: V, b: V): V;
  div(a: V, b: V): V;
  min(a: V, b: V): V;
  max(a: V, b: V): V;
  /** 1 where a < b, else 0. */
  less(a: V, b: V): V;
  /** `a` where the condition is 1, `b` where it is 0. */
  select(condition: V, a: V, b: V): V;
  sqrt(a: V): V;
  exp(a: V): V;
  log(a: V): V;
  sin(a: V): V;
  cos(a: V): V;
}

/** Sum from left to right; 0 for no terms. */
export function total<V>(algebra: Algebra<V>, terms: readonly V[]): V {
  return terms.length === 0 ? algebra.constant(0) : terms.reduce(algebra.add);
}

/** Numbers in double precision. The root of what rounding has put below 0 is 0. */
export const doubles: Algebra<number> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  select: (condition, a, b) => (condition === 1 ? a : b),
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
};
