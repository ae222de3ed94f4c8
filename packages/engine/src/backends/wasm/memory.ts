/** Where a WebAssembly kernel finds its numbers: byte addresses in one memory, sized for one call. */

import { tallySize } from '../../measures/reduce/measure.js';
import type { Kernel } from '../contract.js';
import { GROUPS, slotsOf } from './program/slots.js';
import type { Reduction } from './reduce/print-reduction.js';

const PAGE = 65_536;
const align = (bytes: number) => Math.ceil(bytes / 16) * 16;

export interface Layout {
  readonly coefficients: number;
  readonly start: number;
  readonly gaps: number;
  readonly slots: number;
  /** The list of places of each reduction. */
  readonly lists: readonly number[];
  readonly tally: number;
  readonly out: number;
  /** Bytes from one record to the next. */
  readonly span: number;
  /** The most groups of four paths in one call. */
  readonly groups: number;
  readonly pages: number;
}

/** The most bytes of records in one call: they are reduced before they leave the second-level cache. */
const RECORD_BYTES = 2 ** 18;

/**
 * The most groups in one call, some 5 ms of work in the code that a JavaScript engine starts with: a call that has begun
 * does not change over to the optimised code when that is ready.
 */
const MOST_GROUPS = 128;

/** Addresses for a kernel with such reductions. */
export function memoryLayout(kernel: Kernel, reductions: readonly Reduction[]): Layout {
  const { program, layout, records, measures } = kernel;
  let next = 0;
  const room = (bytes: number) => {
    const address = next;
    next += align(bytes);
    return address;
  };
  const perGroup = 16 * program.registers.length;
  const fitting = Math.min(MOST_GROUPS, Math.floor(RECORD_BYTES / (perGroup * records.length)));
  const groups = Math.max(1, Math.floor(fitting / GROUPS)) * GROUPS;
  const addresses = {
    coefficients: room(4 * program.coefficients),
    start: room(4 * program.registers.length),
    gaps: room(4 * (records.length + 1)),
    slots: room(GROUPS * slotsOf(program, layout).bytes),
    lists: reductions.map(({ places }) => room(8 * places.length)),
    tally: room(8 * tallySize(measures)),
    out: room(groups * perGroup * records.length),
  };
  return { ...addresses, span: groups * perGroup, groups, pages: Math.ceil(next / PAGE) };
}
