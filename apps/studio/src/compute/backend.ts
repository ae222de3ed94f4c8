/**
 * The backend that the worker computes on: opened when asked for, measured by what it does, replaced when its device is lost.
 * A graphics device starts slowly, and perhaps a processor computes it: coarse pictures come from WebAssembly until the device is
 * there and faster.
 */
import { type Backend, EngineError, openBackend } from '@trilogue/engine';
import type { BackendChoice } from '../state/state';
import type { Reply } from './protocol';
import { noStandIn, type StandIn, standInFor } from './stand-in';
import { threadCount } from './threads';

export interface Holder {
  open(choice: BackendChoice): void;
  /**
   * Runs a coarse pass on what stands in for a graphics device while that has not started or is slower; null, and not run, where
   * nothing stands in. The device starts after `startNow`, or soon by itself.
   */
  early<T>(work: (standIn: Backend) => Promise<T>): Promise<T | null>;
  startNow(): void;
  /** The open backend, as soon as there is one: where what was asked for is refused, after something else was asked for. */
  current(): Promise<Backend>;
  /** Path-steps a second of a backend; null before anything was measured. */
  speed(backend: Backend): number | null;
  measure(backend: Backend, performance: { readonly steps: number; readonly seconds: number }): Promise<void>;
  /** After an unexpected error: true where it was the loss of a graphics device, and another backend is open. */
  lose(error: unknown): Promise<boolean>;
}

/** Milliseconds after which a graphics device starts where no picture is drawn. */
const longestEarly = 5000;
/** Passes of fewer path-steps measure what happens around them. */
const leastSteps = 1_000_000;

export function holdBackend(post: (reply: Reply) => void): Holder {
  let opening: Promise<Backend | null> = Promise.resolve(null);
  let ready = deferred<Backend>();
  let standIn: Promise<StandIn> = Promise.resolve(noStandIn);
  const start = deferred<void>();
  /** The backend of the page, once it is there. */
  let opened: Backend | null = null;
  const speeds = new WeakMap<Backend, number>();

  const replace = (choice: BackendChoice) => {
    const [before, standInBefore] = [opening, standIn];
    opened = null;
    const fresh = deferred<Backend>();
    // callers that wait for the previous backend get this one
    ready.resolve(fresh.promise);
    ready = fresh;
    const started = start.promise;
    const closed = Promise.all([before.then((backend) => backend?.close()), standInBefore.then(({ close }) => close())])
      // a lost device needs no closing
      .catch(() => {});
    // where it does not start nothing stands in
    const early = closed.then(() => standInFor(choice)).catch(() => noStandIn);
    standIn = early;
    opening = early.then(async (bridge) => {
      if (bridge.backend !== null) await Promise.race([started, after(longestEarly)]);
      const backend = await openOrRefuse(choice);
      opened = backend;
      if (backend === null) await bridge.close();
      else fresh.resolve(backend);
      return backend;
    });
  };
  const openOrRefuse = async (choice: BackendChoice): Promise<Backend | null> => {
    try {
      const { backend, passedOver } = await openBackend(choice, { threads: threadCount() });
      const { name, device, threads } = backend;
      post({ kind: 'opened', backend: { name, device, threads, passedOver } });
      return backend;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'refused', asked: choice, message });
      return null;
    }
  };
  return {
    open: replace,
    early: async (work) => (await standIn).use(work),
    startNow: () => start.resolve(),
    current: () => ready.promise,
    speed: (backend) => speeds.get(backend) ?? null,
    async measure(backend, { steps, seconds }) {
      if (steps < leastSteps || seconds <= 0) return;
      const seen = steps / seconds;
      const speed = (seen + (speeds.get(backend) ?? seen)) / 2;
      speeds.set(backend, speed);
      if (backend !== opened) return;
      post({ kind: 'speed', stepsPerSecond: speed });
      const bridge = await standIn;
      const early = bridge.backend && speeds.get(bridge.backend);
      if (early != null && speed > early) await bridge.close();
    },
    async lose(error) {
      const backend = await opening;
      if (backend === null || error instanceof EngineError) return false;
      if (backend.name !== 'webgpu' && backend.name !== 'webgl2') return false;
      post({ kind: 'lost', name: backend.name, message: error instanceof Error ? error.message : String(error) });
      replace('wasm');
      return (await opening) !== null;
    },
  };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T | Promise<T>): void } {
  let resolve!: (value: T | Promise<T>) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
