/**
 * The GPU.js backends. Each is opened by name: the mode of GPU.js, the Philox kernel class, a probe that fails with a
 * reason a person can act on, and the self-test. GPU.js itself is loaded only here.
 */
import type gpujs from '#gpujs';
import type { GPU, Kernel as GpuKernel } from '#gpujs';
import type { Backend } from '../contract.js';
import { selfTest } from '../self-test.js';
import type { Device, GpuMode } from './device.js';
import { webgl2Device } from './device-webgl2.js';
import { webgpuDevice } from './device-webgpu.js';
import { philoxCPUKernel } from './philox-cpu.js';
import { philoxWebGL2Kernel } from './philox-webgl2.js';
import { philoxWebGPUKernel } from './philox-webgpu.js';
import { createRunners } from './runners.js';

type Library = typeof gpujs;
const modes: Record<GpuMode, { probe(): Promise<Device>; kernel(library: Library): typeof GpuKernel }> = {
  webgpu: { probe: webgpuDevice, kernel: (library) => philoxWebGPUKernel(library.WebGPUKernel) },
  webgl2: { probe: webgl2Device, kernel: (library) => philoxWebGL2Kernel(library.WebGL2Kernel) },
  cpu: {
    probe: async () => ({ name: 'plain JavaScript', software: true }),
    kernel: (library) => philoxCPUKernel(library.CPUKernel),
  },
};

/** What the backend would run on; throws EngineError with the reason where it cannot. */
export function probeGpu(mode: GpuMode): Promise<Device> {
  return modes[mode].probe();
}

/** Opens a backend and checks its random numbers; throws EngineError where it does not work. */
export async function createGpuBackend(mode: GpuMode): Promise<Backend> {
  const device = await probeGpu(mode);
  const library = (await import('#gpujs')).default;
  const gpu: GPU = new library.GPU({ mode });
  gpu.Kernel = modes[mode].kernel(library);
  const runners = createRunners(gpu, mode);
  const backend: Backend = {
    name: mode,
    device: device.name,
    threads: 1,
    // the sums of one chunk travel while the device computes the next
    concurrency: mode === 'webgpu' ? 2 : 1,
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

/** Long enough to be worth a launch, short enough for progress and for drivers that stop long launches. */
function chunkOf(mode: GpuMode, device: Device): Backend['chunk'] {
  if (mode === 'cpu') return { pathSteps: 500_000, paths: 1 << 16 };
  return { pathSteps: device.software ? 20_000_000 : 2_000_000_000, paths: device.software ? 1 << 16 : 1 << 21 };
}
