/** Ranks of a column among some of its places, without sorting again. */

/** Places of the values in rising order. */
export interface Order {
  readonly places: Uint32Array;
  readonly values: Float64Array;
}

export function orderOf(values: Float64Array): Order {
  const places = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  return { places, values };
}

/**
 * Mean rank of every chosen value among the chosen; equal values share their mean rank. Ranks are centred: they sum to 0.
 *
 * @param chosen by place, 1 or 0; ranks of places that are not chosen are left alone.
 */
export function ranksAmong({ places, values }: Order, chosen: Uint8Array, out: Float64Array): void {
  const n = places.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += chosen[i]!;
  }
  let below = 0;
  for (let start = 0; start < n; ) {
    const value = values[places[start]!]!;
    let end = start;
    let here = 0;
    while (end < n && values[places[end]!] === value) {
      here += chosen[places[end]!]!;
      end += 1;
    }
    for (let i = start; i < end; i++) {
      out[places[i]!] = below + (here - total) / 2;
    }
    below += here;
    start = end;
  }
}
