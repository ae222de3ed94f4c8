/**
 * Opens a backend by name, or the fastest that really works here: a hardware GPU through WebGPU, then WebGL2; then
 * WebAssembly; then plain JavaScript. A GPU that is computed by the processor is never chosen, only taken when asked for.
 */
import { EngineError } from '../errors.js';
import type { Backend, BackendName, BackendOptions } from './contract.js';
import { type GpuMode, unavailable } from './gpu/device.js';
import { probeGpu } from './gpu/probe.js';
import { mayHaveGraphics } from './gpu/vulkan-drivers.js';
import { createReferenceBackend } from './reference.js';
import { selfTest } from './self-test.js';
import { createWasmBackend } from './wasm/backend.js';

export const backendNames: readonly BackendName[] = ['webgpu', 'webgl2', 'native', 'wasm', 'cpu', 'reference'];

export interface Opened {
  readonly backend: Backend;
  /** Why faster backends were passed over, where the choice was free. */
  readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
}

/**
 * Whether opening `name` would take a graphics device, as far as a probe tells: a slow start, with a library to load and kernels to
 * compile, which a page may bridge with `wasm`. Loads nothing.
 */
export async function opensGraphics(name: BackendName | 'auto'): Promise<boolean> {
  if (name !== 'auto' && name !== 'webgpu' && name !== 'webgl2') return false;
  const candidates = name === 'auto' ? (['webgpu', 'webgl2'] as const) : [name];
  for (const candidate of candidates) {
    try {
      await (name === 'auto' ? requireHardware(candidate) : probeGpu(candidate));
      return true;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
  return false;
}

/** Opens what is asked for, and nothing else; throws EngineError with the reason where it cannot be had. */
export async function openBackend(name: BackendName | 'auto', options: BackendOptions = {}): Promise<Opened> {
  if (name !== 'auto') return { backend: await openNamed(name, options), passedOver: [] };
  const passedOver: { name: BackendName; reason: string }[] = [];
  for (const candidate of ['webgpu', 'webgl2', 'wasm', 'cpu'] as const) {
    try {
      if (candidate === 'webgpu' || candidate === 'webgl2') await requireHardware(candidate);
      return { backend: await openNamed(candidate, options), passedOver };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      passedOver.push({ name: candidate, reason: error.message });
    }
  }
  throw new EngineError('backend', `no backend works here: ${passedOver.map((p) => p.reason).join(' ')}`);
}

async function openNamed(name: BackendName, options: BackendOptions): Promise<Backend> {
  switch (name) {
    case 'webgpu':
    case 'webgl2':
    case 'cpu':
      // most pages and runs never need it
      return (await import('./gpu/backend.js')).createGpuBackend(name);
    case 'native':
      return tested(await (await import('#native')).createNativeBackend(options));
    case 'wasm':
      return tested(await createWasmBackend(options));
    case 'reference':
      return createReferenceBackend();
    default:
      throw new EngineError('option', `unknown backend "${String(name)}". Known: auto, ${backendNames.join(', ')}.`);
  }
}

async function tested(backend: Backend): Promise<Backend> {
  try {
    await selfTest(backend);
    return backend;
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function requireHardware(mode: GpuMode): Promise<void> {
  // before a library is loaded that would say so in words of its own
  if (!(await mayHaveGraphics())) throw unavailable(mode, 'this machine shows no graphics device');
  const device = await probeGpu(mode);
  if (device.software) throw new EngineError('backend', `${device.name} is computed by the processor`);
}
