/**
 * Statistical assertions about one estimate.
 * Owns the comparison and the message; the standard error is the caller's to derive.
 */

/**
 * Asserts that an estimate lies within `z` standard errors of the exact value, on either side.
 *
 * @param z default 5: for a normal estimate a false alarm has probability 6e-7.
 * @returns the signed distance in standard errors.
 * @throws Error that gives all the numbers where the estimate is further away or not a number; RangeError where the standard
 *   error is not a positive number.
 */
export function expectWithin(estimate: number, exact: number, standardError: number, z = 5): number {
  if (!(standardError > 0 && Number.isFinite(standardError))) {
    throw new RangeError(`A standard error must be a positive number, found ${standardError}.`);
  }
  const distance = (estimate - exact) / standardError;
  if (!(Math.abs(distance) <= z)) {
    throw new Error(
      `Estimate ${estimate} is ${distance.toFixed(2)} standard errors from ${exact} ` +
        `(standard error ${standardError}, allowed ${z}).`,
    );
  }
  return distance;
}

/**
 * How far the observed proportion of n independent trials may be from its probability.
 *
 * Bernstein's (1924) inequality, solved for the distance: z^2/(6n) + sqrt((z^2/(6n))^2 + z^2 p (1 - p) / n). It holds for
 * every n and p with a chance of at most 2 exp(-z^2 / 2) of a false alarm (7.5e-6 at z = 5); where n p (1 - p) is large it is
 * the usual z sqrt(p (1 - p) / n), with a chance of 6e-7 at z = 5.
 *
 * @param p probability, in [0, 1].
 * @param n number of trials, at least 1.
 * @param z default 5.
 * @returns the distance, as a proportion.
 * @throws RangeError where p or n is outside its range.
 */
export function binomialBound(p: number, n: number, z = 5): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`A probability lies in [0, 1], found ${p}.`);
  }
  if (!(n >= 1)) {
    throw new RangeError(`The number of trials must be at least 1, found ${n}.`);
  }
  const linear = (z * z) / (6 * n);
  return linear + Math.sqrt(linear * linear + (z * z * p * (1 - p)) / n);
}
