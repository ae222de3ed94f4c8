/**
 * Finds WebGPU: the browser's, or in Node the optional package `webgpu`, which is put where GPU.js looks for it.
 */
import { type Device, unavailable } from './device.js';
import { mayHaveVulkan } from './vulkan-drivers.js';

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|\bcpu\b/i;

interface NodeWebGPU {
  readonly globals: object;
  create(options: string[]): GPU;
}

/** The adapter's name; throws EngineError where there is none. */
export async function webgpuDevice(): Promise<Device> {
  await provideInNode();
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (!gpu)
    throw unavailable('webgpu', 'this browser offers no WebGPU (it needs a recent browser and https or localhost)');
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw unavailable('webgpu', 'this machine offers no WebGPU adapter (no graphics driver was found)');
  const { vendor, architecture, device, description } = adapter.info;
  const name = [vendor, architecture, device, description].filter(Boolean).join(' ') || 'unnamed adapter';
  return { name, software: adapter.info.isFallbackAdapter === true || SOFTWARE.test(name) };
}

async function provideInNode(): Promise<void> {
  if (typeof process === 'undefined' || !process.versions?.node) return;
  if (typeof navigator !== 'undefined' && navigator.gpu) return;
  if (!(await mayHaveVulkan())) {
    throw unavailable('webgpu', 'this machine offers no WebGPU adapter (no Vulkan driver found)');
  }
  let webgpu: NodeWebGPU;
  try {
    webgpu = (await import('webgpu' as string)) as NodeWebGPU;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw unavailable('webgpu', `the package "webgpu" cannot be loaded (npm install webgpu): ${reason}`);
  }
  Object.assign(globalThis, webgpu.globals);
  const gpu = webgpu.create([]);
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  } else {
    Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  }
}
