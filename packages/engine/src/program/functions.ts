/**
 * Functions that step programs make of simpler operations, so that every backend gives the same bits without knowing them.
 * Source of the polynomial of the logarithm: Moshier, Cephes Mathematical Library (1992), `logf.c`.
 */
import type { Algebra } from '@trilogue/core';

type Arithmetic<V> = Pick<Algebra<V>, 'constant' | 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'less' | 'select'>;

/** log(1 + f) = f - f^2 / 2 + f^3 P(f) for 1 + f from sqrt(1/2) to sqrt 2; highest power first. */
const logPolynomial: readonly number[] = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];

/** ln 2 in two parts, the first exact in few bits. */
const [LN2_HIGH, LN2_LOW] = [0.693359375, -2.1219444e-4];

/** The logarithm of a normal number above 0: relative error below 2e-7, absolute next to 1. */
export function logarithm<V>(arithmetic: Arithmetic<V>, x: V): V {
  const { constant, add, sub, mul, less, select } = arithmetic;
  const one = constant(1);
  // a power of 2 at a time until what is left is from 1 to 2; products with powers of 2 are exact
  const small = less(x, one);
  let rest = select(small, mul(x, constant(2 ** 126)), x);
  let power = select(small, constant(-126), constant(0));
  for (const bits of [64, 32, 16, 8, 4, 2, 1]) {
    const below = less(rest, constant(2 ** bits));
    power = select(below, power, add(power, constant(bits)));
    rest = select(below, rest, mul(rest, constant(2 ** -bits)));
  }
  const low = less(rest, constant(Math.SQRT2));
  power = select(low, power, add(power, one));
  const f = sub(select(low, rest, mul(rest, constant(0.5))), one);
  const square = mul(f, f);
  const p = logPolynomial.slice(1).reduce((sum, c) => add(mul(sum, f), constant(c)), constant(logPolynomial[0]));
  const tail = sub(add(mul(mul(p, f), square), mul(power, constant(LN2_LOW))), mul(constant(0.5), square));
  return add(add(f, tail), mul(power, constant(LN2_HIGH)));
}

/** Periods that a sine is reduced by, largest first: arguments up to 25,000 in size. */
const PERIODS = Array.from({ length: 12 }, (_, i) => 2 ** (11 - i));

/** The sine of a number of at most 25,000 in size: absolute error below 3e-7, and that of the argument. */
export function sine<V>(arithmetic: Arithmetic<V>, x: V): V {
  const { constant, add, sub, mul, min, max, less, select } = arithmetic;
  const [zero, half, one] = [0, 0.5, 1].map(constant);
  const negative = less(x, zero);
  let turns = mul(select(negative, sub(zero, x), x), constant(1 / (2 * Math.PI)));
  for (const periods of PERIODS) {
    turns = select(less(turns, constant(periods)), turns, sub(turns, constant(periods)));
  }
  // the sine of half a turn less is the opposite one; folded at the quarter turns
  const b = sub(turns, half);
  const folded = min(max(b, sub(constant(-0.5), b)), sub(half, b));
  const y = mul(folded, constant(2 * Math.PI));
  const square = mul(y, y);
  const series = [-1 / 39916800, 1 / 362880, -1 / 5040, 1 / 120, -1 / 6]
    .map(constant)
    .reduce((sum, c) => add(mul(sum, square), c));
  const value = mul(y, add(mul(series, square), one));
  return select(negative, value, sub(zero, value));
}
