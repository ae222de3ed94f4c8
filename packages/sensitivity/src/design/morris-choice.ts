/**
 * The choice of trajectories that together fill the space evenly. Owns the criterion and the search.
 *
 * Campolongo, Cariboni & Saltelli (2007), section 3, choose among many random trajectories those with the largest sum of
 * squared distances. That sum is largest where trajectories crowd at opposite ends of the ranges: of x (4 y - 1) mu* came out as
 * 1.8 in place of 1.5, and even where distances go around the levels, with 1.5 times the standard deviation of no choice at all.
 * Here the choice is the same, among random trajectories, but of those with the smallest wrap-around discrepancy of all
 * their points: Hickernell (1998), whose square is, up to constants, the sum over all pairs of points of the product over
 * coordinates of 3/2 - u (1 - u), u being the distance of the levels over their number.
 *
 * Levels are counted around a circle, on which a step is half way round from anywhere. So trajectories have the same law
 * when all of them are turned, and the choice turns with them: every point of a chosen trajectory is uniform on the grid, and mu,
 * mu* and the mean square of the effects keep their expectations. Their standard deviation shrinks, so bootstrap
 * intervals are rather too wide.
 *
 * The search grows by the candidate that adds least and then exchanges until no exchange helps: a local optimum.
 */

/** A trajectory's points, coordinates counted in levels. */
type Points = readonly Int32Array[];

/**
 * Places of `count` candidates that fill the space evenly, rising. Draws nothing: the same candidates give the same choice.
 *
 * @param candidates trajectories of equal length, coordinates counted in levels.
 * @param levels of every coordinate.
 */
export function evenChoice(candidates: readonly Points[], count: number, levels: number): number[] {
  const n = candidates.length;
  if (count === n) {
    return candidates.map((_, i) => i);
  }
  const overlap = overlaps(candidates, levels);
  const chosen: number[] = [];
  const isChosen = new Uint8Array(n);
  /** Sum of overlaps of every candidate with the chosen ones, and half of that with itself. */
  const total = Float64Array.from(candidates, (_, i) => overlap[i * n + i]! / 2);
  const change = (place: number, sign: 1 | -1): void => {
    isChosen[place] = sign === 1 ? 1 : 0;
    for (let i = 0; i < n; i++) {
      total[i]! += sign * overlap[place * n + i]!;
    }
  };
  while (chosen.length < count) {
    let best = -1;
    for (let i = 0; i < n; i++) {
      if (!isChosen[i] && (best < 0 || total[i]! < total[best]!)) {
        best = i;
      }
    }
    chosen.push(best);
    change(best, 1);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let slot = 0; slot < count; slot++) {
      const out = chosen[slot]!;
      change(out, -1);
      let best = out;
      // Relative margin: rounding must not exchange two equal choices for ever.
      let least = total[out]! * (1 - 1e-9);
      for (let i = 0; i < n; i++) {
        if (!isChosen[i] && total[i]! < least) {
          best = i;
          least = total[i]!;
        }
      }
      change(best, 1);
      chosen[slot] = best;
      improved ||= best !== out;
    }
  }
  return chosen.sort((a, b) => a - b);
}

/** The sum over all pairs of points of two trajectories, of every pair of trajectories. */
function overlaps(candidates: readonly Points[], levels: number): Float64Array {
  const n = candidates.length;
  // Over 4/3, the mean of 3/2 - u (1 - u), so that products stay of ordinary size.
  const kernel = Float64Array.from({ length: levels }, (_, apart) => {
    const u = apart / levels;
    return (3 / 2 - u * (1 - u)) / (4 / 3);
  });
  const overlap = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = overlapOf(candidates[i]!, candidates[j]!, kernel);
      overlap[i * n + j] = sum;
      overlap[j * n + i] = sum;
    }
  }
  return overlap;
}

/** @param kernel by the difference of two levels */
function overlapOf(a: Points, b: Points, kernel: Float64Array): number {
  let sum = 0;
  for (const p of a) {
    for (const q of b) {
      let product = 1;
      for (let i = 0; i < p.length; i++) {
        product *= kernel[Math.abs(p[i]! - q[i]!)]!;
      }
      sum += product;
    }
  }
  return sum;
}
