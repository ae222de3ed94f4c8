/** Power sums and histogram of an observable, two lanes of doubles at a time. */

import { type DistributionMeasure, type Observable, UNITS } from '../../../measures/reduce/distribution.js';
import { type Code, wasm } from '../assembler/code.js';
import { BITS, HIGH, LOW, type Reading, type Scope } from './contract.js';
import { doubles, type Half, shareDoubles } from './share.js';
import { addToTally, bothLanes, countLanes } from './tally.js';

export function readDistribution(measure: DistributionMeasure, scope: Scope): Reading {
  const { powers, bins } = measure;
  const { set, get } = scope.locals;
  const sums = Array.from({ length: powers }, (_, k) => `sum${k + 1}`);
  const half = (which: Half): Code[] => [
    set('value', wasm.op('f64x2.pmin', wasm.op('f64x2.pmax', observe(measure.of, scope, which), zero), one)),
    set('square', wasm.op('f64x2.mul', get('value'), get('value'))),
    ...sums.map((name, k) => set(name, wasm.op('f64x2.add', get(name), rounded(power(k + 1, get))))),
    ...(bins > 0 ? [set(`bin${which}`, truncated(get('value'), bins))] : []),
  ];
  const histogram = bins > 0 ? readHistogram(bins, powers, scope) : nothing;
  return {
    start: [...sums.map((name) => set(name, zero)), ...histogram.start],
    group: [...half(0), ...half(1), ...histogram.group],
    end: [...sums.map((name, k) => addToTally(k, bothLanes(get(name)))), ...histogram.end],
  };
}

const nothing: Reading = { start: [], group: [], end: [] };

/**
 * Counts the bins in locals `bin0` and `bin1`. Paths gather in the first bin and in the last, where each addition in memory
 * would wait for the one before it, so these two are counted in locals.
 */
function readHistogram(bins: number, first: number, { locals: { set, get } }: Scope): Reading {
  const joined: Code = { kind: 'shuffle', lanes: [0, 1, 4, 5], a: get('bin0'), b: get('bin1') };
  const isBin = (bin: number) => wasm.op('i32x4.eq', get('bins'), wasm.ints(bin));
  const ends = [
    { count: LOW, bin: 0, mask: 'isFirst' },
    // one bin is the first and the last: counted once
    ...(bins > 1 ? [{ count: HIGH, bin: bins - 1, mask: 'isLast' }] : []),
  ];
  const rest = ends.reduce((all, { mask }) => wasm.op('v128.andnot', all, get(mask)), wasm.ints(-1));
  const more = ({ count, mask }: (typeof ends)[number]) =>
    wasm.set(count, wasm.op('i32.add', wasm.get(count), wasm.op('i32.popcnt', wasm.op('i32x4.bitmask', get(mask)))));
  return {
    start: ends.map(({ count }) => wasm.set(count, wasm.i32(0))),
    group: [
      set('bins', wasm.op('i32x4.min_s', joined, wasm.ints(bins - 1))),
      ...ends.map(({ bin, mask }) => set(mask, isBin(bin))),
      ...ends.map(more),
      wasm.set(BITS, wasm.op('i32x4.bitmask', rest)),
      { kind: 'if', condition: wasm.get(BITS), body: countLanes(get('bins'), first) },
    ],
    end: ends.map(({ count, bin }) => addToTally(first + bin, wasm.op('f64.convert_i32_u', wasm.get(count)))),
  };
}

const zero = wasm.doubles(0);
const one = wasm.doubles(1);

/** A power of local `value`, multiplied as the counting in JavaScript does. */
function power(exponent: number, get: (name: string) => Code): Code {
  switch (exponent) {
    case 1:
      return get('value');
    case 2:
      return get('square');
    case 3:
      return wasm.op('f64x2.mul', get('square'), get('value'));
    default:
      return wasm.op('f64x2.mul', get('square'), get('square'));
  }
}

/** A whole number of units. */
function rounded(value: Code): Code {
  const units = wasm.op('f64x2.mul', value, wasm.doubles(UNITS));
  return wasm.op('f64x2.floor', wasm.op('f64x2.add', units, wasm.doubles(0.5)));
}

function truncated(value: Code, bins: number): Code {
  return wasm.op('i32x4.trunc_sat_f64x2_s_zero', wasm.op('f64x2.mul', value, wasm.doubles(bins)));
}

function observe(observable: Observable, scope: Scope, half: Half): Code {
  if (observable.kind === 'share') return shareDoubles(scope, observable.share, half);
  const { a, b, register, steps } = observable;
  const difference = wasm.op('f64x2.sub', shareDoubles(scope, a, half), shareDoubles(scope, b, half));
  const end = wasm.op('f64x2.div', wasm.op('f64x2.abs', difference), wasm.doubles(2));
  const sum = doubles(scope.register(register), half);
  return wasm.op('f64x2.div', wasm.op('f64x2.sub', sum, end), wasm.doubles(steps));
}
