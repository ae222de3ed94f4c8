/**
 * What no ensemble can have counted. A tally that comes from elsewhere, such as a file or another machine, must at least be one that
 * some paths could have given; whether these ones gave it only running them says.
 */
import { type DistributionMeasure, UNITS } from './distribution.js';
import { type Measure, measureSize } from './measure.js';
import { PART, type PassageMeasure, SUMS } from './passage.js';

/** The paths that are said to have been counted. */
export interface Counted {
  readonly paths: number;
  readonly steps: number;
  /** Shares of one path: strategies of all players. */
  readonly shares: number;
}

/** In words what is impossible in a tally; null where nothing is. */
export function tallyFault(measures: readonly Measure[], tally: ArrayLike<number>, counted: Counted): string | null {
  let offset = 0;
  for (const measure of measures) {
    const size = measureSize(measure);
    const numbers = Array.from({ length: size }, (_, i) => tally[offset + i]);
    offset += size;
    const wrong = numbers.find((count) => !(Number.isSafeInteger(count) && count >= 0));
    if (wrong !== undefined) return `${wrong} where a count is expected`;
    const fault = measureFault(measure, numbers, counted);
    if (fault !== null) return fault;
  }
  return null;
}

function measureFault(measure: Measure, numbers: readonly number[], counted: Counted): string | null {
  const { paths, steps, shares } = counted;
  switch (measure.kind) {
    case 'region':
      return atMost(numbers[0], paths, 'paths');
    case 'total':
      return atMost(numbers[0], paths * steps * shares, 'shares that were put back');
    case 'profiles':
      return atMost(sum(numbers), paths, 'paths');
    case 'distribution':
      return distributionFault(measure, numbers, paths);
    case 'passage':
      return passageFault(measure, numbers, paths);
  }
}

/** Powers of numbers in [0, 1]: each sum is at most the one before it, but for half a unit a path. */
function distributionFault({ powers, bins }: DistributionMeasure, numbers: readonly number[], paths: number) {
  const sums = numbers.slice(0, powers);
  for (const [k, found] of sums.entries()) {
    const limit = k === 0 ? paths * UNITS : Math.min(paths * UNITS, sums[k - 1] + paths);
    const fault = atMost(found, limit, `units in power sum ${k + 1}`);
    if (fault !== null) return fault;
  }
  return bins === 0 ? null : exactly(sum(numbers.slice(powers)), paths, 'paths in a histogram');
}

function passageFault({ steps, bins }: PassageMeasure, numbers: readonly number[], paths: number): string | null {
  const [entered, time, low, high] = numbers;
  return (
    atMost(entered, paths, 'paths') ??
    atMost(time, entered * steps, 'steps to the entries') ??
    atMost(low, entered * (PART - 1), 'in a sum of squares') ??
    atMost(high, entered * Math.floor(steps ** 2 / PART), 'in a sum of squares') ??
    (bins === 0 ? null : exactly(sum(numbers.slice(SUMS)), entered, 'entries in a histogram'))
  );
}

function atMost(found: number, most: number, what: string): string | null {
  return found <= most ? null : `${found} ${what}, where at most ${most} can be`;
}

function exactly(found: number, expected: number, what: string): string | null {
  return found === expected ? null : `${found} ${what}, where ${expected} are expected`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, count) => total + count, 0);
}
