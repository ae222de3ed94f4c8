/**
 * What a reduction kernel takes from each path of a block. A measure's file says it as text in the kernel's language;
 * `print.ts` puts the parts of many measures into kernels, `on-device.ts` runs these and adds blocks to tallies.
 *
 * A kernel computes in single precision, where whole numbers are exact below 2^24. So every number that is summed is a
 * whole number below 2^12 (larger ones go in two parts), and a block has at most 2^12 paths: sums are exact, in any
 * order, on any device.
 */

/** The most paths that one thread sums. */
export const BLOCK = 4096;

/** What the upper part of a number stands for. */
export const PART = 4096;

/** Kernel text of the value of a register of the path at hand. */
export type Read = (register: number) => string;

/** One number that is summed over the paths of a block. */
export interface Sum {
  /** Kernel text of a whole number from 0 to 4096. */
  readonly value: string;
  /** Where its sum goes in the measure's tally. */
  readonly at: number;
  /** How much one of it counts there. */
  readonly weight: number;
}

/** Sums that share statements; at most four, as many as a kernel returns. */
export interface Sums {
  readonly lines: readonly string[];
  readonly sums: readonly Sum[];
}

/** Counts of a value between edges: number k of the tally counts what is at least edge k and below the next. */
export interface Bins {
  /** Kernel text of the value. */
  readonly value: string;
  /** Where the bins begin: ascending, in single precision; the last bin has no upper end. */
  edges(): number[];
  /** Where the first bin stands in the measure's tally. */
  readonly at: number;
}

/** What a measure takes from a path. */
export interface Parts {
  readonly sums: readonly Sums[];
  readonly bins: readonly Bins[];
}
