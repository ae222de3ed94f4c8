/** Counts the paths in a region, four at a time: the masks of its shares, and the number of bits that are left. */
import type { Region } from '../../../measures/observe/region.js';
import { wasm } from '../assembler/code.js';
import { COUNT, type Reading, type Scope } from './contract.js';
import { nearMask } from './share.js';
import { addToTally } from './tally.js';

export function readRegion(region: Region, scope: Scope): Reading {
  const inside = region.shares
    .map((share) => nearMask(scope, share, region.delta))
    .reduce((all, mask) => wasm.and(all, mask), wasm.ints(-1));
  const count = wasm.op('i32.popcnt', wasm.op('i32x4.bitmask', inside));
  return {
    start: [wasm.set(COUNT, wasm.i32(0))],
    group: [wasm.set(COUNT, wasm.op('i32.add', wasm.get(COUNT), count))],
    end: [addToTally(0, wasm.op('f64.convert_i32_u', wasm.get(COUNT)))],
  };
}
