/**
 * What stands in for a graphics device that has not started: WebAssembly, for coarse pictures only. The library of the device and
 * its kernels take most of a second, and more to load than everything else on the page.
 */
import { type Backend, openBackend, opensGraphics } from '@trilogue/engine';
import type { BackendChoice } from '../state/state';

export interface StandIn {
  /** Whether there is one. */
  readonly isThere: boolean;
  /** Runs work on it; null, and nothing is run, where there is none or it is closed. */
  use<T>(work: (backend: Backend) => Promise<T>): Promise<T | null>;
  /** Takes no more work, and ends when there is none. */
  close(): Promise<void>;
}

export const noStandIn: StandIn = { isThere: false, use: async () => null, close: async () => {} };

/** There is none for a device that does not exist: its refusal comes first. */
export async function standInFor(choice: BackendChoice): Promise<StandIn> {
  if (!(await opensGraphics(choice))) return noStandIn;
  const { backend } = await openBackend('wasm');
  const inUse = new Set<Promise<unknown>>();
  let closed = false;
  return {
    isThere: true,
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
      closed = true;
      await Promise.allSettled(inUse);
      await backend.close();
    },
  };
}
