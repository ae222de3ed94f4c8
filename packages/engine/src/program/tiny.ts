/**
 * When very small registers become 0. Below 1e-38 single-precision numbers are subnormal, and processors take ten to a
 * hundred times as long for a product of those; a share that noise keeps on its way to 0 would spend most of a long run
 * there. So every 32 steps or a few more, before the step, what is not above 2^-100 in size is set to 0: long before.
 */
import { batchOf, type IncrementLayout } from './increments.js';

/** The size (8e-31) up to which a register counts as 0. */
export const TINY = 2 ** -100;

const STEPS = 32;

/** Batches of words from one clearing to the next; the first is before step 0. */
export function batchesToClear(layout: IncrementLayout): number {
  return Math.ceil(STEPS / batchOf(layout).steps);
}

/** Whether registers are cleared before step `step` (from 0). */
export function clearsBefore(layout: IncrementLayout, step: number): boolean {
  return step % (batchesToClear(layout) * batchOf(layout).steps) === 0;
}

/** A register as it is after a clearing. */
export function cleared(value: number): number {
  return Math.abs(value) > TINY ? value : 0;
}
