/**
 * Reduction on the device: kernels printed from the measures sum blocks of paths, and only these sums come back. They are
 * added up here in double precision.
 */
import type { ArgumentType, KernelCall } from '#gpujs';
import { tallySize } from '../../../measures/reduce/measure.js';
import type { Kernel } from '../../contract.js';
import type { Launcher } from '../launch.js';
import { stateName } from '../print-program.js';
import { flatPoints, type States } from '../states.js';
import type { Reducer } from './contract.js';
import { HIGHEST } from './edges.js';
import { BLOCK } from './part.js';
import { type Group, planReductions, type Use } from './plan.js';
import { BIN_ARRAYS, printBins, printSums, REDUCE_ARGUMENTS, SUMS_PER_THREAD } from './print.js';
import { unitFunctions } from './units.js';

/** Threads that a launch should have, where there are as many paths: enough to fill a large device. */
const THREADS = 2 ** 15;

/** The fewest paths that are worth a thread. */
const FEW = 16;

/** The most threads for the cells of a chunk: 16 MB of sums. */
const MOST_THREADS = 2 ** 20;

/** The sums of a launch, four of each thread: cell after cell, y after y, x after x. */
interface Sums {
  readonly numbers: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A kernel of a group. */
interface Reduction {
  readonly call: KernelCall;
  /** Arguments before the states. */
  readonly arrays: readonly Float32Array[];
  /** Threads for each block of paths of a cell. */
  readonly threads: number;
  /** Threads in x and y. */
  shape(blocks: number): [number, number];
  /** Adds the blocks of a cell to the tally that begins at `from`. */
  add(sums: Sums, cell: number, use: Use, tallies: Float64Array, from: number): void;
}

export function reducerOnDevice(
  { measures, records }: Pick<Kernel, 'measures' | 'records'>,
  states: States,
  launcher: Launcher,
): Reducer {
  const uses = planReductions(measures, records.length, states.width, states.most);
  const size = tallySize(measures);
  const reductions = new Map<Group, Reduction[]>();
  for (const { group } of uses.flat()) {
    if (!reductions.has(group)) reductions.set(group, reductionsOf(group, states, launcher));
  }
  const threads = [...reductions.values()].flat().map((reduction) => reduction.threads);
  return {
    mostCells: Math.max(1, Math.floor(MOST_THREADS / Math.max(1, ...threads))),
    async start(record, all, { paths, cells: { count } }, tallies) {
      const pending: Promise<void>[] = [];
      for (const use of uses[record]) {
        const read = use.group.arrays.map((array) => all[array]);
        for (const reduction of reductions.get(use.group)!) {
          const blocks = blockCount(paths, count * reduction.threads);
          const [width, height] = reduction.shape(blocks);
          const values = [...reduction.arrays, ...read, paths, blocks, Math.ceil(paths / blocks)];
          const { result } = await launcher.start(reduction.call, [width, height, count], values);
          const add = async () => {
            const sums = { numbers: flatPoints(await result), width, height };
            for (let cell = 0; cell < count; cell++) reduction.add(sums, cell, use, tallies, cell * size);
          };
          pending.push(add());
        }
      }
      return { done: Promise.all(pending).then(() => {}) };
    },
    close() {
      for (const { call } of [...reductions.values()].flat()) call.destroy();
    },
  };
}

/** Blocks of the paths of a cell, where each takes so many threads in all cells. */
function blockCount(paths: number, threads: number): number {
  const least = Math.ceil(paths / BLOCK);
  return Math.max(least, Math.min(Math.ceil(THREADS / threads), Math.ceil(paths / FEW)));
}

function reductionsOf(group: Group, states: States, launcher: Launcher): Reduction[] {
  return [
    ...(group.sums.length > 0 ? [sumsReduction(group, states, launcher)] : []),
    ...(group.bins.length > 0 ? [binsReduction(group, states, launcher)] : []),
  ];
}

function sumsReduction({ sums, arrays }: Group, states: States, launcher: Launcher): Reduction {
  return {
    call: launcher.create({
      source: printSums(sums, arrays, states.width),
      argumentTypes: argumentTypes([], arrays, states),
      functions: sums.some(({ lines }) => lines.some((line) => line.includes('unit'))) ? unitFunctions : [],
      rank: 3,
    }),
    arrays: [],
    threads: sums.length,
    shape: (blocks) => [blocks, sums.length],
    add({ numbers, width, height }, cell, use, tallies, from) {
      for (const [y, part] of sums.entries()) {
        const first = (cell * height + y) * width * SUMS_PER_THREAD;
        for (const [i, { at, weight }] of part.sums.entries()) {
          const sum = sumOver(numbers, first + i, width, SUMS_PER_THREAD);
          tallies[from + use.offsets[part.measure] + at] += sum * weight;
        }
      }
    },
  };
}

function binsReduction({ bins, arrays }: Group, states: States, launcher: Launcher): Reduction {
  const edges: number[] = [];
  const owners: number[] = [];
  const first = bins.map((part, owner) => {
    const start = edges.length;
    edges.push(...part.edges());
    while (edges.length % SUMS_PER_THREAD > 0) edges.push(HIGHEST);
    while (owners.length * SUMS_PER_THREAD < edges.length) owners.push(owner);
    return start;
  });
  const counts = bins.map((part) => part.edges().length);
  return {
    call: launcher.create({
      source: printBins(bins, arrays, states.width),
      argumentTypes: argumentTypes(BIN_ARRAYS, arrays, states),
      functions: [],
      rank: 3,
    }),
    arrays: [Float32Array.from(edges), Float32Array.from(owners)],
    threads: owners.length,
    shape: (blocks) => [owners.length, blocks],
    add({ numbers, width, height }, cell, use, tallies, from) {
      const start = cell * height * width * SUMS_PER_THREAD;
      for (const [owner, { measure, at }] of bins.entries()) {
        const tally = from + use.offsets[measure] + at;
        let above = 0;
        for (let bin = counts[owner] - 1; bin >= 0; bin--) {
          const reached = sumOver(numbers, start + first[owner] + bin, height, width * SUMS_PER_THREAD);
          tallies[tally + bin] += reached - above;
          above = reached;
        }
      }
    },
  };
}

/** The sum over the blocks of a cell, in double precision. */
function sumOver(numbers: Float32Array, first: number, blocks: number, stride: number): number {
  let sum = 0;
  for (let block = 0, at = first; block < blocks; block++, at += stride) sum += numbers[at];
  return sum;
}

function argumentTypes(own: readonly string[], arrays: readonly number[], states: States) {
  const types: Record<string, ArgumentType> = {};
  for (const name of own) types[name] = 'Array';
  for (const array of arrays) types[stateName(array)] = states.type;
  for (const name of REDUCE_ARGUMENTS) types[name] = 'Integer';
  return types;
}
