/**
 * The known name that somebody most likely meant. Owns the measure and the point where a guess would be silly.
 */

/** Names longer than this are not compared: nobody mistypes a paragraph. */
const longest = 64;

/**
 * The entry of `known` with the smallest edit distance to `name`, upper and lower case being equal; the first one
 * where several are equally near. `undefined` where the distance is more than half the length of `name`.
 *
 * Source of the distance: Levenshtein (1966), with transposed neighbours as one edit (Damerau 1964).
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  const typed = name.toLowerCase();
  let best: string | undefined;
  let least = Math.ceil(name.length / 2) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(typed, candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
