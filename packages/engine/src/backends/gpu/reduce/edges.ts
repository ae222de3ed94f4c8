/** Edges of bins as single-precision numbers, so that comparing with them gives the bin of the exact formula. */

/** Below every value. */
export const LOWEST = -1e30;

/** Above every value. */
export const HIGHEST = 1e30;

/**
 * The smallest single-precision number from `low` to `high` for which `reached` holds; it must hold for `high`, and for
 * all above the first.
 */
export function firstFloat(reached: (x: number) => boolean, low: number, high: number): number {
  if (reached(low)) return low;
  let [below, above] = [low, high];
  for (;;) {
    const middle = Math.fround((below + above) / 2);
    if (middle === below || middle === above) return above;
    if (reached(middle)) above = middle;
    else below = middle;
  }
}
