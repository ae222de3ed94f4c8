/**
 * Factors: the inputs whose influence is measured, each uniform on its range and independent of the others.
 * Owns the checks of names and ranges, and the way from the unit interval to a range.
 */
import { checkList, shown } from '../check.js';
import { SensitivityError } from '../errors.js';

/** One input of a model. */
export interface Factor {
  /** Name; no two factors share one. */
  readonly name: string;
  /** Lowest and highest value, finite, the lowest below the highest. */
  readonly range: readonly [low: number, high: number];
  /** Group that the factor belongs to, where it has one. */
  readonly group?: string;
}

/**
 * A copy of the factors with nothing but name, range and group.
 *
 * @throws SensitivityError (`factor`) that lists everything that is wrong: no factors, an empty name, a name twice, a range that
 *   is not two finite numbers in rising order.
 */
export function checkFactors(factors: readonly Factor[]): Factor[] {
  checkList('The factors', factors, 'factor');
  const faults: string[] = [];
  const names = new Set<string>();
  if (factors.length === 0) {
    faults.push('There are no factors; give at least one.');
  }
  for (const [i, factor] of factors.entries()) {
    if (typeof factor !== 'object' || factor === null) {
      faults.push(`Factor ${i + 1} must be an object with a name and a range, found ${shown(factor)}.`);
      continue;
    }
    const { name, range, group } = factor;
    if (group !== undefined && typeof group !== 'string') {
      faults.push(`The group of factor ${i + 1} must be a name, found ${shown(group)}.`);
    }
    if (typeof name !== 'string' || name === '') {
      faults.push(`Factor ${i + 1} has no name.`);
    } else if (names.has(name)) {
      faults.push(`Two factors are named "${name}"; give each its own name.`);
    }
    names.add(name);
    faults.push(...rangeFaults(name, range));
  }
  if (faults.length > 0) {
    throw new SensitivityError('factor', faults.join('\n'));
  }
  return factors.map(({ name, range: [low, high], group }) => ({
    name,
    // -0 would not survive JSON.
    range: [low + 0, high + 0],
    ...(group === undefined ? {} : { group }),
  }));
}

function rangeFaults(name: string, range: readonly number[]): string[] {
  const [low, high] = (Array.isArray(range) ? range : []) as unknown as readonly [number, number];
  if (range?.length !== 2 || !Number.isFinite(low) || !Number.isFinite(high)) {
    return [`The range of "${name}" must be two finite numbers, found ${shown(range)}.`];
  }
  if (low === high) {
    return [`The range of "${name}" is the one value ${low}; leave the factor out, or widen its range.`];
  }
  return low > high ? [`The range of "${name}" runs down, from ${low} to ${high}; swap its ends.`] : [];
}

/** The value at place `unit` of [0, 1] in the factor's range; the ends are met exactly. */
export function scale({ range: [low, high] }: Factor, unit: number): number {
  return unit === 1 ? high : Math.min(high, low + unit * (high - low));
}
