/** Counts paths by the profile that they are near: each lane's profile as a number, then a count for each lane. */
import { shareOf } from '../../../measures/observe/share.js';
import type { ProfilesMeasure } from '../../../measures/reduce/profiles.js';
import { type Code, wasm } from '../assembler/code.js';
import { BITS, type Reading, type Scope } from './contract.js';
import { nearMask } from './share.js';
import { countLanes } from './tally.js';

export function readProfiles(measure: ProfilesMeasure, scope: Scope): Reading {
  const { set, get } = scope.locals;
  const group: Code[] = [set('index', wasm.ints(0)), set('decided', wasm.ints(-1))];
  for (const [player, count] of measure.strategies.entries()) {
    group.push(set('index', wasm.op('i32x4.mul', get('index'), wasm.ints(count))), set('any', wasm.ints(0)));
    for (let s = 0; s < count; s++) {
      // the first strategy that is near counts
      const first = wasm.op('v128.andnot', nearMask(scope, shareOf(measure, player, s), measure.delta), get('any'));
      group.push(
        set('near', first),
        set('any', wasm.or(get('any'), get('near'))),
        set('index', wasm.addInts(get('index'), wasm.and(get('near'), wasm.ints(s)))),
      );
    }
    group.push(set('decided', wasm.and(get('decided'), get('any'))));
  }
  group.push(wasm.set(BITS, wasm.op('i32x4.bitmask', get('decided'))), ...countLanes(get('index'), 0));
  return { start: [], group, end: [] };
}
