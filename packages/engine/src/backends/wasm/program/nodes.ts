/** Prints the nodes of a step program as WebAssembly code for a group of four paths. */

import type { Node, Program } from '../../../program/program.js';
import { type Code, wasm } from '../assembler/code.js';
import { expCode } from '../assembler/exponential.js';
import type { Locals } from '../assembler/locals.js';

/** Where a channel's increment of a step stands. */
export interface IncrementSource {
  normal(channel: number): Code;
  /** The word with the channel's bits at the top. */
  bits(channel: number): Code;
}

export const noIncrement: IncrementSource = {
  normal: () => {
    throw new Error('bug: an invariant node asks for a normal increment');
  },
  bits: () => {
    throw new Error('bug: an invariant node asks for random bits');
  },
};

export interface NodePrinter {
  /** Code that leaves the node's value in its local; none for nodes that stand where they are used. */
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

/** @param fixed which nodes do not change from step to step */
export function nodePrinter(program: Program, locals: Locals, fixed: readonly boolean[]): NodePrinter {
  const inlined = singleUse(program, fixed);
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
    if (inlined[i] || node.op === 'constant') return [];
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
