/**
 * What polynomial algebra must be able to do with coefficients. Numbers are one case; recorded operations
 * (`field/tape.ts`) are another, so that the algebra is written once.
 */

/** Functions of numbers, by name. `if` is what a comparison becomes, and `within` what a sum is guarded by. */
export const numberFunctions = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  min: Math.min,
  max: Math.max,
  if: (a: number, b: number, yes: number, no: number) => (a < b ? yes : no),
  binomial,
  within,
} satisfies Readonly<Record<string, (...args: number[]) => number>>;

export type NumberFunction = keyof typeof numberFunctions;

/** n over k; 0 for k below 0 or above n, NaN for numbers that are not whole. */
function binomial(n: number, k: number): number {
  if (!Number.isInteger(n) || !Number.isInteger(k) || n < 0) return Number.NaN;
  if (k < 0 || k > n) return 0;
  let result = 1;
  // a product of i neighbours is a multiple of i!
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return result;
}

/** 0 for a whole number up to `most`, else NaN: what a sum adds so that no term is left out in silence. */
function within(n: number, most: number): number {
  return Number.isInteger(n) && n <= most ? 0 : Number.NaN;
}

/** The value of a function. */
export function callNumber(name: NumberFunction, args: readonly number[]): number {
  return (numberFunctions[name] as (...args: readonly number[]) => number)(...args);
}

/** Operations on coefficients of type C. */
export interface Arithmetic<C> {
  readonly of: (value: number) => C;
  readonly add: (a: C, b: C) => C;
  readonly negate: (a: C) => C;
  readonly multiply: (a: C, b: C) => C;
  readonly divide: (a: C, b: C) => C;
  readonly power: (base: C, exponent: C) => C;
  readonly call: (name: NumberFunction, args: readonly C[]) => C;
  /** Whether a term with this coefficient is left out. */
  readonly isZero: (a: C) => boolean;
}

/** Floating-point numbers; terms that are exactly 0 are left out. */
export const numbers: Arithmetic<number> = {
  of: (value) => value,
  add: (a, b) => a + b,
  negate: (a) => -a,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (base, exponent) => base ** exponent,
  call: callNumber,
  isZero: (a) => a === 0,
};
