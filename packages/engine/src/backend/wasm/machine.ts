/**
 * One WebAssembly instance of a kernel: runs chunks in the thread that calls it and counts paths as they come.
 * Workers own one each; the seed's stream addresses stand in PARAMETERS order of `print-wasm.ts`.
 */
import { groupsTogether, printWasm } from '../../program/print-wasm.js';
import type { Columns } from '../../reduce/columns.js';
import { countPaths, tallySize } from '../../reduce/measure.js';
import { moduleBytes } from '../../wasm/bytes.js';
import { type Chunk, groupOf, type Kernel } from '../contract.js';
import { memoryLayout } from './memory.js';

export interface Machine {
  run(chunk: Chunk): Float64Array;
  trace(chunk: Chunk): Float32Array;
}

type Run = (...parameters: number[]) => void;

/** The module of a kernel, compiled; may be handed to workers. */
export function compileKernel(kernel: Kernel): Promise<WebAssembly.Module> {
  return WebAssembly.compile(moduleBytes(printWasm(kernel.program, kernel.layout)));
}

export async function createMachine(kernel: Kernel, module: WebAssembly.Module): Promise<Machine> {
  const registers = kernel.program.registers.length;
  const { coefficients: perCell } = kernel.program;
  const records = kernel.records.length;
  const together = groupsTogether(kernel.program);
  const layout = memoryLayout(perCell, registers, records);
  const memory = new WebAssembly.Memory({ initial: layout.pages });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  const run = instance.exports.run as Run;
  const floats = new Float32Array(memory.buffer);
  const gaps = kernel.records.map((step, i) => step - (kernel.records[i - 1] ?? 0));
  new Int32Array(memory.buffer).set(gaps, layout.gaps / 4);

  /** Loads a cell's numbers. */
  const load = (chunk: Chunk, cell: number) => {
    floats.set(chunk.cells.coefficients.subarray(cell * perCell, (cell + 1) * perCell), layout.coefficients / 4);
    floats.set(chunk.cells.start.subarray(cell * registers, (cell + 1) * registers), layout.start / 4);
  };
  const call = (stream: number, firstPath: number, paths: number) =>
    run(
      layout.coefficients,
      layout.start,
      layout.out,
      layout.span,
      layout.gaps,
      records,
      Math.ceil(paths / (4 * together)),
      firstPath | 0,
      Math.floor(firstPath / 2 ** 32),
      stream | 0,
      kernel.key.lo | 0,
      kernel.key.hi | 0,
    );
  const columns = (paths: number): Columns => ({
    paths,
    column: (register, record) => ({
      data: floats,
      offset: layout.out / 4 + (record * registers + register) * 4,
      group: records * registers * 4,
      lane: 1,
    }),
  });

  return {
    run(chunk) {
      const size = tallySize(kernel.measures);
      const tallies = new Float64Array(chunk.cells.count * size);
      for (let cell = 0; cell < chunk.cells.count; cell++) {
        load(chunk, cell);
        for (let done = 0; done < chunk.paths; done += 4 * layout.groups) {
          const paths = Math.min(4 * layout.groups, chunk.paths - done);
          call(chunk.cells.streams[cell], chunk.firstPath + done, paths);
          countPaths(kernel.measures, columns(paths), records - 1, tallies, cell * size);
        }
      }
      return tallies;
    },
    trace(chunk) {
      const { group, lane } = groupOf(chunk);
      load(group, 0);
      call(group.cells.streams[0], group.firstPath, 1);
      const values = new Float32Array(records * registers);
      for (let i = 0; i < values.length; i++) values[i] = floats[layout.out / 4 + 4 * i + lane];
      return values;
    },
  };
}
