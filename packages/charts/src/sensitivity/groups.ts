/**
 * The factors of a sensitivity analysis and the colours of their groups.
 */
import { frameInk, lineColours } from '../colour/ink.js';
import { printable } from '../text/printable.js';

/** One factor. */
export interface Factor {
  /** As in the game file, such as `tau`. */
  name: string;
  /** In words. Default: the name alone. */
  title?: string;
  /** Such as `management`; factors of one group have one colour. Default: no group, grey. */
  group?: string;
}

/** The colour of each factor, and the groups in the order in which they first occur. */
export function groupColours(factors: readonly Factor[]): {
  colourOf: (factor: Factor) => string;
  groups: readonly [string, string][];
} {
  const names = [...new Set(factors.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  if (names.length > lineColours.length) {
    throw new RangeError(`${lineColours.length} groups of factors can be told apart, but there are ${names.length}.`);
  }
  const colours = new Map(names.map((name, k) => [name, lineColours[k]!]));
  return {
    colourOf: ({ group }) => (group === undefined ? frameInk : colours.get(group)!),
    groups: [...colours].map(([name, colour]) => [printable(name), colour]),
  };
}

/** @throws RangeError if there is no factor, a name occurs twice, or one of its numbers is not finite. */
export function checkFactors<T extends Factor>(
  chart: string,
  factors: readonly T[],
  numbersOf: (factor: T) => object,
): void {
  if (factors.length === 0) throw new RangeError(`${chart} needs at least one factor.`);
  const seen = new Set<string>();
  for (const factor of factors) {
    if (seen.has(factor.name)) throw new RangeError(`${chart}: factor "${factor.name}" occurs twice.`);
    seen.add(factor.name);
    for (const [which, value] of Object.entries(numbersOf(factor))) {
      if (Number.isFinite(value)) continue;
      throw new RangeError(`${chart}: ${which} of factor "${factor.name}" is ${value}; it must be a finite number.`);
    }
  }
}
