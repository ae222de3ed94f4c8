/** The native backend where there are no processes: refused by name. */
import { EngineError } from '../../errors.js';
import type { Backend } from '../contract.js';

export async function createNativeBackend(): Promise<Backend> {
  throw new EngineError('backend', 'backend "native" compiles C, which a page cannot. Use the backend "wasm".');
}
