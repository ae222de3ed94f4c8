/** WebAssembly code that adds to the doubles of a tally. */
import { type Code, wasm } from '../assembler/code.js';
import { AT, BITS, TALLY } from './contract.js';

/** Adds to number `index` of the measure. */
export function addToTally(index: number, value: Code): Code {
  const address = index === 0 ? wasm.get(TALLY) : wasm.op('i32.add', wasm.get(TALLY), wasm.i32(8 * index));
  return { kind: 'store f64', offset: 0, address, value: wasm.op('f64.add', wasm.op('f64.load', address), value) };
}

/**
 * Adds 1 to the numbers whose indices stand in four lanes of whole numbers, counted from number `first` of the measure,
 * in each lane whose bit is set in local `bits`.
 */
export function countLanes(indices: Code, first: number): Code[] {
  return [0, 1, 2, 3].map((lane) => {
    const index = wasm.op('i32.shl', { kind: 'lane', of: 'i32x4', lane, vector: indices }, wasm.i32(3));
    const counted = wasm.op('f64.add', wasm.op('f64.load', wasm.get(AT)), { kind: 'f64', value: 1 });
    return {
      kind: 'if',
      condition: wasm.op('i32.and', wasm.get(BITS), wasm.i32(1 << lane)),
      body: [
        wasm.set(AT, wasm.op('i32.add', wasm.op('i32.add', wasm.get(TALLY), index), wasm.i32(8 * first))),
        { kind: 'store f64', offset: 0, address: wasm.get(AT), value: counted },
      ],
    };
  });
}

/** The sum of both lanes of doubles. */
export function bothLanes(vector: Code): Code {
  return wasm.op(
    'f64.add',
    { kind: 'lane', of: 'f64x2', lane: 0, vector },
    { kind: 'lane', of: 'f64x2', lane: 1, vector },
  );
}
