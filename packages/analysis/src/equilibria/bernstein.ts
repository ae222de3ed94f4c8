/**
 * Polynomials on a box in Bernstein form: the coefficients bound the polynomial from both sides, halving the box makes
 * the bounds closer, and the derivatives are differences of coefficients.
 * Owns the bound of rounding: averages of numbers do not amplify errors, so each split adds at most a few units in the
 * last place of the largest coefficient. Source: Garloff (1993), The Bernstein algorithm.
 */
import {
  degrees,
  type ExactPolynomial,
  exactConstant,
  exactVariable,
  plus,
  substitute,
  times,
} from '../exact/polynomial.js';
import { add, multiply, type Rational, rational, toNumber, zero } from '../exact/rational.js';

/** A polynomial on a box whose coordinates run from 0 to 1. */
export interface Bernstein {
  /** Highest power of each variable. */
  readonly degrees: readonly number[];
  /** The last variable fastest. */
  readonly coefficients: Float64Array;
  /** Bound of the error of every coefficient. */
  readonly error: number;
  /** Largest coefficient on the first box. */
  readonly size: number;
}

/** Unit roundoff of doubles. */
const unit = 2 ** -53;

/** How many coefficients the Bernstein form of a polynomial has. */
export function formSize(polynomial: ExactPolynomial): number {
  return degrees(polynomial).reduce((total, d) => total * (d + 1), 1);
}

/** Bernstein form on the box from `low` of the given `widths`; the coefficients are exact but for one rounding. */
export function bernsteinForm(
  polynomial: ExactPolynomial,
  low: readonly Rational[],
  widths: readonly Rational[],
): Bernstein {
  const n = polynomial.variables;
  const scaled = low.map((at, v) =>
    plus(exactConstant(at, n), times(exactConstant(widths[v]!, n), exactVariable(v, n))),
  );
  const onBox = substitute(polynomial, scaled, n);
  const powers = degrees(polynomial);
  const strides = stridesOf(powers);
  let table = new Array<Rational>(formSize(polynomial)).fill(zero);
  for (const { coefficient, exponents } of onBox.terms.values()) {
    table[exponents.reduce((at, exponent, v) => at + exponent * strides[v]!, 0)] = coefficient;
  }
  for (const [v, d] of powers.entries()) {
    const before = table;
    // b_i = sum over j <= i of C(i, j) / C(d, j) a_j
    table = before.map((_, at) => {
      const i = Math.floor(at / strides[v]!) % (d + 1);
      let total = zero;
      for (let j = 0; j <= i; j++) {
        total = add(total, multiply(rational(choose(i, j), choose(d, j)), before[at + (j - i) * strides[v]!]!));
      }
      return total;
    });
  }
  const coefficients = Float64Array.from(table, toNumber);
  const size = coefficients.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
  return { degrees: powers, coefficients, error: 2 * unit * size, size };
}

/** The polynomial on the two parts of the box, cut at `at` in (0, 1) of one variable. De Casteljau's algorithm. */
export function split(form: Bernstein, variable: number, at: number): [left: Bernstein, right: Bernstein] {
  const d = form.degrees[variable]!;
  if (d === 0) return [form, form];
  const stride = stridesOf(form.degrees)[variable]!;
  const left = Float64Array.from(form.coefficients);
  const right = Float64Array.from(form.coefficients);
  for (let start = 0; start < right.length; start++) {
    if (Math.floor(start / stride) % (d + 1) !== 0) continue;
    for (let level = 1; level <= d; level++) {
      for (let i = 0; i <= d - level; i++) {
        const place = start + i * stride;
        right[place] = (1 - at) * right[place]! + at * right[place + stride]!;
      }
      left[start + level * stride] = right[start]!;
    }
  }
  const error = form.error + 4 * d * unit * form.size;
  return [
    { ...form, coefficients: left, error },
    { ...form, coefficients: right, error },
  ];
}

/** Bounds of the polynomial on its box. */
export function range({ coefficients, error }: Bernstein): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const coefficient of coefficients) {
    if (coefficient < low) low = coefficient;
    if (coefficient > high) high = coefficient;
  }
  return [low - error, high + error];
}

/** Bounds of the derivative with respect to one coordinate of the box. */
export function slopeRange(form: Bernstein, variable: number): [low: number, high: number] {
  const d = form.degrees[variable]!;
  if (d === 0) return [0, 0];
  const { coefficients } = form;
  const stride = stridesOf(form.degrees)[variable]!;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < coefficients.length; place++) {
    if (Math.floor(place / stride) % (d + 1) === d) continue;
    const slope = d * (coefficients[place + stride]! - coefficients[place]!);
    if (slope < low) low = slope;
    if (slope > high) high = slope;
  }
  const error = d * (2 * form.error + 4 * unit * form.size);
  return [low - error, high + error];
}

/** Value in the middle of the box, with the bound of its error. */
export function middleValue(form: Bernstein): { value: number; error: number } {
  let values = Array.from(form.coefficients);
  for (const d of form.degrees.toReversed()) {
    const next: number[] = [];
    for (let start = 0; start < values.length; start += d + 1) {
      const part = values.slice(start, start + d + 1);
      for (let level = d; level > 0; level--) {
        for (let i = 0; i < level; i++) part[i] = (part[i]! + part[i + 1]!) / 2;
      }
      next.push(part[0]!);
    }
    values = next;
  }
  const levels = form.degrees.reduce((total, d) => total + d, 0);
  return { value: values[0]!, error: form.error + 4 * levels * unit * form.size };
}

function stridesOf(powers: readonly number[]): number[] {
  const strides = new Array<number>(powers.length).fill(1);
  for (let v = powers.length - 2; v >= 0; v--) strides[v] = strides[v + 1]! * (powers[v + 1]! + 1);
  return strides;
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}
