/**
 * What a GPU.js backend would run on. Loads nothing of GPU.js.
 */
import type { Device, GpuMode } from './device.js';
import { webgl2Device } from './device-webgl2.js';
import { webgpuDevice } from './device-webgpu.js';

const probes: Record<GpuMode, () => Promise<Device>> = {
  webgpu: webgpuDevice,
  webgl2: webgl2Device,
  cpu: async () => ({ name: 'plain JavaScript', software: true }),
};

/** Throws EngineError, with a reason that a person can act on, where there is nothing to run on. */
export function probeGpu(mode: GpuMode): Promise<Device> {
  return probes[mode]();
}
