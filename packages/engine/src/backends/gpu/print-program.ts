/**
 * Prints a step program as GPU.js kernel source: one thread a path and cell, all its steps in a loop.
 *
 * Thread x is the path, thread y the cell. `Math.random()` stands for the next Philox word of the path's stream as a
 * 24-bit fraction in [0, 1); signs are its binary digits, Gaussian increments pairs of it. States are kept in arrays of
 * so many registers a path; a kernel makes one of these arrays, and reads those that its registers depend on.
 *
 * Digits are taken from v = 1 - 2u, where a digit 0 of u is a positive v: the sign itself, by one comparison, and exact
 * in single precision. GPUs round down, for floor, at a quarter or less of the speed.
 */
import type { IncrementLayout } from '../../program/increments.js';
import { invariants, type Node, type Program } from '../../program/program.js';

/** Whole-number arguments of a step kernel, `used` as `startOfDraws` has it; they follow its arrays, and those of the stream follow them. */
export const STEP_ARGUMENTS = ['cellStride', 'pathStride', 'steps', 'skipWords', 'used'] as const;

/** What a kernel can return by itself. */
export const REGISTERS_PER_KERNEL = 4;

/** Number of state arrays, and of kernels, that a program needs with `width` registers in each. */
export function kernelCount(program: Program, width: number): number {
  return Math.ceil(program.results.length / width);
}

/** Name of a state array as a kernel argument. */
export function stateName(array: number): string {
  return `state${array}`;
}

/** A step kernel. */
export interface StepKernel {
  readonly source: string;
  /** State arrays that it reads, in the order of its arguments, after the coefficients. */
  readonly reads: readonly number[];
}

/**
 * The kernel that makes state array `array`. It returns its first four registers, zeros where there are none.
 *
 * @param width registers in each state array
 */
export function printKernel(
  program: Program,
  layout: IncrementLayout,
  array: number,
  width: number,
  streamArguments: readonly string[],
): StepKernel {
  const fixed = invariants(program);
  const own = program.registers.map((_, r) => r).filter((r) => Math.floor(r / width) === array);
  const { nodes, registers } = dependencies(program, own);
  const reads = [...new Set(registers.map((r) => Math.floor(r / width)))];
  const lines = [
    `const row = this.thread.y * ${program.coefficients};`,
    'const from = this.thread.y * cellStride + this.thread.x * pathStride;',
    ...registers.map((r) => `let r${r} = ${stateName(Math.floor(r / width))}[from + ${r % width}];`),
    ...statements(program, (i) => nodes[i] && fixed[i]),
    ...loop(program, layout, registers, (i) => nodes[i] && !fixed[i]),
  ];
  const result = Array.from({ length: REGISTERS_PER_KERNEL }, (_, i) => (i < own.length ? `r${own[i]}` : '0'));
  const names = ['coefficients', ...reads.map(stateName), ...STEP_ARGUMENTS, ...streamArguments].join(', ');
  const body = lines.map((line) => `  ${line}`).join('\n');
  return { source: `function (${names}) {\n${body}\n  return [${result.join(', ')}];\n}`, reads };
}

/** What the new values of some registers are made of, over any number of steps. */
function dependencies(program: Program, wanted: readonly number[]): { nodes: boolean[]; registers: number[] } {
  const nodes = new Array<boolean>(program.nodes.length).fill(false);
  const registers = new Set(wanted);
  // a set may grow while it is walked: what is added is visited too
  for (const register of registers) {
    const open = [program.results[register]];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (nodes[i]) continue;
      nodes[i] = true;
      const node = program.nodes[i];
      if (node.op === 'register') registers.add(node.index);
      if ('a' in node) open.push(node.a);
      if ('b' in node) open.push(node.b);
      if ('condition' in node) open.push(node.condition);
    }
  }
  return { nodes, registers: [...registers].sort((a, b) => a - b) };
}

/** The step loop. Words are skipped up to the first step's word, then what earlier steps have used of it. */
function loop(
  program: Program,
  layout: IncrementLayout,
  registers: readonly number[],
  inLoop: (node: number) => boolean,
): string[] {
  const body = [
    ...statements(program, inLoop),
    ...registers.map((r) => `const next${r} = n${program.results[r]};`),
    ...registers.map((r) => `r${r} = next${r};`),
  ];
  const start =
    layout.kind === 'none' ? [] : ['let u = 0;', 'for (let word = 0; word < skipWords; word++) { u = Math.random(); }'];
  const inStep = (lines: readonly string[]) => [
    'for (let step = 0; step < steps; step++) {',
    ...[...lines, ...body].map((line) => `  ${line}`),
    '}',
  ];
  if (layout.kind === 'none') return inStep([]);
  if (layout.kind === 'gaussian') {
    return layout.channels % 2 === 0
      ? [...start, ...inStep(pairDraws(layout))]
      : [...start, ...firstHalf, ...inStep(halfDraws(layout))];
  }
  if (layout.stepsPerWord === 1) return [...start, ...inStep(wordDraws(layout))];
  const digits = layout.channels * layout.bits;
  return [
    ...start,
    'let left = 0;',
    `if (used > 0) { ${drawDigits} left = ${layout.stepsPerWord} - used; }`,
    `for (let skip = 0; skip < used * ${digits}; skip++) { u = u > 0 ? u * 2 - 1 : u * 2 + 1; }`,
    ...inStep([
      `if (left < 1) { ${drawDigits} left = ${layout.stepsPerWord}; }`,
      'left = left - 1;',
      ...signDraws(0, layout.channels),
    ]),
  ];
}

/** A word whose digits are to be taken. */
const drawDigits = 'u = 1 - 2 * Math.random();';

/** Signs of some channels from the next binary digits of a word, on which u moves. */
function signDraws(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => [
    `const sign${first + i} = u > 0 ? 1 : -1;`,
    `u = u * 2 - sign${first + i};`,
  ]).flat();
}

function wordDraws(layout: IncrementLayout): string[] {
  return Array.from({ length: layout.wordsPerStep }, (_, word) => {
    const first = word * layout.channelsPerWord;
    return [drawDigits, ...signDraws(first, Math.min(layout.channelsPerWord, layout.channels - first))];
  }).flat();
}

const drawPair = ['const radius = normalLength(Math.random());', 'u = Math.random();'];

/** Gaussian increments of an even number of channels: whole pairs. */
function pairDraws(layout: IncrementLayout): string[] {
  return Array.from({ length: layout.channels / 2 }, (_, pair) => [
    `const radius${pair} = normalLength(Math.random());`,
    'u = Math.random();',
    `const normal${2 * pair} = radius${pair} * cosTurn(u);`,
    `const normal${2 * pair + 1} = radius${pair} * sinTurn(u);`,
  ]).flat();
}

/** The second half of a pair whose first half belongs to the step before. */
const firstHalf = [
  'let kept = 0;',
  'let half = used;',
  'if (used > 0) {',
  ...[...drawPair, 'kept = radius * sinTurn(u);'].map((line) => `  ${line}`),
  '}',
];

/** Gaussian increments of an odd number of channels: halves, of which the second is kept for whoever comes next. */
function halfDraws(layout: IncrementLayout): string[] {
  return Array.from({ length: layout.channels }, (_, channel) => [
    `let normal${channel} = kept;`,
    'if (half < 1) {',
    ...[...drawPair, `normal${channel} = radius * cosTurn(u);`, 'kept = radius * sinTurn(u);'].map(
      (line) => `  ${line}`,
    ),
    '}',
    'half = 1 - half;',
  ]).flat();
}

function statements(program: Program, wanted: (node: number) => boolean): string[] {
  const lines: string[] = [];
  for (const [i, node] of program.nodes.entries()) if (wanted(i)) lines.push(`const n${i} = ${print(node)};`);
  return lines;
}

const infix = { add: '+', sub: '-', mul: '*', div: '/' } as const;

function print(node: Node): string {
  switch (node.op) {
    case 'constant':
      return literal(node.value);
    case 'register':
      return `r${node.index}`;
    case 'coefficient':
      return `coefficients[row + ${node.index}]`;
    case 'normal':
      return `normal${node.channel}`;
    case 'flip':
      return `n${node.a} * sign${node.channel}`;
    case 'sqrt':
      return `Math.sqrt(n${node.a})`;
    case 'exp':
      return `expSingle(n${node.a})`;
    case 'min':
    case 'max':
      return `Math.${node.op}(n${node.a}, n${node.b})`;
    case 'less':
      return `n${node.a} < n${node.b} ? 1 : 0`;
    case 'differs':
      return `n${node.a} !== n${node.b} ? 1 : 0`;
    case 'select':
      return `n${node.condition} > 0.5 ? n${node.a} : n${node.b}`;
    default:
      return `n${node.a} ${infix[node.op]} n${node.b}`;
  }
}

/** A literal that every target reads as a float of exactly this value. */
export function literal(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
