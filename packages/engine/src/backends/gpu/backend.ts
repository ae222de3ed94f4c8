/**
 * The GPU.js backends. Each is opened by name: the mode of GPU.js, the Philox kernel class, and the self-test. GPU.js itself
 * is loaded only here, and this file only where such a backend is opened.
 */
import type gpujs from '#gpujs';
import type { GPU, Kernel as GpuKernel } from '#gpujs';
import type { Backend } from '../contract.js';
import { selfTest } from '../self-test.js';
import type { Device, GpuMode } from './device.js';
import { philoxCPUKernel } from './philox-cpu.js';
import { philoxWebGL2Kernel } from './philox-webgl2.js';
import { philoxWebGPUKernel } from './philox-webgpu.js';
import { probeGpu } from './probe.js';
import type { Reduction } from './reduce/contract.js';
import { createRunners } from './runners.js';

type Library = typeof gpujs;
const kernels: Record<GpuMode, (library: Library) => typeof GpuKernel> = {
  webgpu: (library) => philoxWebGPUKernel(library.WebGPUKernel),
  webgl2: (library) => philoxWebGL2Kernel(library.WebGL2Kernel),
  cpu: (library) => philoxCPUKernel(library.CPUKernel),
};

/**
 * Opens a backend and checks its random numbers; throws EngineError where it does not work.
 *
 * @param reduction where sums are made; default: in memory where the processor computes the device, else on it
 */
export async function createGpuBackend(mode: GpuMode, reduction?: Reduction): Promise<Backend> {
  const device = await probeGpu(mode);
  const library = (await import('#gpujs')).default;
  const gpu: GPU = new library.GPU({ mode });
  gpu.Kernel = kernels[mode](library);
  const runners = createRunners(gpu, mode, reduction ?? (device.software ? 'in memory' : 'on device'));
  const backend: Backend = {
    name: mode,
    device: device.name,
    threads: 1,
    // while the sums of some chunks travel the device computes the next; a large device takes a millisecond for one
    concurrency: mode === 'webgpu' && !device.software ? 4 : 1,
    chunk: chunkOf(mode, device),
    open: async (kernel) => runners.open(kernel),
    async close() {
      await runners.close();
      await gpu.destroy();
      if (mode === 'webgpu') await library.WebGPUContext.destroy();
    },
  };
  try {
    await selfTest(backend);
  } catch (error) {
    await backend.close();
    throw error;
  }
  return backend;
}

/**
 * Long enough to be worth a launch, short enough for progress and for drivers that stop long launches. Kernels reckon with places
 * in a state array as single-precision numbers, which are exact up to 2^24: on WebGPU an array holds all registers of the
 * paths, on WebGL2 four of each.
 */
function chunkOf(mode: GpuMode, device: Device): Backend['chunk'] {
  const registers = mode === 'webgpu' ? LAST_PLACE : Number.POSITIVE_INFINITY;
  if (mode === 'cpu') return { pathSteps: 500_000, paths: 1 << 16, registers };
  if (device.software) return { pathSteps: 20_000_000, paths: 1 << 16, registers };
  return { pathSteps: 2_000_000_000, paths: mode === 'webgpu' ? 1 << 22 : 1 << 21, registers };
}

const LAST_PLACE = 2 ** 24;
