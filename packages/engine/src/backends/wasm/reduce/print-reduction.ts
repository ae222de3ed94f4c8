/**
 * Prints how records become tallies as WebAssembly functions: one for all measures that differ only in the record that
 * they look at and in their place in the tally, which stand in a list in memory.
 */

import { type Measure, recordOf, tallyOffsets } from '../../../measures/reduce/measure.js';
import { type Code, type ValueType, type WasmFunction, wasm } from '../assembler/code.js';
import { namedLocals, vectorLocals } from '../assembler/locals.js';
import { AT, BITS, COUNT, HIGH, LOW, type Reading, type Scope, TALLY } from './contract.js';
import { readDistribution } from './distribution.js';
import { readPassage } from './passage.js';
import { readProfiles } from './profiles.js';
import { readRegion } from './region.js';
import { readTotal } from './total.js';

/** Measures that one function reads. */
export interface Reduction {
  /** The function's name in the module. */
  readonly name: string;
  /** What it reads; the record is that of the places. */
  readonly measure: Measure;
  /** Index of the record and of the first number in the tally, for each measure. */
  readonly places: readonly { readonly record: number; readonly offset: number }[];
}

/** The reductions of a list of measures, in the order of their first ones. */
export function reductionsOf(measures: readonly Measure[], lastRecord: number): Reduction[] {
  const offsets = tallyOffsets(measures);
  const groups = new Map<string, { measure: Measure; places: { record: number; offset: number }[] }>();
  for (const [i, measure] of measures.entries()) {
    const key = JSON.stringify({ ...measure, record: undefined });
    const group = groups.get(key) ?? { measure, places: [] };
    groups.set(key, group);
    group.places.push({ record: recordOf(measure, lastRecord), offset: offsets[i] });
  }
  return [...groups.values()].map((group, i) => ({ name: `reduce${i}`, ...group }));
}

/** Parameters of a reduction, all i32: addresses are in bytes. */
const REDUCTION_PARAMETERS = [
  /** The records: [record][group of four paths][register][lane], f32. */
  'records',
  /** Bytes from one record to the next. */
  'span',
  /** Groups to read, at least 1. */
  'groups',
  /** The tally, f64. */
  'tallies',
  /** For each of the places: the record's index and the index in the tally, i32. */
  'list',
  'places',
] as const;

const COUNTERS = ['from', 'left', TALLY, COUNT, LOW, HIGH, BITS, AT] as const;

/** @param registers numbers of a path in a record */
export function printReduction({ name, measure }: Reduction, registers: number): WasmFunction {
  const locals = vectorLocals();
  const scope: Scope = {
    // names of their own, so that they meet none of the numbers
    locals: namedLocals(locals, 'v.'),
    register: (index) => ({ kind: 'load vector', offset: 16 * index, address: wasm.get('from') }),
  };
  const { start, group, end } = reading(measure, scope);
  const entry = (offset: number): Code => wasm.op('i32.load', wasm.op('i32.add', wasm.get('list'), wasm.i32(offset)));
  const sum = (a: Code, b: Code): Code => wasm.op('i32.add', a, b);
  const i32 = (local: string) => ({ name: local, type: 'i32' as ValueType });
  const body: Code[] = [
    wasm.set('from', sum(wasm.get('records'), wasm.op('i32.mul', entry(0), wasm.get('span')))),
    wasm.set(TALLY, sum(wasm.get('tallies'), wasm.op('i32.shl', entry(4), wasm.i32(3)))),
    wasm.set('left', wasm.get('groups')),
    ...start,
    {
      kind: 'loop',
      label: 'group',
      body: [...group, wasm.increase('from', 16 * registers), ...wasm.countdown('left', 'group')],
    },
    ...end,
    wasm.increase('list', 8),
    ...wasm.countdown('places', 'place'),
  ];
  return {
    name,
    parameters: REDUCTION_PARAMETERS.map(i32),
    locals: [...COUNTERS.map(i32), ...locals.declared()],
    body: [{ kind: 'loop', label: 'place', body }],
  };
}

function reading(measure: Measure, scope: Scope): Reading {
  switch (measure.kind) {
    case 'region':
      return readRegion(measure.region, scope);
    case 'profiles':
      return readProfiles(measure, scope);
    case 'distribution':
      return readDistribution(measure, scope);
    case 'passage':
      return readPassage(measure, scope);
    case 'total':
      return readTotal(measure.register, scope);
  }
}
