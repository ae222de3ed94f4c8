/** The parts of GPU.js 2.24.1 that the adapters use, its inner ones included: the version is pinned. */
declare module '#gpujs' {
  export type ArgumentType = 'Array' | 'Float' | 'Integer' | 'MemoryOptimizedNumberTexture';

  export interface KernelSettings {
    output: number[];
    argumentTypes: Record<string, ArgumentType>;
    functions?: readonly string[];
    precision?: 'single' | 'unsigned';
    tactic?: 'speed' | 'balanced' | 'precision';
    loopMaxIterations?: number;
    dynamicOutput?: boolean;
    dynamicArguments?: boolean;
    /** Leaves the result on the device. */
    pipeline?: boolean;
    /** Gives every result a place of its own. */
    immutable?: boolean;
    onRequestFallback?: () => never;
  }

  /** A kernel as called; `kernel` is the backend's object. */
  export interface KernelCall {
    (...args: unknown[]): unknown;
    setOutput(output: number[]): KernelCall;
    destroy(): void;
    kernel: Kernel;
  }

  export class Kernel {
    constructor(source: unknown, settings: unknown);
    argumentNames: string[];
    argumentTypes: string[];
    output: number[];
    fallbackReason?: unknown;
    build(...args: unknown[]): unknown;
  }

  /** A result on the device: a texture of WebGL2 or a buffer of WebGPU. */
  export interface Handle {
    type: string;
    output: number[];
    /** Of a texture: its size as an array. */
    dimensions?: ArrayLike<number>;
    /** Of a buffer: how many numbers a thread returned. */
    componentCount?: number;
    toArray(): unknown;
    delete(): void;
  }

  export interface Plugin {
    name: string;
    functionMatch: string;
    functionReturnType: string;
    functionReplace: string;
    source: string;
    onBeforeRun(kernel: Kernel): void;
  }

  export class WebGPUKernel extends Kernel {
    paramsLayout: { randomSeedOffset: number | null };
    workgroupSize: number[];
    componentCount: number;
    translatedBody: string;
    translateSource(): void;
    assembleWGSL(): string;
    _shapeOutput(data: Float32Array, output: number[], components: number): unknown;
  }
  export class WebGL2Kernel extends Kernel {
    compiledFragmentShader?: string;
    initPlugins(settings: unknown): Plugin[];
  }
  export class CPUKernel extends Kernel {
    _kernelString: string | null;
    getKernelString(): string;
  }

  export class GPU {
    constructor(settings: { mode: string });
    Kernel: typeof Kernel;
    createKernel(source: string, settings: KernelSettings): KernelCall;
    destroy(): Promise<void> | void;
  }

  const library: {
    GPU: typeof GPU;
    WebGPUKernel: typeof WebGPUKernel;
    WebGL2Kernel: typeof WebGL2Kernel;
    CPUKernel: typeof CPUKernel;
    WebGPUContext: { acquire(): Promise<{ adapter: GPUAdapter; device: unknown }>; destroy(): Promise<void> };
  };
  export default library;
}
