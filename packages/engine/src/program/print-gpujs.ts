/**
 * Prints a step program as GPU.js kernel source: one thread a path and cell, all its steps in a loop.
 *
 * Thread x is the path, thread y the cell. `Math.random()` stands for the next Philox word of the path's stream as a
 * 24-bit fraction in [0, 1); signs are its binary digits, Gaussian increments pairs of it. A kernel returns
 * four registers; programs with more run one kernel for each four.
 */
import { LARGE, SMALL } from './four-point.js';
import type { IncrementLayout } from './increments.js';
import { invariants, type Node, type Program } from './program.js';

/** Kernel arguments in order; the five of the stream follow (see `backend/gpujs/stream.ts`). */
export const KERNEL_ARGUMENTS = {
  coefficients: 'Array',
  start: 'Array',
  startCellStride: 'Integer',
  startPathStride: 'Integer',
  steps: 'Integer',
  skipWords: 'Integer',
  skipSteps: 'Integer',
} as const;

/** How many registers one kernel returns. */
export const REGISTERS_PER_KERNEL = 4;

/** Number of kernels that a program needs. */
export function kernelCount(program: Program): number {
  return Math.ceil(program.results.length / REGISTERS_PER_KERNEL);
}

/** Source of the kernel that returns registers 4 * part to 4 * part + 3, zeros where there are none. */
export function printKernel(
  program: Program,
  layout: IncrementLayout,
  part: number,
  streamArguments: readonly string[],
): string {
  const fixed = invariants(program);
  const lines: string[] = [];
  const registers = program.registers.length;
  lines.push(`const row = this.thread.y * ${program.coefficients};`);
  lines.push('const from = this.thread.y * startCellStride + this.thread.x * startPathStride;');
  for (let r = 0; r < registers; r++) lines.push(`let r${r} = start[from + ${r}];`);
  lines.push(...statements(program, (i) => fixed[i]));
  lines.push(...loop(program, layout, (i) => !fixed[i]));
  const result = Array.from({ length: REGISTERS_PER_KERNEL }, (_, i) => {
    const register = part * REGISTERS_PER_KERNEL + i;
    return register < registers ? `r${register}` : '0';
  });
  const names = [...Object.keys(KERNEL_ARGUMENTS), ...streamArguments].join(', ');
  return `function (${names}) {\n${lines.map((line) => `  ${line}`).join('\n')}\n  return [${result.join(', ')}];\n}`;
}

/** The step loop. Words are skipped up to the first step's word, then steps up to the first step's digits in it. */
function loop(program: Program, layout: IncrementLayout, inLoop: (node: number) => boolean): string[] {
  const body = [
    ...statements(program, inLoop),
    ...program.results.map((node, r) => `const next${r} = n${node};`),
    ...program.results.map((_, r) => `r${r} = next${r};`),
  ];
  const start =
    layout.kind === 'none' ? [] : ['let u = 0;', 'for (let word = 0; word < skipWords; word++) { u = Math.random(); }'];
  const inStep = (lines: readonly string[]) => [
    'for (let step = 0; step < steps; step++) {',
    ...[...lines, ...body].map((line) => `  ${line}`),
    '}',
  ];
  if (layout.kind === 'none') return inStep([]);
  if (layout.kind === 'gaussian') return [...start, ...inStep(gaussianDraws(layout))];
  if (layout.stepsPerWord === 1) return [...start, ...inStep(wordDraws(layout))];
  const used = 2 ** (layout.channels * layout.bits);
  return [
    ...start,
    'let left = 0;',
    `if (skipSteps > 0) { u = Math.random(); left = ${layout.stepsPerWord} - skipSteps; }`,
    `for (let skip = 0; skip < skipSteps; skip++) { u = u * ${used}; u = u - Math.floor(u); }`,
    ...inStep([
      `if (left < 1) { u = Math.random(); left = ${layout.stepsPerWord}; }`,
      'left = left - 1;',
      ...bitDraws(layout, 0, layout.channels),
    ]),
  ];
}

/** Increments of some channels from the top binary digits of u, which moves on by them. */
function bitDraws(layout: IncrementLayout, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const channel = first + i;
    if (layout.kind === 'uniform') return [`const uniform${channel} = u;`];
    const digits = Array.from({ length: layout.bits }, (_, d) => `digit${channel}${'abc'[d]}`);
    const taken = digits.flatMap((digit) => ['u = u * 2;', `const ${digit} = Math.floor(u);`, `u = u - ${digit};`]);
    const sign = `const sign${channel} = 1 - 2 * ${digits[0]};`;
    if (layout.kind === 'two-point') return [...taken, sign];
    return [...taken, sign, `const magnitude${channel} = ${digits[1]} + ${digits[2]} < 0.5 ? ${LARGE} : ${SMALL};`];
  }).flat();
}

function wordDraws(layout: IncrementLayout): string[] {
  return Array.from({ length: layout.wordsPerStep }, (_, word) => {
    const first = word * layout.channelsPerWord;
    return [
      'u = Math.random();',
      ...bitDraws(layout, first, Math.min(layout.channelsPerWord, layout.channels - first)),
    ];
  }).flat();
}

function gaussianDraws(layout: IncrementLayout): string[] {
  const lines: string[] = [];
  for (let pair = 0; 2 * pair < layout.channels; pair++) {
    lines.push(
      `const length${pair} = normalLength(Math.random());`,
      'u = Math.random();',
      `const normal${2 * pair} = length${pair} * cosTurn(u);`,
    );
    if (2 * pair + 1 < layout.channels) lines.push(`const normal${2 * pair + 1} = length${pair} * sinTurn(u);`);
  }
  return lines;
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
      return decimal(node.value);
    case 'register':
      return `r${node.index}`;
    case 'coefficient':
      return `coefficients[row + ${node.index}]`;
    case 'normal':
      return `normal${node.channel}`;
    case 'flip':
      return `n${node.a} * sign${node.channel}`;
    case 'magnitude':
      return `magnitude${node.channel}`;
    case 'uniform':
      return `uniform${node.channel}`;
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
function decimal(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
