/**
 * Writes a step program node by node. Equal nodes are kept once, and trivial arithmetic (a + 0, a * 1, a * 0) is left out, and so
 * are nodes that no result needs.
 */
import type { Algebra } from '@trilogue/core';
import { logarithm, sine } from './functions.js';
import { type BinaryOperation, type IncrementKind, type Node, operands, type Program } from './program.js';

/** A value inside a program under construction. */
export type Value = number & { readonly brand: 'program value' };

export interface Builder extends Algebra<Value> {
  /** A fresh coefficient, or the one with this index. */
  coefficient(index: number): Value;
  register(index: number): Value;
  /**
   * `a` times the increment of a channel, which has mean 0 and variance 1: a standard normal or a random
   * sign.
   */
  increment(a: Value, channel: number): Value;
  /** 1 where a and b are different numbers, else 0. */
  differs(a: Value, b: Value): Value;
  /** Sum from left to right; 0 for no terms. */
  sum(terms: readonly Value[]): Value;
  /** The finished program: the new value of each named register. */
  finish(registers: readonly { name: string; value: Value }[]): Program;
}

/** Starts a program that draws `channels` increments a step. */
export function createBuilder(increments: IncrementKind, channels: number): Builder {
  const nodes: Node[] = [];
  const seen = new Map<string, Value>();
  let coefficients = 0;

  const put = (node: Node): Value => {
    // an operation's fields come in one order
    const key = Object.values(node).join();
    const known = seen.get(key);
    if (known !== undefined) return known;
    const value = (nodes.push(node) - 1) as Value;
    seen.set(key, value);
    return value;
  };
  const isConstant = (value: Value, wanted: number): boolean => {
    const node = nodes[value];
    return node.op === 'constant' && node.value === wanted;
  };
  const binary = (op: BinaryOperation) => (a: Value, b: Value) => put({ op, a, b });

  const select = (condition: Value, a: Value, b: Value) => put({ op: 'select', condition, a, b });
  const constant = (value: number) => put({ op: 'constant', value: Math.fround(value) });
  const add = (a: Value, b: Value) => (isConstant(a, 0) ? b : isConstant(b, 0) ? a : put({ op: 'add', a, b }));
  const mul = (a: Value, b: Value) => {
    if (isConstant(a, 0) || isConstant(b, 0)) return constant(0);
    return isConstant(a, 1) ? b : isConstant(b, 1) ? a : put({ op: 'mul', a, b });
  };

  const arithmetic = {
    ...{ constant, add, mul, select },
    sub: (a: Value, b: Value) => (isConstant(b, 0) ? a : put({ op: 'sub', a, b })),
    ...{ div: binary('div'), min: binary('min'), max: binary('max'), less: binary('less') },
  };

  return {
    ...arithmetic,
    coefficient(index) {
      coefficients = Math.max(coefficients, index + 1);
      return put({ op: 'coefficient', index });
    },
    register: (index) => put({ op: 'register', index }),
    increment(a, channel) {
      switch (increments) {
        case 'none':
          return constant(0);
        case 'gaussian':
          return mul(a, put({ op: 'normal', channel }));
        case 'two-point':
          return put({ op: 'flip', a, channel });
      }
    },
    differs: binary('differs'),
    sqrt: (a) => put({ op: 'sqrt', a }),
    exp: (a) => put({ op: 'exp', a }),
    log: (a) => logarithm(arithmetic, a),
    sin: (a) => sine(arithmetic, a),
    cos: (a) => sine(arithmetic, add(a, constant(Math.PI / 2))),
    sum: (terms) => (terms.length === 0 ? constant(0) : terms.reduce(add)),
    finish: (registers) => ({
      ...needed(
        nodes,
        registers.map((register) => register.value),
      ),
      registers: registers.map((register) => register.name),
      coefficients,
      increments,
      channels,
    }),
  };
}

/** The nodes that results are made of, renumbered. */
function needed(nodes: readonly Node[], results: readonly number[]): Pick<Program, 'nodes' | 'results'> {
  const wanted = new Set(results);
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (wanted.has(i)) for (const operand of Object.values(operands(nodes[i]))) wanted.add(operand);
  }
  const places = new Map([...wanted].sort((a, b) => a - b).map((node, place) => [node, place]));
  const moved = (node: Node): Node => {
    const own = Object.entries(operands(node)).map(([key, operand]) => [key, places.get(operand)!]);
    return { ...node, ...Object.fromEntries(own) };
  };
  return { nodes: [...places.keys()].map((i) => moved(nodes[i])), results: results.map((i) => places.get(i)!) };
}
