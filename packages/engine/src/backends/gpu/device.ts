/** What a GPU.js backend runs on, and the error that says why it cannot. */
import { EngineError } from '../../errors.js';
import type { BackendName } from '../contract.js';

export type GpuMode = Extract<BackendName, 'webgpu' | 'webgl2' | 'cpu'>;

/** What a probe found. */
export interface Device {
  readonly name: string;
  /** True where the "GPU" is computed by a processor. */
  readonly software: boolean;
}

export function unavailable(mode: GpuMode, reason: string): EngineError {
  return new EngineError(
    'backend',
    `backend "${mode}" was asked for, but ${reason}. Use --backend wasm, or --backend auto to choose for you.`,
  );
}
