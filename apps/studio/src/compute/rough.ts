/**
 * Passes before the last one: how much they may run, and which of their figures are shown. Their error is not known, so their figures
 * come to two digits and without intervals; every view, file and caption that shows them has no more than that.
 */

/** Figures that say how large an error is, or imply more than two digits. */
const withheld = ['low', 'high', 'bias', 'count', 'meanLow', 'meanHigh'] as const;

/** A result of any pass: before the last one `null` stands in place of ends of intervals, of bounds of errors, and of counts. */
export type Roughly<T> = T extends readonly (infer Entry)[]
  ? readonly Roughly<Entry>[]
  : T extends object
    ? {
        readonly [Key in keyof T]: Key extends (typeof withheld)[number] ? Withheld<T[Key]> : Roughly<T[Key]>;
      }
    : T;
type Withheld<T> = T extends readonly (infer Entry)[] ? readonly Withheld<Entry>[] : T | null;

/**
 * What is told of a result.
 * @param figures names of what was estimated; the rest, such as times, is exact
 * @param round default two decimals of what is below 1, such as a share, and two digits of what is larger
 */
export function roughly<T extends object>(result: T, figures: readonly (keyof T)[], round = twoDigits): Roughly<T> {
  const told = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => told(entry, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([own, entry]) => [own, told(entry, own)]));
    }
    if ((withheld as readonly string[]).includes(key)) return null;
    return typeof value === 'number' ? round(value) : value;
  };
  const entries = Object.entries(result).map(([key, value]) => {
    return [key, figures.includes(key as keyof T) ? told(value, key) : value];
  });
  return Object.fromEntries(entries);
}

function twoDigits(value: number): number {
  return Number(Math.abs(value) < 1 ? value.toFixed(2) : value.toPrecision(2));
}

/** How much longer than meant a pass may take that has as few paths as say anything. */
const patience = 2;

interface Pass {
  /** Path-steps that the pass is meant to take. */
  readonly work: number;
  readonly steps: number;
  /** Runs that each have the paths; default 1. */
  readonly runs?: number;
  /** Fewer paths say nothing, more are not needed. */
  readonly fewest: number;
  readonly most: number;
}

/** Paths of a run, a multiple of four; null where so many steps leave time for too few: the pass is then left out. */
export function pathsWithin({ work, steps, runs = 1, fewest, most }: Pass): number | null {
  const each = runs * steps;
  if (fewest * each > patience * work) return null;
  return Math.max(fewest, Math.min(most, 4 * Math.floor(work / each / 4)));
}
