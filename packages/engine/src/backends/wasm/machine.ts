/**
 * One WebAssembly instance of a kernel: runs chunks in the thread that calls it, and reduces the records of each call
 * while they are in the cache. Workers own one each; the seed's stream addresses stand in PARAMETERS order of
 * `program/print-program.ts`.
 */
import { EngineError } from '../../errors.js';
import type { Columns } from '../../measures/reduce/columns.js';
import { countPaths, tallySize } from '../../measures/reduce/measure.js';
import { type Chunk, groupOf, type Kernel } from '../contract.js';
import { moduleBytes } from './assembler/bytes.js';
import type { WasmModule } from './assembler/code.js';
import { memoryLayout } from './memory.js';
import { printWasm } from './program/print-program.js';
import { GROUPS } from './program/slots.js';
import { printReduction, reductionsOf } from './reduce/print-reduction.js';

export interface Machine {
  run(chunk: Chunk): Float64Array;
  trace(chunk: Chunk): Float32Array;
}

type WasmCall = (...parameters: number[]) => void;

/** The module of a kernel: the steps, and a reduction for each sort of measure. */
export function kernelModule({ program, layout, measures, records }: Kernel): WasmModule {
  const reductions = reductionsOf(measures, records.length - 1);
  const registers = program.registers.length;
  return {
    functions: [printWasm(program, layout), ...reductions.map((reduction) => printReduction(reduction, registers))],
  };
}

/** The module of a kernel, compiled; may be handed to workers, which then share its optimised code. */
export function compileKernel(kernel: Kernel): Promise<WebAssembly.Module> {
  return WebAssembly.compile(moduleBytes(kernelModule(kernel)));
}

/** @throws EngineError where the system gives none: instances reserve far more addresses than they use. */
function memoryOf(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      'backend',
      `there is no memory for another thread of WebAssembly (${found}). Use fewer threads, such as --threads 1, or --backend cpu, or allow the process more addresses: each thread reserves some 10 GB of them (ulimit -v).`,
    );
  }
}

export async function createMachine(kernel: Kernel, module: WebAssembly.Module): Promise<Machine> {
  const registers = kernel.program.registers.length;
  const { coefficients: perCell } = kernel.program;
  const records = kernel.records.length;
  const reductions = reductionsOf(kernel.measures, records - 1);
  const layout = memoryLayout(kernel, reductions);
  const memory = memoryOf(layout.pages);
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const run = exports.run as WasmCall;
  const reduce = reductions.map(({ name }) => exports[name] as WasmCall);
  const floats = new Float32Array(memory.buffer);
  const whole = new Int32Array(memory.buffer);
  const tally = new Float64Array(memory.buffer, layout.tally, tallySize(kernel.measures));
  const gaps = kernel.records.map((step, i) => step - (kernel.records[i - 1] ?? 0));
  whole.set(gaps, layout.gaps / 4);
  for (const [i, { places }] of reductions.entries()) {
    const list = places.flatMap(({ record, offset }) => [record, offset]);
    whole.set(list, layout.lists[i] / 4);
  }

  /** Loads a cell's numbers. */
  const load = (chunk: Chunk, cell: number) => {
    floats.set(chunk.cells.coefficients.subarray(cell * perCell, (cell + 1) * perCell), layout.coefficients / 4);
    floats.set(chunk.cells.start.subarray(cell * registers, (cell + 1) * registers), layout.start / 4);
  };
  const call = (stream: number, firstPath: number, paths: number) =>
    run(
      layout.coefficients,
      layout.start,
      layout.slots,
      layout.out,
      layout.span,
      layout.gaps,
      records,
      Math.ceil(paths / (4 * GROUPS)),
      firstPath | 0,
      Math.floor(firstPath / 2 ** 32),
      stream | 0,
      kernel.key.lo | 0,
      kernel.key.hi | 0,
    );
  /** Adds the records of whole groups to the tally in memory. */
  const reduceGroups = (groups: number) => {
    for (const [i, { places }] of reductions.entries()) {
      reduce[i](layout.out, layout.span, groups, layout.tally, layout.lists[i], places.length);
    }
  };
  /** The paths of a group, which are too few for the reductions. */
  const columns = (group: number, paths: number): Columns => ({
    paths,
    column: (register, record) => ({
      data: floats,
      offset: (layout.out + record * layout.span) / 4 + (group * registers + register) * 4,
      group: registers * 4,
      lane: 1,
    }),
  });

  return {
    run(chunk) {
      const tallies = new Float64Array(chunk.cells.count * tally.length);
      for (let cell = 0; cell < chunk.cells.count; cell++) {
        load(chunk, cell);
        tally.fill(0);
        for (let done = 0; done < chunk.paths; done += 4 * layout.groups) {
          const paths = Math.min(4 * layout.groups, chunk.paths - done);
          const groups = Math.floor(paths / 4);
          call(chunk.cells.streams[cell], chunk.firstPath + done, paths);
          if (groups > 0) reduceGroups(groups);
          if (paths > 4 * groups)
            countPaths(kernel.measures, columns(groups, paths - 4 * groups), records - 1, tally, 0);
        }
        tallies.set(tally, cell * tally.length);
      }
      return tallies;
    },
    trace(chunk) {
      const { group, lane } = groupOf(chunk);
      load(group, 0);
      call(group.cells.streams[0], group.firstPath, 1);
      const { column } = columns(0, 1);
      const values = Array.from({ length: records }, (_, record) =>
        Array.from({ length: registers }, (_, r) => floats[column(r, record).offset + lane]),
      );
      return Float32Array.from(values.flat());
    },
  };
}
