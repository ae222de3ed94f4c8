/** Ranks of a column in a resample, without sorting again. */

/** Places of the values in rising order, and where runs of equal values end. */
export interface Order {
  readonly places: Uint32Array;
  readonly values: Float64Array;
}

export function orderOf(values: Float64Array): Order {
  const places = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  return { places, values };
}

/**
 * Mean rank of every value among all draws, where value i was drawn `weights[i]` times; equal values share their mean
 * rank. Ranks are centred: they sum to 0 over the draws.
 */
export function weightedRanks({ places, values }: Order, weights: Float64Array, out: Float64Array): void {
  const n = places.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += weights[i]!;
  }
  let below = 0;
  for (let start = 0; start < n; ) {
    const value = values[places[start]!]!;
    let end = start;
    let here = 0;
    while (end < n && values[places[end]!] === value) {
      here += weights[places[end]!]!;
      end += 1;
    }
    for (let i = start; i < end; i++) {
      out[places[i]!] = below + (here - total) / 2;
    }
    below += here;
    start = end;
  }
}
