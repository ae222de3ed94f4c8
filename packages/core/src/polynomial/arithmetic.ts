/**
 * What polynomial algebra must be able to do with coefficients. Numbers are one case; recorded operations
 * (`field/tape.ts`) are another, so that the algebra is written once.
 */

/** Operations on coefficients of type C. */
export interface Arithmetic<C> {
  readonly of: (value: number) => C;
  readonly add: (a: C, b: C) => C;
  readonly negate: (a: C) => C;
  readonly multiply: (a: C, b: C) => C;
  readonly divide: (a: C, b: C) => C;
  readonly power: (base: C, exponent: C) => C;
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
  isZero: (a) => a === 0,
};
