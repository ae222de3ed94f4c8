/**
 * Prints reduction kernels: every thread walks one block of paths of one cell and returns four sums. The paths of block
 * b are b, b + blocks, b + 2 blocks and so on, so that neighbouring threads read neighbouring paths.
 *
 * Sums: thread x is the block, y the sums that it makes. Bins: thread x is four edges, y the block; it counts the paths at
 * or above each edge. Thread z is the cell in both.
 */
import { stateName } from '../print-program.js';
import type { Bins, Read, Sums } from './part.js';

/** Whole-number arguments; they follow the arrays. */
export const REDUCE_ARGUMENTS = ['paths', 'blocks', 'rounds'] as const;

/** Arrays of the bins kernel: edges, and which of the values each four of them belong to; the states follow. */
export const BIN_ARRAYS = ['edges', 'owners'] as const;

/** How many numbers a thread returns. */
export const SUMS_PER_THREAD = 4;

/** Where a kernel finds a register of its path. */
export function readState(width: number): Read {
  return (register) => `${stateName(Math.floor(register / width))}[at + ${register % width}]`;
}

/** The kernel that sums. */
export function printSums(all: readonly Sums[], arrays: readonly number[], width: number): string {
  const branches = all.map(({ lines, sums }) => {
    const added = sums.map(({ value }, i) => `sum${i} = sum${i} + ${value};`);
    return overBlock('this.thread.x', width, [...lines, ...added]);
  });
  return kernel(arrays.map(stateName), choose('this.thread.y', branches));
}

/** The kernel that counts. */
export function printBins(all: readonly Bins[], arrays: readonly number[], width: number): string {
  const edges = SUM_NUMBERS.map((i) => `const edge${i} = edges[this.thread.x * ${SUMS_PER_THREAD} + ${i}];`);
  const counted = SUM_NUMBERS.map((i) => `sum${i} = sum${i} + (value >= edge${i} ? 1.0 : 0.0);`);
  const branches = all.map(({ value }) => overBlock('this.thread.y', width, [`const value = ${value};`, ...counted]));
  const owner = 'const owner = owners[this.thread.x];';
  return kernel([...BIN_ARRAYS, ...arrays.map(stateName)], [...edges, owner, ...choose('owner', branches)]);
}

const SUM_NUMBERS = Array.from({ length: SUMS_PER_THREAD }, (_, i) => i);

function kernel(arrays: readonly string[], body: readonly string[]): string {
  const lines = [
    ...SUM_NUMBERS.map((i) => `let sum${i} = 0.0;`),
    ...body,
    `return [${SUM_NUMBERS.map((i) => `sum${i}`).join(', ')}];`,
  ];
  const names = [...arrays, ...REDUCE_ARGUMENTS].join(', ');
  return `function (${names}) {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}

/** Statements for each path of a block. */
function overBlock(block: string, width: number, body: readonly string[]): string[] {
  return [
    'for (let round = 0; round < rounds; round++) {',
    `  const path = ${block} + round * blocks;`,
    '  if (path < paths) {',
    `    const at = (this.thread.z * paths + path) * ${width};`,
    ...body.map((line) => `    ${line}`),
    '  }',
    '}',
  ];
}

/** The statements of branch number `index`; a single branch needs no test. */
function choose(index: string, branches: readonly (readonly string[])[]): string[] {
  if (branches.length === 1) return [...branches[0]];
  return branches.flatMap((branch, i) => [
    `if (${index} > ${i - 0.5} && ${index} < ${i + 0.5}) {`,
    ...branch.map((line) => `  ${line}`),
    '}',
  ]);
}
