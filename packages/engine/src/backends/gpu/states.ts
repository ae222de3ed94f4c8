/**
 * Where the states of paths are kept between launches, and how a kernel receives them: arrays of so many registers a
 * path, path after path, cell after cell. One member a mode; the runner knows no other difference between them.
 */
import type { ArgumentType, Handle } from '#gpujs';
import type { GpuMode } from './device.js';
import type { Launcher } from './launch.js';
import { REGISTERS_PER_KERNEL } from './print-program.js';

/** A state array, as kernels take it for an argument. */
export type State = Float32Array | Handle;

export interface States {
  /** Registers in each array. */
  readonly width: number;
  /** How kernels declare an array. */
  readonly type: ArgumentType;
  /** The most arrays that one kernel can read, besides two of its own. */
  readonly most: number;
  /** Brings values to where kernels read them. */
  upload(values: Float32Array, paths: number): Promise<State>;
  /** Takes over what a kernel returned for `paths` paths in all. */
  keep(result: unknown, paths: number): State;
  /** The numbers of a state, here. */
  download(state: State): Promise<Float32Array>;
  free(state: State): void;
  close(): void;
}

/** Where a mode keeps states of so many registers. */
export function statesOf(mode: GpuMode, launcher: Launcher, registers: number): States {
  switch (mode) {
    case 'webgpu':
      return bufferStates(registers);
    case 'webgl2':
      return textureStates(launcher);
    case 'cpu':
      return memoryStates;
  }
}

/** Buffers on the device; the kernel class makes kernels store all registers at once. */
function bufferStates(registers: number): States {
  return {
    width: registers,
    type: 'Array',
    most: 1,
    upload: async (values) => values,
    keep(result, paths) {
      // GPU.js takes only buffers of single numbers for arguments; the numbers lie in the same order
      const handle = result as Handle;
      handle.output = [paths * registers];
      handle.componentCount = 1;
      return handle;
    },
    download: async (state) => (state instanceof Float32Array ? state : ((await state.toArray()) as Float32Array)),
    free: freeHandle,
    close() {},
  };
}

/** Textures of four registers a pixel, which is how GPU.js packs arrays of single numbers too. */
function textureStates(launcher: Launcher): States {
  const copy = launcher.create({
    source: `function (values) {
  const at = this.thread.x * ${REGISTERS_PER_KERNEL};
  return [values[at], values[at + 1], values[at + 2], values[at + 3]];
}`,
    argumentTypes: { values: 'Array' },
    functions: [],
    rank: 2,
    keep: 'until freed',
  });
  const keep = (result: unknown, paths: number) => {
    const handle = result as Handle;
    handle.type = 'MemoryOptimizedNumberTexture';
    handle.dimensions = [paths * REGISTERS_PER_KERNEL, 1, 1];
    return handle;
  };
  return {
    width: REGISTERS_PER_KERNEL,
    type: 'MemoryOptimizedNumberTexture',
    // WebGL2 promises 16 textures, of which a kernel has two for its own arrays and one for its result
    most: 13,
    async upload(values, paths) {
      const { result } = await launcher.start(copy, [paths, 1], [values]);
      return keep(result, paths);
    },
    keep,
    download: async (state) => (state instanceof Float32Array ? state : flatPoints(state.toArray())),
    free: freeHandle,
    close: () => copy.destroy(),
  };
}

/** Plain arrays: the "device" is this thread. */
const memoryStates: States = {
  width: REGISTERS_PER_KERNEL,
  type: 'Array',
  most: Number.POSITIVE_INFINITY,
  upload: async (values) => values,
  keep: flatPoints,
  download: async (state) => state as Float32Array,
  free() {},
  close() {},
};

function freeHandle(state: State): void {
  if (!(state instanceof Float32Array)) state.delete();
}

/** Points of four numbers in rows or layers of rows, as kernels return them everywhere but on WebGPU, as flat numbers. */
export function flatPoints(result: unknown): Float32Array {
  if (result instanceof Float32Array) return result;
  let points = result as readonly unknown[];
  while (!isPoint(points[0])) points = points.flat();
  const flat = new Float32Array(points.length * REGISTERS_PER_KERNEL);
  for (const [i, point] of (points as ArrayLike<number>[]).entries()) {
    for (let k = 0; k < REGISTERS_PER_KERNEL; k++) flat[i * REGISTERS_PER_KERNEL + k] = point[k];
  }
  return flat;
}

function isPoint(value: unknown): boolean {
  return typeof (value as ArrayLike<unknown>)[0] === 'number';
}
