/** The form in which the test functions of sensitivity analysis give their exact indices. */

/** Indices of one set of factors, or of one factor. */
export interface ExactIndices {
  /** Variance of the conditional expectation given these factors, over the variance. */
  readonly first: number;
  /** 1 less the first-order index of all the other factors together. */
  readonly total: number;
}
