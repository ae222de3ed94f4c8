/**
 * The WebAssembly backend: one thread a core, each with its own instance of the kernel. Chunks go to whichever thread
 * is free; tallies are exact sums, so it does not matter which.
 */
import { EngineError } from '../../errors.js';
import type { Backend, BackendOptions, Chunk, Kernel, Runner } from '../contract.js';
import { compileKernel, createMachine } from './machine.js';
import type { Reply, Request, Thread } from './protocol.js';

/** A module that uses one vector instruction: validates only where SIMD is supported. */
const SIMD_PROBE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01, 0x00,
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b,
]);

export async function createWasmBackend(options: BackendOptions = {}): Promise<Backend> {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(SIMD_PROBE)) {
    throw new EngineError('backend', 'backend "wasm" needs WebAssembly with SIMD, which this JavaScript engine lacks.');
  }
  const { coreCount, startThread } = await import('#threads');
  const count = options.threads ?? coreCount();
  const workers = Array.from({ length: count }, () => createWorker(startThread()));
  let runners = 0;
  return {
    name: 'wasm',
    device: `SIMD WebAssembly on ${count} thread${count === 1 ? '' : 's'}`,
    threads: count,
    concurrency: 2 * count,
    chunk: { pathSteps: 8_000_000, paths: 1 << 17, registers: Number.POSITIVE_INFINITY },
    open: (kernel) => openRunner(workers, runners++, kernel),
    async close() {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

async function openRunner(workers: readonly PoolWorker[], runner: number, kernel: Kernel): Promise<Runner> {
  const module = await compileKernel(kernel);
  await Promise.all(workers.map((worker) => worker.ask({ kind: 'open', runner, kernel, module })));
  return {
    async run(chunk: Chunk) {
      const worker = workers.reduce((least, next) => (next.waiting() < least.waiting() ? next : least));
      const reply = await worker.ask({ kind: 'run', runner, chunk });
      return reply.tally!;
    },
    async trace(chunk) {
      return (await createMachine(kernel, module)).trace(chunk);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.ask({ kind: 'close', runner })));
    },
  };
}

interface PoolWorker {
  /** Requests not yet answered. */
  waiting(): number;
  ask(request: DistributiveOmit<Request, 'id'>): Promise<{ readonly tally?: Float64Array }>;
  end(): Promise<void>;
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

function createWorker(thread: Thread): PoolWorker {
  const pending = new Map<number, { resolve(reply: { tally?: Float64Array }): void; reject(error: Error): void }>();
  let next = 0;
  let failed: Error | undefined;
  const settle = (id: number) => {
    const waiter = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) thread.setBusy(false);
    return waiter;
  };
  thread.onReply((reply: Reply) => {
    const waiter = settle(reply.id);
    if ('error' in reply) waiter?.reject(new Error(`bug in a WebAssembly worker: ${reply.error}`));
    else if ('refused' in reply) waiter?.reject(new EngineError('backend', reply.refused));
    else waiter?.resolve(reply);
  });
  thread.onFailure((error) => {
    failed = error;
    for (const id of [...pending.keys()]) settle(id)?.reject(error);
  });
  return {
    waiting: () => pending.size,
    ask(request) {
      if (failed) return Promise.reject(failed);
      const id = next++;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        thread.setBusy(true);
        thread.post({ ...request, id } as Request);
      });
    },
    end: () => thread.end(),
  };
}
