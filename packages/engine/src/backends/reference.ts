/**
 * The reference backend: the step program evaluated in TypeScript, one path at a time. Slow and readable; in double
 * precision it is the truth that the others are compared with, in single precision the bits they must give.
 */
import { normalPair, wordAt } from '@trilogue/random';
import type { Columns } from '../measures/reduce/columns.js';
import { countPaths, tallySize } from '../measures/reduce/measure.js';
import { double, evaluateStep, type Rounding } from '../program/evaluate.js';
import { bitOf, type IncrementLayout, wordOfStep } from '../program/increments.js';
import { cleared, clearsBefore } from '../program/tiny.js';
import type { Backend, Chunk, Kernel, Runner } from './contract.js';

export function createReferenceBackend(round: Rounding = double): Backend {
  return {
    name: 'reference',
    device: `plain TypeScript, ${round === double ? 'double' : 'single'} precision`,
    threads: 1,
    concurrency: 1,
    chunk: { pathSteps: 200_000, paths: 4096, registers: Number.POSITIVE_INFINITY },
    open: async (kernel) => createRunner(kernel, round),
    close: async () => {},
  };
}

function createRunner(kernel: Kernel, round: Rounding): Runner {
  const registers = kernel.program.registers.length;
  const { coefficients: perCell } = kernel.program;
  const run = (chunk: Chunk, cell: number, path: number, rest: Rest): Promise<Float64Array> => {
    const coefficients = chunk.cells.coefficients.subarray(cell * perCell, (cell + 1) * perCell);
    const start = chunk.cells.start.subarray(cell * registers, (cell + 1) * registers);
    return runPath(kernel, coefficients, start, chunk.cells.streams[cell], path, round, rest);
  };
  return {
    async run(chunk, signal) {
      const rest = rests(signal);
      const size = tallySize(kernel.measures);
      const tallies = new Float64Array(chunk.cells.count * size);
      for (let cell = 0; cell < chunk.cells.count; cell++) {
        for (let p = 0; p < chunk.paths; p++) {
          const path = await run(chunk, cell, chunk.firstPath + p, rest);
          countPaths(kernel.measures, columnsOf(path, registers), kernel.records.length - 1, tallies, cell * size);
        }
      }
      return tallies;
    },
    trace: (chunk) => run(chunk, 0, chunk.firstPath, rests(undefined)),
    close: async () => {},
  };
}

/** Lets others have a turn where it has been long since the last one; rejects with the signal's reason when aborted. */
type Rest = () => Promise<void> | undefined;

/** Milliseconds of computing without a turn of others, such as a signal that is to be heard. */
const LONGEST_TURN = 50;
/** Steps between two looks at the clock. */
const STEPS_BETWEEN_LOOKS = 1000;

function rests(signal: AbortSignal | undefined): Rest {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST_TURN) return undefined;
    return new Promise((resolve, reject) =>
      setTimeout(() => {
        since = performance.now();
        if (signal?.aborted) reject(signal.reason);
        else resolve();
      }, 0),
    );
  };
}

/** Registers of one path at each record. */
async function runPath(
  kernel: Kernel,
  coefficients: Float32Array,
  start: Float32Array,
  cell: number,
  path: number,
  round: Rounding,
  rest: Rest,
): Promise<Float64Array> {
  const { program, layout, records, key } = kernel;
  const registers = Float64Array.from(start);
  const values = new Float64Array(records.length * registers.length);
  const word = (index: number) => wordAt(key, cell, path, index);
  let step = 0;
  for (const [record, end] of records.entries()) {
    for (; step < end; step++) {
      if (step % STEPS_BETWEEN_LOOKS === 0) await rest();
      if (clearsBefore(layout, step)) for (let r = 0; r < registers.length; r++) registers[r] = cleared(registers[r]);
      evaluateStep(program, coefficients, registers, increments(layout, step, word), round, registers);
    }
    values.set(registers, record * registers.length);
  }
  return values;
}

/** The increment of each channel in one step. */
export function increments(layout: IncrementLayout, step: number, word: (index: number) => number): number[] {
  const first = wordOfStep(layout, step);
  if (layout.kind === 'gaussian') {
    return Array.from({ length: layout.channels }, (_, channel) => {
      const half = (first + channel) % 2;
      const pair = first + channel - half;
      return normalPair(word(pair), word(pair + 1))[half];
    });
  }
  return Array.from({ length: layout.channels }, (_, channel) => {
    const place = bitOf(layout, step, channel);
    return (word(first + place.word) << place.bit) & 0x80000000 ? -1 : 1;
  });
}

function columnsOf(path: Float64Array, registers: number): Columns {
  return {
    paths: 1,
    column: (register, record) => ({ data: path, offset: record * registers + register, group: 0, lane: 0 }),
  };
}
