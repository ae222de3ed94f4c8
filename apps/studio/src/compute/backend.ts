/**
 * The backend that the worker computes on: opened when asked for, measured by what it does, replaced when its device is lost.
 */
import { type Backend, EngineError, openBackend } from '@trilogue/engine';
import type { BackendChoice } from '../state/state';
import type { Reply } from './protocol';

export interface Holder {
  open(choice: BackendChoice): void;
  /** The open backend, as soon as there is one: where what was asked for is refused, after something else was asked for. */
  current(): Promise<Backend>;
  /** Path-steps a second, as far as is known. */
  speed(): number;
  measure(performance: { readonly steps: number; readonly seconds: number }): void;
  /** After an error that nobody expected: true where it was the loss of a graphics device, and another backend is open. */
  lose(error: unknown): Promise<boolean>;
}

/** Path-steps a second before anything was measured. */
const guess = 40_000_000;
/** Passes of fewer path-steps measure what happens around them. */
const leastSteps = 1_000_000;

export function holdBackend(post: (reply: Reply) => void): Holder {
  let opening: Promise<Backend | null> = Promise.resolve(null);
  let ready = deferred<Backend>();
  let speed = guess;

  const replace = (choice: BackendChoice) => {
    const before = opening;
    speed = guess;
    const fresh = deferred<Backend>();
    // who waits for the backend before this one waits for this one
    ready.resolve(fresh.promise);
    ready = fresh;
    opening = before
      .then((backend) => backend?.close())
      // what is gone needs no closing
      .catch(() => {})
      .then(() => start(choice))
      .then((backend) => {
        if (backend !== null) fresh.resolve(backend);
        return backend;
      });
  };
  const start = async (choice: BackendChoice): Promise<Backend | null> => {
    try {
      const { backend, passedOver } = await openBackend(choice);
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
    current: () => ready.promise,
    speed: () => speed,
    measure({ steps, seconds }) {
      if (steps < leastSteps || seconds <= 0) return;
      const seen = steps / seconds;
      speed = speed === guess ? seen : (speed + seen) / 2;
      post({ kind: 'speed', stepsPerSecond: speed });
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

function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T | Promise<T>): void } {
  let resolve!: (value: T | Promise<T>) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
