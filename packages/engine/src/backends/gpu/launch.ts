/** Makes and starts GPU.js kernels with the settings that all of ours share, and never lets one run elsewhere. */
import type { ArgumentType, GPU, KernelCall } from '#gpujs';
import { EngineError } from '../../errors.js';
import type { GpuMode } from './device.js';

/** GPU.js cuts loops whose bound is an argument at this many turns. */
const LOOP_MAX = 2 ** 31 - 1;

export interface KernelText {
  readonly source: string;
  readonly argumentTypes: Record<string, ArgumentType>;
  readonly functions: readonly string[];
  /** Dimensions of the output. */
  readonly rank: 2 | 3;
  /** Results stay on the device; each in a place of its own where it must outlast the next launch. */
  readonly keep?: 'until next launch' | 'until freed';
}

export interface Launcher {
  create(text: KernelText): KernelCall;
  /** Starts a kernel. The result may still be a promise: it is not waited for. */
  start(call: KernelCall, output: number[], values: readonly unknown[]): Promise<{ result: unknown }>;
}

export function createLauncher(gpu: GPU, mode: GpuMode): Launcher {
  return {
    create: ({ source, argumentTypes, functions, rank, keep }) =>
      gpu.createKernel(source, {
        output: new Array<number>(rank).fill(1),
        argumentTypes,
        functions,
        precision: 'single',
        tactic: 'precision',
        loopMaxIterations: LOOP_MAX,
        dynamicOutput: true,
        dynamicArguments: true,
        pipeline: keep !== undefined,
        immutable: keep === 'until freed',
        onRequestFallback: () => {
          throw new EngineError('backend', `GPU.js refused this kernel on ${mode} and would have run it elsewhere.`);
        },
      }),
    async start(call, output, values) {
      if (String(call.kernel.output) !== String(output)) call.setOutput(output);
      // a kernel that is built starts within the call, so that its arguments may be changed after it
      await call.kernel.build(...values);
      assertBackend(call, gpu, mode);
      const result = call(...values);
      assertBackend(call, gpu, mode);
      return { result };
    },
  };
}

/** GPU.js may fall back to another class of kernel on its own; that is never accepted. */
function assertBackend(call: KernelCall, gpu: GPU, mode: GpuMode): void {
  if (call.kernel.fallbackReason !== undefined && call.kernel.fallbackReason !== null) {
    throw new EngineError('backend', `GPU.js left ${mode} for another backend: ${String(call.kernel.fallbackReason)}.`);
  }
  if (call.kernel.constructor !== gpu.Kernel) {
    throw new EngineError('backend', `GPU.js ran ${call.kernel.constructor.name} where ${mode} was asked for.`);
  }
}
