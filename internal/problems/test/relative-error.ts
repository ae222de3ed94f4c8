/** How far a computed value is from the exact one: the tests' measure. */

/** |value / exact - 1|, or the absolute error where the exact value is 0. */
export function relativeError(value: number, exact: number): number {
  return exact === 0 ? Math.abs(value) : Math.abs(value / exact - 1);
}
