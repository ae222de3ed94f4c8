/**
 * Slots: where a WebAssembly kernel keeps the groups of four paths that run side by side. A slot holds a group's path
 * numbers, what their random words have in common, its registers, and the random words of a batch, each a vector of four lanes.
 */

import { batchOf, type IncrementLayout } from '../../../program/increments.js';
import type { Program } from '../../../program/program.js';
import { type Code, wasm } from '../assembler/code.js';

/** Groups of four paths that run side by side: enough that one's steps fill the waits of another's. */
export const GROUPS = 4;

export interface Slots {
  /** Bytes of one slot. */
  readonly bytes: number;
  /** Distance of the path numbers from the slot's address. */
  readonly path: number;
  /** Distance of the two vectors that all Philox blocks of the paths share. */
  readonly products: number;
  /** Distance of the registers. */
  readonly registers: number;
  /** Distance of the words. */
  readonly words: number;
  /** Code for each group, with local `slot` at its slot; `together` groups at a time, which divides GROUPS. */
  each(code: readonly Code[], together?: number): Code[];
  load(offset: number, address?: Code): Code;
  store(offset: number, value: Code, address?: Code): Code;
}

/** The slots of a program. Parameter `slots` is the address of the first; locals `slot` and `end` are used. */
export function slotsOf(program: Program, layout: IncrementLayout): Slots {
  const path = 0;
  const products = 16;
  const registers = 48;
  const words = registers + 16 * program.registers.length;
  const bytes = words + 64 * batchOf(layout).blocks;
  const more = wasm.op('i32.lt_u', wasm.get('slot'), wasm.get('end'));
  return {
    bytes,
    path,
    products,
    registers,
    words,
    each: (code, together = 1) => [
      wasm.set('slot', wasm.get('slots')),
      {
        kind: 'loop',
        label: 'group',
        body: [...code, wasm.increase('slot', together * bytes), { kind: 'br_if', label: 'group', condition: more }],
      },
    ],
    load: (offset, address = wasm.get('slot')) => ({ kind: 'load vector', offset, address }),
    store: (offset, value, address = wasm.get('slot')) => ({ kind: 'store vector', offset, address, value }),
  };
}
