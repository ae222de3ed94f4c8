/**
 * Prints a step program as a WebAssembly module: four paths at once, all their steps in registers, states written to
 * memory at the recorded steps.
 *
 * A step is a chain of operations that wait for each other, so a small program runs two groups of four paths together,
 * which do not depend on each other and fill the processor better. Steps are unrolled over the words of a Philox block, and a countdown to
 * the next record ends them. The function `run` takes addresses and numbers (see PARAMETERS).
 */
import { type Code, type ValueType, type WasmModule, wasm } from '../wasm/code.js';
import { type Locals, namedLocals, vectorLocals } from '../wasm/locals.js';
import { normalPairCode } from '../wasm/normal.js';
import { philoxBlock } from '../wasm/philox.js';
import { batchOf, bitOf, type IncrementLayout, wordOfStep } from './increments.js';
import { invariants, type Program } from './program.js';
import { type IncrementSource, type NodePrinter, nodePrinter, noIncrement } from './wasm-nodes.js';

/** Programs with more nodes than this need all registers of the processor for one group. */
const SMALL_PROGRAM = 100;

/** The most groups of four paths that run together. */
export const MOST_GROUPS = 2;

/** How many groups of four paths run together in the module of a program. */
export function groupsTogether(program: Program): number {
  return program.nodes.length <= SMALL_PROGRAM ? MOST_GROUPS : 1;
}

/** Parameters of `run`, all i32: addresses are in bytes; vectors are 16-byte aligned. */
export const PARAMETERS = [
  /** The cell's coefficients, f32. */
  'coefficients',
  /** The cell's start registers, f32. */
  'start',
  /** Where records go: [group of four paths][record][register][lane], f32. */
  'out',
  /** Bytes of one group's records. */
  'span',
  /** Steps from one record to the next, i32, and one more number that is not used. */
  'gaps',
  'records',
  /** How many times the groups that run together, at least 1. */
  'rounds',
  'pathLo',
  'pathHi',
  'cell',
  'keyLo',
  'keyHi',
] as const;

const COUNTERS = ['block', 'words', 'gap', 'until', 'left'] as const;

/** One of the groups that run together. */
interface Group {
  readonly locals: Locals;
  readonly nodes: NodePrinter;
  /** Local that holds the address of the group's next record. */
  readonly out: string;
}

export function printWasm(program: Program, layout: IncrementLayout): WasmModule {
  const all = vectorLocals();
  const fixed = invariants(program);
  const groups = Array.from({ length: groupsTogether(program) }, (_, g): Group => {
    const locals = namedLocals(all, `g${g}.`);
    return { locals, nodes: nodePrinter(program, all, locals, fixed), out: `out${g}` };
  });
  const changing = [...program.nodes.keys()].filter((node) => !fixed[node]);
  const steady = [...program.nodes.keys()].filter((node) => fixed[node]);
  const print: Printer = { program, layout, groups, changing };

  const i32 = (name: string) => ({ name, type: 'i32' as ValueType });
  const body = [
    ...steady.flatMap((node) => groups[0].nodes.define(node, noIncrement)),
    ...groups.map(({ locals }, g) =>
      locals.set('path', wasm.addInts(splat('pathLo'), { kind: 'i32x4', lanes: lanes(4 * g) })),
    ),
    wasm.set(groups[0].out, wasm.get('out')),
    { kind: 'loop', label: 'round', body: round(print) } as const,
  ];
  return {
    function: {
      name: 'run',
      parameters: PARAMETERS.map(i32),
      locals: [...COUNTERS.map(i32), ...groups.map((group) => i32(group.out)), ...all.declared()],
      body,
    },
  };
}

interface Printer {
  readonly program: Program;
  readonly layout: IncrementLayout;
  readonly groups: readonly Group[];
  /** Nodes that are computed in each step. */
  readonly changing: readonly number[];
}

const lanes = (first: number) => [first, first + 1, first + 2, first + 3] as const;
const splat = (name: string): Code => wasm.op('i32x4.splat', wasm.get(name));
const increase = (name: string, by: number): Code => wasm.set(name, wasm.op('i32.add', wasm.get(name), wasm.i32(by)));

/** All steps of the groups that run together, and on to the next. */
function round(print: Printer): Code[] {
  const { program, groups } = print;
  const [first, ...others] = groups;
  return [
    // a group's records lie behind those of the group before it
    ...others.map((group, g) => wasm.set(group.out, wasm.op('i32.add', wasm.get(groups[g].out), wasm.get('span')))),
    ...groups.flatMap(({ locals }) =>
      program.registers.map((_, r) =>
        locals.set(`r${r}`, { kind: 'load splat', offset: 4 * r, address: wasm.get('start') }),
      ),
    ),
    wasm.set('block', wasm.i32(0)),
    wasm.set('gap', wasm.get('gaps')),
    wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
    wasm.set('left', wasm.get('records')),
    { kind: 'block', label: 'paths', body: [{ kind: 'loop', label: 'batch', body: batch(print) }] },
    ...groups.map(({ locals }) => locals.set('path', wasm.addInts(locals.get('path'), wasm.ints(4 * groups.length)))),
    wasm.set(first.out, wasm.get(groups[groups.length - 1].out)),
    increase('rounds', -1),
    { kind: 'br_if', label: 'round', condition: wasm.get('rounds') },
  ];
}

/** The steps that use whole Philox blocks, again and again until the last record. */
function batch(print: Printer): Code[] {
  const { layout, groups } = print;
  const { steps, blocks } = batchOf(layout);
  const next: Code[] = [increase('block', blocks), { kind: 'br', label: 'batch' }];
  const words = Array.from({ length: blocks }, (_, b) => groups.flatMap((group) => wordsOf(group, b))).flat();
  if (layout.stepsPerWord === 1) return [...words, ...stepRange(print, steps), ...next];
  // one word after the other moves to the first place, so that the code is that of one word
  return [
    ...words,
    wasm.set('words', wasm.i32(4)),
    {
      kind: 'loop',
      label: 'word',
      body: [
        ...stepRange(print, layout.stepsPerWord),
        ...groups.flatMap(({ locals }) => [0, 1, 2].map((w) => locals.set(`w${w}`, locals.get(`w${w + 1}`)))),
        increase('words', -1),
        { kind: 'br_if', label: 'word', condition: wasm.get('words') },
      ],
    },
    ...next,
  ];
}

/** Leaves the four words of a block in locals `w`. */
function wordsOf({ locals }: Group, block: number): Code[] {
  const counter = wasm.op('i32x4.splat', wasm.op('i32.add', wasm.get('block'), wasm.i32(block)));
  const [a, b, c, d] = lanes(4 * block);
  return philoxBlock(
    locals,
    [counter, locals.get('path'), splat('pathHi'), splat('cell')],
    { lo: 'keyLo', hi: 'keyHi' },
    [`w${a}`, `w${b}`, `w${c}`, `w${d}`],
  );
}

function stepRange(print: Printer, steps: number): Code[] {
  return Array.from({ length: steps }, (_, s) => [
    ...print.groups.flatMap((group) => oneStep(print, group, s)),
    ...countStep(print),
  ]).flat();
}

/** Code of step `s` of a batch: increments, changing nodes, then all registers at once. */
function oneStep({ program, layout, changing }: Printer, { locals, nodes }: Group, s: number): Code[] {
  const code: Code[] = [];
  const first = wordOfStep(layout, s);
  if (layout.kind === 'gaussian') {
    for (let pair = 0; 2 * pair < layout.channels; pair++) {
      const [a, b] = [locals.get(`w${first + 2 * pair}`), locals.get(`w${first + 2 * pair + 1}`)];
      code.push(...normalPairCode(locals, a, b, `z${2 * pair}`, `z${2 * pair + 1}`));
    }
  }
  const source: IncrementSource = {
    normal: (channel) => locals.get(`z${channel}`),
    bits(channel) {
      const { word, bit } = bitOf(layout, s, channel);
      return wasm.shl(locals.get(`w${first + word}`), bit);
    },
  };
  const results = program.results.map((node, r) => locals.set(`next${r}`, nodes.value(node, source)));
  const moved = program.results.map((_, r) => locals.set(`r${r}`, locals.get(`next${r}`)));
  return [...code, ...changing.flatMap((node) => nodes.define(node, source)), ...results, ...moved];
}

/** Counts down to the next record; there, stores the registers, and leaves after the last one. */
function countStep({ program, groups }: Printer): Code[] {
  const stores = groups.flatMap(({ locals, out }) =>
    program.registers.map(
      (_, r): Code => ({ kind: 'store vector', offset: 16 * r, address: wasm.get(out), value: locals.get(`r${r}`) }),
    ),
  );
  return [
    increase('until', -1),
    {
      kind: 'if',
      condition: wasm.op('i32.eqz', wasm.get('until')),
      body: [
        ...stores,
        ...groups.map(({ out }) => increase(out, 16 * program.registers.length)),
        increase('gap', 4),
        wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
        increase('left', -1),
        { kind: 'br_if', label: 'paths', condition: wasm.op('i32.eqz', wasm.get('left')) },
      ],
    },
  ];
}
