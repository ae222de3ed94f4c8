/**
 * How far one parameter may move before a verdict changes: exact roots of the eigenvalues, walked from the present
 * value.
 */
import { add, multiply, type Rational, rational, sign, subtract, toNumber } from '../exact/rational.js';
import { realRoots } from '../exact/univariate.js';
import type { ProfileVerdict } from './contract.js';
import { type Ratio, ratioSign } from './ratio.js';

/** A value of the parameter at which an eigenvalue is 0 or has no value. */
interface Break {
  readonly low: Rational;
  readonly high: Rational;
  readonly zeroOf: ReadonlySet<number>;
  readonly pole: boolean;
}

export function verdictOf(signs: readonly (-1 | 0 | 1)[]): ProfileVerdict {
  if (signs.includes(1)) return 'unstable';
  return signs.includes(0) ? 'undecided' : 'stable';
}

/** The largest interval around `from` with the same verdict; null where it has no end. The ends do not belong to it. */
export function verdictInterval(
  eigenvalues: readonly Ratio[],
  from: Rational,
): { readonly low: number | null; readonly high: number | null } {
  const breaks = breaksOf(eigenvalues, from);
  const signs = eigenvalues.map(ratioSign);
  const at = (value: Rational, zeros: ReadonlySet<number> = new Set()) =>
    verdictOf(signs.map((sign, k) => (zeros.has(k) ? 0 : (sign(value) ?? 0))));
  const here = at(from);
  const walk = (side: 1 | -1): number | null => {
    const ahead = breaks
      .filter(({ low, high }) => sign(subtract(add(low, high), multiply(from, rational(2n)))) * side > 0)
      .sort((a, b) => side * sign(subtract(a.low, b.low)));
    let last = from;
    for (const next of [...ahead, undefined]) {
      const edge = next === undefined ? add(last, rational(BigInt(side))) : side > 0 ? next.low : next.high;
      const between = next === undefined ? edge : middleOf(last, edge);
      if (at(between) !== here) return toNumber(last);
      if (next === undefined) return null;
      const middle = middleOf(next.low, next.high);
      if (next.pole || at(middle, next.zeroOf) !== here) return toNumber(middle);
      last = side > 0 ? next.high : next.low;
    }
    return null;
  };
  return { low: walk(-1), high: walk(1) };
}

/** All roots and poles, those of several eigenvalues at one value joined. */
function breaksOf(eigenvalues: readonly Ratio[], from: Rational): Break[] {
  const found = eigenvalues.flatMap(({ above, below }, k): Break[] => [
    ...realRoots(above, [from]).map((root) => ({ ...root, zeroOf: new Set([k]), pole: false })),
    ...realRoots(below, [from]).map((root) => ({ ...root, zeroOf: new Set<number>(), pole: true })),
  ]);
  found.sort((a, b) => sign(subtract(a.low, b.low)));
  const joined: Break[] = [];
  for (const next of found) {
    const before = joined.at(-1);
    if (before === undefined || sign(subtract(next.low, before.high)) > 0) joined.push(next);
    else {
      joined[joined.length - 1] = {
        low: before.low,
        high: sign(subtract(next.high, before.high)) > 0 ? next.high : before.high,
        zeroOf: new Set([...before.zeroOf, ...next.zeroOf]),
        pole: before.pole || next.pole,
      };
    }
  }
  return joined;
}

function middleOf(a: Rational, b: Rational): Rational {
  return multiply(add(a, b), rational(1n, 2n));
}
