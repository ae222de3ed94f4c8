/** Sums a register of whole numbers. */
import { wasm } from '../assembler/code.js';
import type { Reading, Scope } from './contract.js';
import { doubles } from './share.js';
import { addToTally, bothLanes } from './tally.js';

export function readTotal(register: number, scope: Scope): Reading {
  const { set, get } = scope.locals;
  return {
    start: [set('sum', wasm.doubles(0))],
    group: ([0, 1] as const).map((half) =>
      set('sum', wasm.op('f64x2.add', get('sum'), doubles(scope.register(register), half))),
    ),
    end: [addToTally(0, bothLanes(get('sum')))],
  };
}
