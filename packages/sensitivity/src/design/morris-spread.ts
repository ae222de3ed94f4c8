/**
 * The choice of trajectories that lie far apart. Owns the distance and the search. Source of the distance between two
 * trajectories, the sum of the Euclidean distances between all pairs of their points, and of the aim, the largest sum
 * of its squares over all pairs kept: Campolongo, Cariboni & Saltelli (2007), section 3. They try every choice; here
 * the choice grows by the farthest candidate and is then improved by exchanges until none helps, which gives a local
 * optimum.
 */

/** A trajectory's points, coordinates counted in levels. */
type Points = readonly Int32Array[];

/**
 * Places of `count` candidates that lie far apart, rising. Draws nothing: the same candidates give the same choice.
 *
 * @param candidates trajectories of equal length.
 */
export function spreadChoice(candidates: readonly Points[], count: number): number[] {
  const n = candidates.length;
  if (count === n) {
    return candidates.map((_, i) => i);
  }
  const square = squaredDistances(candidates);
  const chosen: number[] = [];
  const isChosen = new Uint8Array(n);
  /** Sum of squared distances from every candidate to the chosen ones. */
  const toChosen = new Float64Array(n);
  const change = (place: number, sign: 1 | -1): void => {
    isChosen[place] = sign === 1 ? 1 : 0;
    for (let i = 0; i < n; i++) {
      toChosen[i]! += sign * square[place * n + i]!;
    }
  };
  const add = (place: number): void => {
    chosen.push(place);
    change(place, 1);
  };

  const farthest = square.indexOf(square.reduce((a, b) => Math.max(a, b), 0));
  add(Math.floor(farthest / n));
  while (chosen.length < count) {
    let best = -1;
    for (let i = 0; i < n; i++) {
      if (!isChosen[i] && (best < 0 || toChosen[i]! > toChosen[best]!)) {
        best = i;
      }
    }
    add(best);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let slot = 0; slot < count; slot++) {
      const out = chosen[slot]!;
      let best = out;
      // Relative margin: rounding must not exchange two equal choices for ever.
      let most = toChosen[out]! * (1 + 1e-9);
      for (let i = 0; i < n; i++) {
        const gain = toChosen[i]! - square[out * n + i]!;
        if (!isChosen[i] && gain > most) {
          best = i;
          most = gain;
        }
      }
      if (best !== out) {
        change(out, -1);
        change(best, 1);
        chosen[slot] = best;
        improved = true;
      }
    }
  }
  return chosen.sort((a, b) => a - b);
}

function squaredDistances(candidates: readonly Points[]): Float64Array {
  const n = candidates.length;
  const square = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const distance = distanceOf(candidates[i]!, candidates[j]!) ** 2;
      square[i * n + j] = distance;
      square[j * n + i] = distance;
    }
  }
  return square;
}

function distanceOf(a: Points, b: Points): number {
  let sum = 0;
  for (const p of a) {
    for (const q of b) {
      let square = 0;
      for (let i = 0; i < p.length; i++) {
        const difference = p[i]! - q[i]!;
        square += difference * difference;
      }
      sum += Math.sqrt(square);
    }
  }
  return sum;
}
