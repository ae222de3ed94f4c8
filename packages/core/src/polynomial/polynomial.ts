/**
 * Polynomials in the state coordinates, as a sorted list of monomials with numeric coefficients.
 */

/** Power of each coordinate; length is the number of coordinates. */
export type Exponents = readonly number[];

export interface Term {
  readonly coefficient: number;
  readonly exponents: Exponents;
}

/** Terms in ascending graded order of their exponents, each exponent tuple at most once. */
export interface Polynomial {
  readonly variables: number;
  readonly terms: readonly Term[];
}
