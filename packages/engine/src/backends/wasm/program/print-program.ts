/**
 * Prints a step program as a WebAssembly function: four paths in a vector, and a few such groups side by side.
 *
 * The groups' words and registers stand in memory, in slots that stay in the first-level cache, and short loops go over
 * them: first the random words of every group, then the steps one by one. A step is a chain of operations that wait for each
 * other; with the groups in turn the processor fills the waits of one with the next, while only one group's numbers
 * compete for the processor's registers. A countdown to the next record ends the steps. The function `run` takes
 * addresses and numbers (see PARAMETERS).
 */

import { batchOf, bitOf, type IncrementLayout } from '../../../program/increments.js';
import { invariants, type Program } from '../../../program/program.js';
import { batchesToClear, TINY } from '../../../program/tiny.js';
import { type Code, type ValueType, type WasmFunction, wasm } from '../assembler/code.js';
import { type Locals, vectorLocals } from '../assembler/locals.js';
import { type IncrementSource, type NodePrinter, nodePrinter, noIncrement } from './nodes.js';
import { GROUPS, type Slots, slotsOf } from './slots.js';
import { drawWords, enterPaths } from './words.js';

/** Parameters of `run`, all i32: addresses are in bytes; vectors are 16-byte aligned. */
export const PARAMETERS = [
  /** The cell's coefficients, f32. */
  'coefficients',
  /** The cell's start registers, f32. */
  'start',
  /** Room for the slots of all groups. */
  'slots',
  /** Where records go: [record][group of four paths][register][lane], f32. */
  'out',
  /** Bytes from one record to the next. */
  'span',
  /** Steps from one record to the next, i32, and one more number that is not used. */
  'gaps',
  'records',
  /** How many times GROUPS groups, at least 1. */
  'rounds',
  'pathLo',
  'pathHi',
  'cell',
  'keyLo',
  'keyHi',
] as const;

const COUNTERS = ['slot', 'end', 'block', 'word', 'steps', 'clear', 'gap', 'until', 'left', 'record', 'to'] as const;

interface Printer {
  readonly program: Program;
  readonly layout: IncrementLayout;
  readonly slots: Slots;
  readonly locals: Locals;
  readonly nodes: NodePrinter;
  /** Nodes that are computed in each step. */
  readonly changing: readonly number[];
}

export function printWasm(program: Program, layout: IncrementLayout): WasmFunction {
  const locals = vectorLocals();
  const fixed = invariants(program);
  const nodes = nodePrinter(program, locals, fixed);
  const slots = slotsOf(program, layout);
  const all = [...program.nodes.keys()];
  const print: Printer = { program, layout, slots, locals, nodes, changing: all.filter((node) => !fixed[node]) };
  const i32 = (name: string) => ({ name, type: 'i32' as ValueType });
  const body: Code[] = [
    ...all.filter((node) => fixed[node]).flatMap((node) => nodes.define(node, noIncrement)),
    wasm.set('end', wasm.op('i32.add', wasm.get('slots'), wasm.i32(GROUPS * slots.bytes))),
    ...pathNumbers(print),
    { kind: 'loop', label: 'round', body: round(print) },
  ];
  return {
    name: 'run',
    parameters: PARAMETERS.map(i32),
    locals: [...COUNTERS.map(i32), ...locals.declared()],
    body,
  };
}

function pathNumbers({ slots, locals }: Printer): Code[] {
  const first = wasm.op('i32x4.splat', wasm.get('pathLo'));
  return [
    locals.set('path', wasm.addInts(first, { kind: 'i32x4', lanes: [0, 1, 2, 3] })),
    ...slots.each([...enterPaths(slots, locals), locals.set('path', wasm.addInts(locals.get('path'), wasm.ints(4)))]),
  ];
}

/** All steps of the groups side by side, and on to the next. */
function round({ slots, ...print }: Printer): Code[] {
  const start = print.program.registers.map((_, r) =>
    slots.store(slots.registers + 16 * r, { kind: 'load splat', offset: 4 * r, address: wasm.get('start') }),
  );
  return [
    ...slots.each(start),
    wasm.set('block', wasm.i32(0)),
    wasm.set('clear', wasm.i32(1)),
    wasm.set('record', wasm.get('out')),
    wasm.set('gap', wasm.get('gaps')),
    wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
    wasm.set('left', wasm.get('records')),
    {
      kind: 'block',
      label: 'paths',
      body: [{ kind: 'loop', label: 'batch', body: batch({ slots, ...print }) }],
    },
    ...slots.each([
      print.locals.set('path', wasm.addInts(slots.load(slots.path), wasm.ints(4 * GROUPS))),
      ...enterPaths(slots, print.locals),
    ]),
    wasm.increase('out', GROUPS * 16 * print.program.registers.length),
    ...wasm.countdown('rounds', 'round'),
  ];
}

/** The steps that use whole Philox blocks, again and again until the last record. */
function batch(print: Printer): Code[] {
  const { layout, slots, locals } = print;
  const { steps, blocks } = batchOf(layout);
  const again: Code = { kind: 'br', label: 'batch' };
  if (blocks === 0) return [...clear(print), ...repeat(steps, step(print)), again];
  const nextWord = (words: number, label: string): Code[] => [
    wasm.increase('word', 16 * words),
    { kind: 'br_if', label, condition: wasm.op('i32.lt_u', wasm.get('word'), wasm.i32(64 * blocks)) },
  ];
  const allSteps: Code =
    layout.stepsPerWord === 1
      ? { kind: 'loop', label: 'step', body: [...step(print), ...nextWord(layout.wordsPerStep, 'step')] }
      : { kind: 'loop', label: 'word', body: [...repeat(layout.stepsPerWord, step(print)), ...nextWord(1, 'word')] };
  return [...clear(print), ...drawWords(layout, slots, locals, blocks), wasm.set('word', wasm.i32(0)), allSteps, again];
}

/** The same step so many times. */
function repeat(steps: number, code: readonly Code[]): Code[] {
  return [
    wasm.set('steps', wasm.i32(steps)),
    { kind: 'loop', label: 'step', body: [...code, ...wasm.countdown('steps', 'step')] },
  ];
}

/** Sets tiny registers to 0, now and then (see `tiny.ts`). */
function clear({ program, layout, slots, locals }: Printer): Code[] {
  const size = wasm.and(locals.get('value'), wasm.ints(0x7fffffff));
  const code = program.registers.flatMap((_, r) => [
    locals.set('value', slots.load(slots.registers + 16 * r)),
    slots.store(slots.registers + 16 * r, wasm.and(locals.get('value'), wasm.op('f32x4.lt', wasm.floats(TINY), size))),
  ]);
  return [
    wasm.increase('clear', -1),
    {
      kind: 'if',
      condition: wasm.op('i32.eqz', wasm.get('clear')),
      body: [...slots.each(code), wasm.set('clear', wasm.i32(batchesToClear(layout)))],
    },
  ];
}

/** One step of every group, and a record where it is time. */
function step(print: Printer): Code[] {
  const { program, layout, slots, locals, nodes, changing } = print;
  const address = wasm.op('i32.add', wasm.get('slot'), wasm.get('word'));
  const words = Array.from({ length: layout.wordsPerStep }, (_, w) =>
    locals.set(`w${w}`, slots.load(slots.words + 16 * w, address)),
  );
  const source: IncrementSource = {
    normal: (channel) => locals.get(`w${channel}`),
    bits(channel) {
      const { word, bit } = bitOf(layout, 0, channel);
      return wasm.shl(locals.get(`w${word}`), bit);
    },
  };
  // where a word serves several steps, the bits of the next move to its top
  const bits = layout.bits * layout.channels;
  const shifted =
    layout.stepsPerWord === 1 ? [] : [slots.store(slots.words, wasm.shl(locals.get('w0'), bits), address)];
  return [
    ...slots.each([
      ...words,
      ...program.registers.map((_, r) => locals.set(`r${r}`, slots.load(slots.registers + 16 * r))),
      ...changing.flatMap((node) => nodes.define(node, source)),
      ...program.results.map((node, r) => slots.store(slots.registers + 16 * r, nodes.value(node, source))),
      ...shifted,
    ]),
    wasm.increase('until', -1),
    { kind: 'if', condition: wasm.op('i32.eqz', wasm.get('until')), body: record(print) },
  ];
}

/** Copies the registers of every group to its records, and leaves after the last record. */
function record({ program, slots }: Printer): Code[] {
  const copies = program.registers.map((_, r) =>
    slots.store(16 * r, slots.load(slots.registers + 16 * r), wasm.get('to')),
  );
  return [
    wasm.set('to', wasm.get('record')),
    ...slots.each([...copies, wasm.increase('to', 16 * program.registers.length)]),
    wasm.set('record', wasm.op('i32.add', wasm.get('record'), wasm.get('span'))),
    wasm.increase('gap', 4),
    wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
    wasm.increase('left', -1),
    { kind: 'br_if', label: 'paths', condition: wasm.op('i32.eqz', wasm.get('left')) },
  ];
}
