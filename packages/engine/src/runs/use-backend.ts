/** Opens the backend that a run asks for, or borrows an open one, and closes what it opened. */
import { type Opened, openBackend } from '../backends/choose.js';
import type { Backend, BackendName } from '../backends/contract.js';
import { EngineError } from '../errors.js';

export interface BackendChoice {
  /** A name, `auto` for the fastest that works here, or an open backend that is left open. Default `auto`. */
  readonly backend?: BackendName | 'auto' | Backend;
  /** Threads of the native and the WebAssembly backend; default one a core. */
  readonly threads?: number;
}

export async function withBackend<T>(choice: BackendChoice, use: (opened: Opened) => Promise<T>): Promise<T> {
  const { backend = 'auto', threads } = choice;
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 1024)) {
    throw new EngineError('option', `threads must be a whole number from 1 to 1024; found ${threads}.`);
  }
  if (typeof backend === 'object') return use({ backend, passedOver: [] });
  const opened = await openBackend(backend, { threads });
  try {
    return await use(opened);
  } finally {
    await opened.backend.close();
  }
}

/** The most paths of an ensemble: up to here every tally is an exact sum. */
const MOST_PATHS = 2 ** 31;

/** Throws where a number of paths is not a whole number from 1 to 2^31. */
export function checkPaths(paths: number): void {
  if (!(Number.isInteger(paths) && paths >= 1 && paths <= MOST_PATHS)) {
    throw new EngineError('option', `paths must be a whole number from 1 to ${MOST_PATHS}; found ${paths}.`);
  }
}
