import type { Fault } from '../src/fault/fault.js';
import { GameError } from '../src/fault/game-error.js';

/** What is wrong, as data; none where nothing is. Any other error passes through and fails the test. */
export function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work();
  } catch (error) {
    if (error instanceof GameError) return error.faults;
    throw error;
  }
  return [];
}
