/**
 * Polynomials in the state coordinates, as a sorted list of monomials with coefficients, numbers unless said otherwise.
 */

/** Power of each coordinate; length is the number of coordinates. */
export type Exponents = readonly number[];

export interface Term<C = number> {
  readonly coefficient: C;
  readonly exponents: Exponents;
}

/** Terms in ascending graded order of their exponents, each exponent tuple at most once. */
export interface Polynomial<C = number> {
  readonly variables: number;
  readonly terms: readonly Term<C>[];
}
