/**
 * Runs the kernels of a step program on GPU.js, from record to record: a launch takes every path of a chunk from one
 * record to the next, and its registers come back for counting and go in again as the next launch's start.
 */
import type { GPU, KernelCall } from '#gpujs';
import { EngineError } from '../../errors.js';
import { wordOfStep } from '../../program/increments.js';
import { KERNEL_ARGUMENTS, kernelCount, printKernel, REGISTERS_PER_KERNEL } from '../../program/print-gpujs.js';
import type { Columns } from '../../reduce/columns.js';
import { countPaths, tallySize } from '../../reduce/measure.js';
import { pickCells } from '../cells.js';
import { type BackendName, type Chunk, groupOf, type Kernel, type Runner } from '../contract.js';
import { expFunction, normalFunctions } from './functions.js';
import { STREAM_ARGUMENTS, streamValues } from './stream.js';

/** Registers of a chunk after a launch, by kernel part: [cell][path][four registers]. */
type Parts = readonly Float32Array[];

/** GPU.js cuts loops whose bound is an argument at this many turns. */
const LOOP_MAX = 2 ** 31 - 1;

export function createRunner(gpu: GPU, mode: BackendName, kernel: Kernel): Runner {
  const { program, layout, records } = kernel;
  const registers = program.registers.length;
  const argumentTypes = {
    ...KERNEL_ARGUMENTS,
    ...Object.fromEntries(STREAM_ARGUMENTS.map((name) => [name, 'Integer' as const])),
  };
  const kernels = Array.from({ length: kernelCount(program) }, (_, part) =>
    gpu.createKernel(printKernel(program, layout, part, STREAM_ARGUMENTS), {
      output: [1, 1],
      argumentTypes,
      functions: functionsOf(kernel),
      precision: 'single',
      tactic: 'precision',
      loopMaxIterations: LOOP_MAX,
      dynamicOutput: true,
      dynamicArguments: true,
      onRequestFallback: () => {
        throw new EngineError('backend', `GPU.js refused this kernel on ${mode} and would have run it elsewhere.`);
      },
    }),
  );

  /** Takes all paths from step `from` to step `to`. */
  const launch = async (
    chunk: Chunk,
    start: Float32Array,
    perPath: boolean,
    from: number,
    to: number,
  ): Promise<Parts> => {
    const { count, streams, coefficients } = chunk.cells;
    const word = wordOfStep(layout, from);
    const stream = streamValues({
      keyLo: kernel.key.lo,
      keyHi: kernel.key.hi,
      path: chunk.firstPath,
      cell: streams[0],
      cellStep: count > 1 && streams[1] !== streams[0] ? 1 : 0,
      block: Math.floor(word / 4),
    });
    const values = [
      coefficients.length > 0 ? coefficients : new Float32Array(1),
      start,
      perPath ? chunk.paths * registers : registers,
      perPath ? registers : 0,
      to - from,
      word % 4,
      from % layout.stepsPerWord,
      ...stream,
    ];
    const parts: Float32Array[] = [];
    for (const call of kernels) {
      call.setOutput([chunk.paths, count]);
      parts.push(flatten(await call(...values), chunk.paths, count));
      assertBackend(call, gpu, mode);
    }
    return parts;
  };

  /** All records of a chunk in turn. */
  async function* march(chunk: Chunk): AsyncGenerator<{ record: number; parts: Parts }> {
    let start = chunk.cells.start;
    let from = 0;
    for (const [record, to] of records.entries()) {
      const parts = await launch(chunk, start, from > 0, from, to);
      yield { record, parts };
      if (record < records.length - 1) start = interleave(parts, chunk.cells.count * chunk.paths, registers);
      from = to;
    }
  }

  return {
    async run(chunk) {
      if (!isOneLaunch(chunk.cells.streams)) return joined(this, chunk);
      const size = tallySize(kernel.measures);
      const tallies = new Float64Array(chunk.cells.count * size);
      // record by record, so that memory does not grow with their number
      for await (const { record, parts } of march(chunk)) {
        for (let cell = 0; cell < chunk.cells.count; cell++) {
          const columns = columnsOf(parts, cell, chunk.paths);
          countPaths(kernel.measures, columns, records.length - 1, tallies, cell * size, record);
        }
      }
      return tallies;
    },
    async trace(chunk) {
      const { group, lane } = groupOf(chunk);
      const values = new Float32Array(records.length * registers);
      for await (const { record, parts } of march(group)) {
        const all = interleave(parts, 4, registers);
        values.set(all.subarray(lane * registers, (lane + 1) * registers), record * registers);
      }
      return values;
    },
    async close() {
      for (const call of kernels) call.destroy();
    },
  };
}

/** Only what the kernel calls: GPU.js translates every function that it is given. */
function functionsOf({ program, layout }: Kernel): string[] {
  const normal = layout.kind === 'gaussian' ? normalFunctions() : [];
  return program.nodes.some((node) => node.op === 'exp') ? [...normal, expFunction()] : normal;
}

/** Whether stream cells are all equal or count up by one: what a launch can address. */
function isOneLaunch(streams: Uint32Array): boolean {
  const step = streams.length > 1 ? streams[1] - streams[0] : 0;
  return (step === 0 || step === 1) && streams.every((stream, i) => stream === streams[0] + i * step);
}

/** Cells one by one, where their streams have gaps. */
async function joined(runner: Runner, chunk: Chunk): Promise<Float64Array> {
  const tallies: Float64Array[] = [];
  for (let cell = 0; cell < chunk.cells.count; cell++) {
    tallies.push(await runner.run({ ...chunk, cells: pickCells(chunk.cells, [cell]) }));
  }
  return Float64Array.from(tallies.flatMap((tally) => [...tally]));
}

/** GPU.js may fall back to another class of kernel on its own; that is never accepted. */
function assertBackend(call: KernelCall, gpu: GPU, mode: BackendName): void {
  if (call.kernel.fallbackReason !== undefined && call.kernel.fallbackReason !== null) {
    throw new EngineError('backend', `GPU.js left ${mode} for another backend: ${String(call.kernel.fallbackReason)}.`);
  }
  if (call.kernel.constructor !== gpu.Kernel) {
    throw new EngineError('backend', `GPU.js ran ${call.kernel.constructor.name} where ${mode} was asked for.`);
  }
}

/** The result of a launch as flat numbers; already flat on WebGPU, rows of points elsewhere. */
function flatten(result: unknown, paths: number, cells: number): Float32Array {
  if (result instanceof Float32Array) return result;
  const rows = result as ArrayLike<ArrayLike<ArrayLike<number>>>;
  const flat = new Float32Array(cells * paths * REGISTERS_PER_KERNEL);
  let next = 0;
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < paths; x++) {
      for (let i = 0; i < REGISTERS_PER_KERNEL; i++) flat[next++] = rows[y][x][i];
    }
  }
  return flat;
}

/** All registers of each path together, as the next launch wants its start. */
function interleave(parts: Parts, paths: number, registers: number): Float32Array {
  const all = new Float32Array(paths * registers);
  for (let r = 0; r < registers; r++) {
    const part = parts[Math.floor(r / REGISTERS_PER_KERNEL)];
    const lane = r % REGISTERS_PER_KERNEL;
    for (let p = 0; p < paths; p++) all[p * registers + r] = part[p * REGISTERS_PER_KERNEL + lane];
  }
  return all;
}

/** The columns of the record that a launch has reached. */
function columnsOf(parts: Parts, cell: number, paths: number): Columns {
  return {
    paths,
    column: (register) => ({
      data: parts[Math.floor(register / REGISTERS_PER_KERNEL)],
      offset: cell * paths * REGISTERS_PER_KERNEL + (register % REGISTERS_PER_KERNEL),
      group: 4 * REGISTERS_PER_KERNEL,
      lane: REGISTERS_PER_KERNEL,
    }),
  };
}
