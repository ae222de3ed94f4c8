/**
 * Prints a step program as a WebAssembly module: four paths at once, all their steps in registers, states written to
 * memory at the recorded steps.
 *
 * The function `run` takes addresses and numbers (see PARAMETERS) and writes, for each four paths and each record,
 * every register's four lanes. Steps are unrolled over whole Philox blocks; a countdown to the next record ends them.
 */
import { type Code, type ValueType, type WasmModule, wasm } from '../wasm/code.js';
import { expCode } from '../wasm/exponential.js';
import { type Locals, vectorLocals } from '../wasm/locals.js';
import { normalPairCode, unit } from '../wasm/normal.js';
import { philoxBlock } from '../wasm/philox.js';
import { LARGE, SMALL } from './four-point.js';
import { batchOf, bitOf, type IncrementLayout, wordOfStep } from './increments.js';
import { invariants, type Node, type Program } from './program.js';

/** Parameters of `run`, all i32: addresses are in bytes; vectors are 16-byte aligned. */
export const PARAMETERS = [
  /** The cell's coefficients, f32. */
  'coefficients',
  /** The cell's start registers, f32. */
  'start',
  /** Where records go: [four paths][record][register][lane], f32. */
  'out',
  /** Steps from one record to the next, i32, and one more number that is not used. */
  'gaps',
  'records',
  /** Number of groups of four paths, at least 1. */
  'groups',
  'pathLo',
  'pathHi',
  'cell',
  'keyLo',
  'keyHi',
] as const;

const COUNTERS = ['block', 'gap', 'until', 'left'] as const;

export function printWasm(program: Program, layout: IncrementLayout): WasmModule {
  const locals = vectorLocals();
  const fixed = invariants(program);
  const batch = batchOf(layout);
  const inlined = singleUse(program, fixed);
  const nodes = nodePrinter(program, locals, inlined);

  const before: Code[] = [];
  for (const [i, node] of program.nodes.entries()) {
    if (fixed[i] && node.op !== 'constant') before.push(...nodes.define(i, noIncrement));
  }
  before.push(locals.set('path', wasm.addInts(splat('pathLo'), { kind: 'i32x4', lanes: [0, 1, 2, 3] })));

  const steps: Code[] = [];
  for (let b = 0; b < batch.blocks; b++) {
    steps.push(
      ...philoxBlock(
        locals,
        [
          wasm.op('i32x4.splat', wasm.op('i32.add', wasm.get('block'), wasm.i32(b))),
          locals.get('path'),
          splat('pathHi'),
          splat('cell'),
        ],
        { lo: 'keyLo', hi: 'keyHi' },
        [`w${4 * b}`, `w${4 * b + 1}`, `w${4 * b + 2}`, `w${4 * b + 3}`],
      ),
    );
  }
  for (let s = 0; s < batch.steps; s++) {
    steps.push(...oneStep(program, layout, locals, nodes, inlined, fixed, s), ...countStep(program, locals));
  }
  steps.push(increase('block', batch.blocks), { kind: 'br', label: 'batch' });

  const group: Code[] = [
    ...program.registers.map((_, r) =>
      locals.set(`r${r}`, { kind: 'load splat', offset: 4 * r, address: wasm.get('start') }),
    ),
    wasm.set('block', wasm.i32(0)),
    wasm.set('gap', wasm.get('gaps')),
    wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
    wasm.set('left', wasm.get('records')),
    { kind: 'block', label: 'paths', body: [{ kind: 'loop', label: 'batch', body: steps }] },
    locals.set('path', wasm.addInts(locals.get('path'), wasm.ints(4))),
    increase('groups', -1),
    { kind: 'br_if', label: 'group', condition: wasm.get('groups') },
  ];
  const i32 = (name: string) => ({ name, type: 'i32' as ValueType });
  return {
    function: {
      name: 'run',
      parameters: PARAMETERS.map(i32),
      locals: [...COUNTERS.map(i32), ...locals.declared()],
      body: [...before, { kind: 'loop', label: 'group', body: group }],
    },
  };
}

const splat = (name: string): Code => wasm.op('i32x4.splat', wasm.get(name));
const increase = (name: string, by: number): Code => wasm.set(name, wasm.op('i32.add', wasm.get(name), wasm.i32(by)));

/** Where a channel's increment of a step stands. */
interface IncrementSource {
  normal(channel: number): Code;
  /** The word with the channel's bits at the top. */
  bits(channel: number): Code;
}

const noIncrement: IncrementSource = {
  normal: () => {
    throw new Error('bug: an invariant node asks for a normal increment');
  },
  bits: () => {
    throw new Error('bug: an invariant node asks for random bits');
  },
};

/** Code of step `s` of a batch: increments, changing nodes, then all registers at once. */
function oneStep(
  program: Program,
  layout: IncrementLayout,
  locals: Locals,
  nodes: NodePrinter,
  inlined: readonly boolean[],
  fixed: readonly boolean[],
  s: number,
): Code[] {
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
  for (const [i] of program.nodes.entries()) {
    if (!fixed[i] && !inlined[i]) code.push(...nodes.define(i, source));
  }
  const results = program.results.map((node, r) => locals.set(`next${r}`, nodes.value(node, source)));
  return [...code, ...results, ...program.results.map((_, r) => locals.set(`r${r}`, locals.get(`next${r}`)))];
}

/** Counts down to the next record; there, stores the registers, and leaves after the last one. */
function countStep(program: Program, locals: Locals): Code[] {
  const stores = program.registers.map(
    (_, r): Code => ({ kind: 'store vector', offset: 16 * r, address: wasm.get('out'), value: locals.get(`r${r}`) }),
  );
  return [
    increase('until', -1),
    {
      kind: 'if',
      condition: wasm.op('i32.eqz', wasm.get('until')),
      body: [
        ...stores,
        increase('out', 16 * program.registers.length),
        increase('gap', 4),
        wasm.set('until', wasm.op('i32.load', wasm.get('gap'))),
        increase('left', -1),
        { kind: 'br_if', label: 'paths', condition: wasm.op('i32.eqz', wasm.get('left')) },
      ],
    },
  ];
}

interface NodePrinter {
  /** Code that leaves the node's value in its local. */
  define(node: number, source: IncrementSource): Code[];
  /** A reference to the node's value: its local, or its instruction where it is used once. */
  value(node: number, source: IncrementSource): Code;
}

const instructions = {
  add: 'f32x4.add',
  sub: 'f32x4.sub',
  mul: 'f32x4.mul',
  div: 'f32x4.div',
} as const;

function nodePrinter(program: Program, locals: Locals, inlined: readonly boolean[]): NodePrinter {
  const value = (i: number, source: IncrementSource): Code => {
    const node = program.nodes[i];
    if (node.op === 'constant') return wasm.floats(node.value);
    if (node.op === 'register') return locals.get(`r${node.index}`);
    return inlined[i] ? print(i, source) : locals.get(`n${i}`);
  };
  const one = (mask: Code): Code => wasm.and(mask, wasm.floats(1));
  const print = (i: number, source: IncrementSource): Code => {
    const node: Node = program.nodes[i];
    const of = (operand: number) => value(operand, source);
    switch (node.op) {
      case 'constant':
      case 'register':
        return value(i, source);
      case 'coefficient':
        return { kind: 'load splat', offset: 4 * node.index, address: wasm.get('coefficients') };
      case 'normal':
        return source.normal(node.channel);
      case 'flip':
        return wasm.xor(of(node.a), wasm.and(source.bits(node.channel), wasm.ints(0x80000000)));
      case 'magnitude': {
        const rare = wasm.op('i32x4.eq', wasm.and(source.bits(node.channel), wasm.ints(0x60000000)), wasm.ints(0));
        return wasm.choose(rare, wasm.floats(LARGE), wasm.floats(SMALL));
      }
      case 'uniform':
        return unit(source.bits(node.channel));
      case 'exp':
        throw new Error('bug: an exponential is more than one instruction');
      case 'sqrt':
        return wasm.op('f32x4.sqrt', of(node.a));
      // pmin(a, b) is b < a ? b : a, and pmax the same the other way: one instruction, and no NaN occurs
      case 'min':
        return wasm.op('f32x4.pmin', of(node.a), of(node.b));
      case 'max':
        return wasm.op('f32x4.pmax', of(node.a), of(node.b));
      case 'less':
        return one(wasm.op('f32x4.lt', of(node.a), of(node.b)));
      case 'differs':
        return one(wasm.op('f32x4.ne', of(node.a), of(node.b)));
      case 'select':
        return wasm.choose(wasm.op('f32x4.eq', of(node.condition), wasm.floats(1)), of(node.a), of(node.b));
      default:
        return wasm.op(instructions[node.op], of(node.a), of(node.b));
    }
  };
  const define = (i: number, source: IncrementSource): Code[] => {
    const node = program.nodes[i];
    if (node.op === 'exp') return expCode(locals, value(node.a, source), `n${i}`);
    return [locals.set(`n${i}`, print(i, source))];
  };
  return { define, value };
}

/** Nodes that stand inside the instruction that uses them, since nothing else does. */
function singleUse(program: Program, fixed: readonly boolean[]): boolean[] {
  const uses = new Array<number>(program.nodes.length).fill(0);
  for (const node of program.nodes) {
    if ('a' in node) uses[node.a]++;
    if ('b' in node) uses[node.b]++;
    if ('condition' in node) uses[node.condition]++;
  }
  for (const result of program.results) uses[result]++;
  return program.nodes.map((node, i) => node.op === 'register' || (!fixed[i] && uses[i] === 1 && node.op !== 'exp'));
}
