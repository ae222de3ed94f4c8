/** Sums and histogram of the steps of entry, of the lanes that entered. */

import { PART, type PassageMeasure, SUMS } from '../../../measures/reduce/passage.js';
import { type Code, wasm } from '../assembler/code.js';
import { BITS, COUNT, type Reading, type Scope } from './contract.js';
import { doubles } from './share.js';
import { addToTally, bothLanes, countLanes } from './tally.js';

const SUM_NAMES = ['steps', 'low', 'high'] as const;

export function readPassage(measure: PassageMeasure, scope: Scope): Reading {
  const { set, get } = scope.locals;
  const add = (name: string, value: Code) => set(name, wasm.op('f64x2.add', get(name), value));
  const halves = ([0, 1] as const).flatMap((half) => [
    set('step', doubles(get('entry'), half)),
    set('square', wasm.op('f64x2.mul', get('step'), get('step'))),
    set('part', wasm.op('f64x2.floor', wasm.op('f64x2.div', get('square'), wasm.doubles(PART)))),
    add('steps', get('step')),
    add('high', get('part')),
    add('low', wasm.op('f64x2.sub', get('square'), wasm.op('f64x2.mul', get('part'), wasm.doubles(PART)))),
    ...(measure.bins > 0 ? [set(`bin${half}`, binOf(get('step'), measure))] : []),
  ]);
  const bins: Code = { kind: 'shuffle', lanes: [0, 1, 4, 5], a: get('bin0'), b: get('bin1') };
  return {
    start: [wasm.set(COUNT, wasm.i32(0)), ...SUM_NAMES.map((name) => set(name, wasm.doubles(0)))],
    group: [
      set('entry', scope.register(measure.register)),
      set('entered', wasm.op('f32x4.ge', get('entry'), wasm.floats(0))),
      wasm.set(BITS, wasm.op('i32x4.bitmask', get('entered'))),
      wasm.set(COUNT, wasm.op('i32.add', wasm.get(COUNT), wasm.op('i32.popcnt', wasm.get(BITS)))),
      // others add 0 to every sum
      set('entry', wasm.and(get('entry'), get('entered'))),
      ...halves,
      ...(measure.bins > 0 ? [set('bins', bins), ...countLanes(get('bins'), SUMS)] : []),
    ],
    end: [
      addToTally(0, wasm.op('f64.convert_i32_u', wasm.get(COUNT))),
      ...SUM_NAMES.map((name, i) => addToTally(1 + i, bothLanes(get(name)))),
    ],
  };
}

function binOf(step: Code, measure: PassageMeasure): Code {
  const part = wasm.op('f64x2.div', step, wasm.doubles(measure.steps));
  const bin = wasm.op('i32x4.trunc_sat_f64x2_s_zero', wasm.op('f64x2.mul', part, wasm.doubles(measure.bins)));
  return wasm.op('i32x4.min_s', bin, wasm.ints(measure.bins - 1));
}
