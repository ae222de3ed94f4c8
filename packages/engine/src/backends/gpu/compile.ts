/**
 * The kernels of a step program on GPU.js, and how they run from record to record: a launch takes every path of a chunk
 * from one record to the next. States stay where they are computed, for the next launch and the record's reduction.
 */
import type { Key } from '@trilogue/random';
import type { ArgumentType, GPU } from '#gpujs';
import { EngineError } from '../../errors.js';
import { tallySize } from '../../measures/reduce/measure.js';
import { startOfDraws } from '../../program/increments.js';
import { pickCells } from '../cells.js';
import { type Chunk, groupOf, type Kernel } from '../contract.js';
import type { GpuMode } from './device.js';
import { expFunction, normalFunctions } from './functions.js';
import { createLauncher } from './launch.js';
import { listener } from './listen.js';
import { kernelCount, printKernel, STEP_ARGUMENTS, stateName } from './print-program.js';
import type { Reduction } from './reduce/contract.js';
import { reducerInMemory } from './reduce/in-memory.js';
import { reducerOnDevice } from './reduce/on-device.js';
import { type State, statesOf } from './states.js';
import { STREAM_ARGUMENTS, streamValues } from './stream.js';

/** WebGPU counts workgroups, and so cells, in 16 bits. */
const MOST_CELLS = 65_535;

/** What kernels are compiled for: everything but the numbers of cells and the key. */
export type Structure = Omit<Kernel, 'key'>;

/** Compiled kernels; runs with any key, several at a time. */
export interface Compiled {
  run(chunk: Chunk, key: Key, signal?: AbortSignal): Promise<Float64Array>;
  trace(chunk: Chunk, key: Key): Promise<Float32Array>;
  close(): Promise<void>;
}

export function compile(gpu: GPU, mode: GpuMode, reduction: Reduction, kernel: Structure): Compiled {
  const { program, layout, records } = kernel;
  const registers = program.registers.length;
  const launcher = createLauncher(gpu, mode);
  const states = statesOf(mode, launcher, registers);
  const { width } = states;
  const kernels = Array.from({ length: kernelCount(program, width) }, (_, array) => {
    const { source, reads } = printKernel(program, layout, array, width, STREAM_ARGUMENTS);
    if (reads.length > states.most) {
      throw new EngineError(
        'backend',
        `backend "${mode}" keeps at most ${states.most * width} numbers of a path that depend on each other; this game ` +
          `has ${reads.length * width}. Use --backend wasm.`,
      );
    }
    const argumentTypes: Record<string, ArgumentType> = { coefficients: 'Array' };
    for (const read of reads) argumentTypes[stateName(read)] = states.type;
    for (const name of [...STEP_ARGUMENTS, ...STREAM_ARGUMENTS]) argumentTypes[name] = 'Integer';
    // the next launch reads these states while it makes its own; and on WebGL2 what is freed must not be the kernel's own
    const keep = records.length > 1 || mode === 'webgl2' ? 'until freed' : 'until next launch';
    return { call: launcher.create({ source, argumentTypes, functions: functionsOf(kernel), rank: 2, keep }), reads };
  });
  const reducer =
    reduction === 'in memory' ? reducerInMemory(kernel, states) : reducerOnDevice(kernel, states, launcher);

  /** Takes all paths from step `from` to step `to`. */
  const launch = async (
    chunk: Chunk,
    key: Key,
    before: readonly State[],
    from: number,
    to: number,
  ): Promise<State[]> => {
    const { count, streams, coefficients } = chunk.cells;
    const { word, used } = startOfDraws(layout, from);
    const stream = streamValues({
      keyLo: key.lo,
      keyHi: key.hi,
      path: chunk.firstPath,
      cell: streams[0],
      cellStep: count > 1 && streams[1] !== streams[0] ? 1 : 0,
      block: Math.floor(word / 4),
    });
    const strides = from > 0 ? [chunk.paths * width, width] : [width, 0];
    const scalars = [...strides, to - from, word % 4, used, ...stream];
    const after: State[] = [];
    for (const { call, reads } of kernels) {
      const arrays = [coefficients.length > 0 ? coefficients : new Float32Array(1), ...reads.map((i) => before[i])];
      const { result } = await launcher.start(call, [chunk.paths, count], [...arrays, ...scalars]);
      after.push(states.keep(await result, count * chunk.paths));
    }
    return after;
  };

  /** All records of a chunk in turn; between two of them others are heard, such as who aborts the signal. */
  const march = async (
    chunk: Chunk,
    key: Key,
    visit: (record: number, states: readonly State[]) => Promise<void>,
    signal?: AbortSignal,
  ) => {
    const listen = listener();
    const starts = startArrays(chunk.cells.start, chunk.cells.count, registers, width);
    let now = await Promise.all(starts.map((values) => states.upload(values, chunk.cells.count)));
    let from = 0;
    try {
      for (const [record, to] of records.entries()) {
        const after = await launch(chunk, key, now, from, to);
        for (const state of now) states.free(state);
        now = after;
        await visit(record, now);
        from = to;
        await listen();
        signal?.throwIfAborted();
      }
    } finally {
      for (const state of now) states.free(state);
    }
  };

  // launches of two chunks must not mix: a kernel's result is overwritten by its next launch
  let turn = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };

  return {
    async run(chunk, key, signal) {
      const size = tallySize(kernel.measures);
      const tallies = new Float64Array(chunk.cells.count * size);
      for (const [first, end] of launchesOf(chunk.cells.streams, Math.min(MOST_CELLS, reducer.mostCells))) {
        const whole = first === 0 && end === chunk.cells.count;
        const wanted = Array.from({ length: end - first }, (_, i) => first + i);
        const part = whole ? chunk : { ...chunk, cells: pickCells(chunk.cells, wanted) };
        const own = tallies.subarray(first * size, end * size);
        const sums: Promise<void>[] = [];
        await inTurn(() =>
          march(
            part,
            key,
            async (record, now) => {
              const { done } = await reducer.start(record, now, part, own);
              // where a later launch fails, nobody waits for these any more
              done.catch(() => {});
              sums.push(done);
            },
            signal,
          ),
        );
        await Promise.all(sums);
      }
      return tallies;
    },
    async trace(chunk, key) {
      const { group, lane } = groupOf(chunk);
      const values = new Float32Array(records.length * registers);
      await inTurn(() =>
        march(group, key, async (record, now) => {
          const arrays = await Promise.all(now.map((state) => states.download(state)));
          for (let r = 0; r < registers; r++) {
            values[record * registers + r] = arrays[Math.floor(r / width)][lane * width + (r % width)];
          }
        }),
      );
      return values;
    },
    async close() {
      await turn;
      for (const { call } of kernels) call.destroy();
      states.close();
      reducer.close();
    },
  };
}

/** Only what the kernel calls: GPU.js translates every function that it is given. */
function functionsOf({ program, layout }: Structure): string[] {
  const normal = layout.kind === 'gaussian' ? normalFunctions() : [];
  return program.nodes.some((node) => node.op === 'exp') ? [...normal, expFunction()] : normal;
}

/** Runs of cells, first and end, whose streams are all equal or count up by one: what a launch can address. */
function launchesOf(streams: Uint32Array, most: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let first = 0; first < streams.length; ) {
    let end = first + 1;
    const step = end < streams.length ? streams[end] - streams[first] : 0;
    if (step === 0 || step === 1) {
      while (end < streams.length && end - first < most && streams[end] - streams[end - 1] === step) end++;
    }
    runs.push([first, end]);
    first = end;
  }
  return runs;
}

/** The registers before the first step, cell after cell, in arrays of `width` of them. */
function startArrays(start: Float32Array, cells: number, registers: number, width: number): Float32Array[] {
  if (width === registers) return [start];
  return Array.from({ length: Math.ceil(registers / width) }, (_, array) => {
    const own = new Float32Array(cells * width);
    for (let cell = 0; cell < cells; cell++) {
      const from = cell * registers + array * width;
      own.set(start.subarray(from, Math.min(from + width, (cell + 1) * registers)), cell * width);
    }
    return own;
  });
}
