/**
 * A backend for a job that runs aside: every chunk of paths waits until no other job is running a pass.
 */
import type { Backend } from '@trilogue/engine';
import type { Scheduler } from './scheduler';

export function backendAside(backend: Backend, scheduler: Scheduler, signal: AbortSignal): Backend {
  const { name, device, threads, concurrency, chunk } = backend;
  const piece = <T>(work: () => Promise<T>) =>
    scheduler.aside(async () => {
      signal.throwIfAborted();
      return work();
    });
  return {
    ...{ name, device, threads, concurrency, chunk },
    async open(kernel) {
      const runner = await backend.open(kernel);
      return {
        ...runner,
        run: (part, stop) => piece(() => runner.run(part, stop)),
        trace: (part) => piece(() => runner.trace(part)),
      };
    },
    // it belongs to all jobs
    close: async () => {},
  };
}
