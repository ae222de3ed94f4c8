/**
 * How a measure is read by WebAssembly code: the counting of its file one folder up, for whole groups of four paths. The
 * reduction's printer calls it. A reading must leave the same numbers in the tally, to the last bit.
 */
import type { Code } from '../assembler/code.js';
import type { Locals } from '../assembler/locals.js';

/** Code of a reading; all three parts may use the scope's locals. */
export interface Reading {
  /** Before the groups of a call. */
  readonly start: readonly Code[];
  /** For each group. */
  readonly group: readonly Code[];
  /** After the groups: adds to the tally. */
  readonly end: readonly Code[];
}

/** What a reading may use. */
export interface Scope {
  /** Vector locals. */
  readonly locals: Locals;
  /** The values of a register, in four lanes of single precision. */
  register(index: number): Code;
}

/** The i32 locals that readings share: the tally's address, counts, bits of four lanes, and an address for the moment. */
export const TALLY = 'tally';
export const COUNT = 'count';
export const LOW = 'low';
export const HIGH = 'high';
export const BITS = 'bits';
export const AT = 'at';
