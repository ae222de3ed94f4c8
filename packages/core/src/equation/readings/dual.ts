/** Values with their derivative in one direction (dual numbers): forward differentiation of an equation, over any arithmetic. */
import type { Algebra } from '../algebra.js';

export interface Dual<V> {
  readonly value: V;
  readonly slope: V;
}

/** At a kink the derivative is that of the side that `min`, `max` and `select` choose; that of `less` is 0. */
export function duals<V>(algebra: Algebra<V>): Algebra<Dual<V>> {
  const { constant, add, sub, mul, div, less, select, sqrt, exp, log, sin, cos } = algebra;
  const chosen = (condition: V, a: Dual<V>, b: Dual<V>): Dual<V> => ({
    value: select(condition, a.value, b.value),
    slope: select(condition, a.slope, b.slope),
  });
  return {
    constant: (value) => ({ value: constant(value), slope: constant(0) }),
    add: (a, b) => ({ value: add(a.value, b.value), slope: add(a.slope, b.slope) }),
    sub: (a, b) => ({ value: sub(a.value, b.value), slope: sub(a.slope, b.slope) }),
    mul: (a, b) => ({ value: mul(a.value, b.value), slope: add(mul(a.slope, b.value), mul(a.value, b.slope)) }),
    div: (a, b) => {
      const value = div(a.value, b.value);
      return { value, slope: div(sub(a.slope, mul(value, b.slope)), b.value) };
    },
    min: (a, b) => chosen(less(b.value, a.value), b, a),
    max: (a, b) => chosen(less(a.value, b.value), b, a),
    less: (a, b) => ({ value: less(a.value, b.value), slope: constant(0) }),
    select: (condition, a, b) => chosen(condition.value, a, b),
    sqrt: (a) => {
      const value = sqrt(a.value);
      return { value, slope: div(a.slope, add(value, value)) };
    },
    exp: (a) => {
      const value = exp(a.value);
      return { value, slope: mul(value, a.slope) };
    },
    log: (a) => ({ value: log(a.value), slope: div(a.slope, a.value) }),
    sin: (a) => ({ value: sin(a.value), slope: mul(cos(a.value), a.slope) }),
    cos: (a) => ({ value: cos(a.value), slope: sub(constant(0), mul(sin(a.value), a.slope)) }),
  };
}
