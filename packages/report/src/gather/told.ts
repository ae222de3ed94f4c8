/**
 * A Monte Carlo figure as a report tells it: value, 95% interval of the paths' noise, and a bound of the step's bias.
 */
import type { SweepResult } from '@trilogue/engine';

/** A figure with both parts of its error. */
export interface Told {
  /** Null where the paths do not say. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** 95% bound of the bias that the step leaves; null where it is not estimated. */
  readonly bias: number | null;
}

/** The cells of one row of a sweep. */
export function toldRow({ values, low, high, bias }: SweepResult, row = 0): Told[] {
  return values[row]!.map((value, i) => ({
    ...{ value, low: low[row]![i] ?? null, high: high[row]![i] ?? null, bias: bias[row]![i] ?? null },
  }));
}

/** A difference and how far it may be off: both errors of both figures together. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/** Null where one of the two has no value. */
export function difference(from: Told, to: Told): Difference | null {
  if (from.value === null || to.value === null) return null;
  const noise = Math.hypot(halfWidth(from), halfWidth(to));
  return { value: to.value - from.value, error: noise + (from.bias ?? 0) + (to.bias ?? 0) };
}

function halfWidth({ value, low, high }: Told): number {
  return Math.max((high ?? value!) - value!, value! - (low ?? value!));
}
