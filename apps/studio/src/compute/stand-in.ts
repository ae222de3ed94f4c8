/**
 * What stands in for a graphics device that has not started, or is slower: WebAssembly, for coarse pictures only. The library of a
 * device and its kernels take most of a second, and more to load than everything else on the page; a device that a processor
 * computes never gets faster than WebAssembly.
 */
import { type Backend, openBackend, opensGraphics } from '@trilogue/engine';
import type { BackendChoice } from '../state/state';
import { threadCount } from './threads';

export interface StandIn {
  /** Null where there is none. */
  readonly backend: Backend | null;
  /** Runs work on it; null, and nothing is run, where there is none or it is closed. */
  use<T>(work: (backend: Backend) => Promise<T>): Promise<T | null>;
  /** Takes no more work, and ends when there is none. */
  close(): Promise<void>;
}

export const noStandIn: StandIn = { backend: null, use: async () => null, close: async () => {} };

/** There is none for a device that does not exist: its refusal comes first. */
export async function standInFor(choice: BackendChoice): Promise<StandIn> {
  if (!(await opensGraphics(choice))) return noStandIn;
  const { backend } = await openBackend('wasm', { threads: threadCount() });
  const inUse = new Set<Promise<unknown>>();
  let closed = false;
  return {
    backend,
    async use(work) {
      if (closed) return null;
      const running = work(backend);
      inUse.add(running);
      try {
        return await running;
      } finally {
        inUse.delete(running);
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(inUse);
      await backend.close();
    },
  };
}
