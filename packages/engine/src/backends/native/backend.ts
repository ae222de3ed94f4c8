/**
 * The native backend: the step program as C, compiled by the machine's own compiler, in processes that are fed chunks. The bits are
 * those of WebAssembly. A process that crashes is an error of the run, and none of its unfinished paths are counted.
 */
import { availableParallelism } from 'node:os';
import { EngineError } from '../../errors.js';
import type { Backend, BackendOptions, Runner } from '../contract.js';
import { findCompiler } from './compiler.js';
import { kernelText } from './print-kernel.js';
import { openRunner } from './runner.js';

/**
 * @param compilers names of compilers, the first of which that runs is taken
 * @throws EngineError where there is none
 */
export async function createNativeBackend(
  options: BackendOptions = {},
  compilers?: readonly string[],
): Promise<Backend> {
  if (process.platform === 'win32') {
    throw new EngineError('backend', 'backend "native" runs on Linux and macOS, not on Windows. Use --backend wasm.');
  }
  const compiler = await findCompiler(compilers);
  const threads = options.threads ?? availableParallelism();
  const runners = new Set<Runner>();
  return {
    name: 'native',
    device: `C by ${compiler.version} on ${threads} thread${threads === 1 ? '' : 's'}`,
    threads,
    concurrency: 2 * threads,
    chunk: { pathSteps: 32_000_000, paths: 1 << 18, registers: Number.POSITIVE_INFINITY },
    async open(kernel) {
      const program = await compiler.compile(kernelText(kernel));
      const runner = openRunner(program, kernel, threads);
      runners.add(runner);
      return {
        ...runner,
        async close() {
          runners.delete(runner);
          await runner.close();
        },
      };
    },
    async close() {
      await Promise.all([...runners].map((runner) => runner.close()));
    },
  };
}
