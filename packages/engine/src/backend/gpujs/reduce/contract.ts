/**
 * Reduction: what measures take from the paths of a chunk is summed where the states are. The runner calls it after each
 * launch that reaches a record. Members: on the device (`on-device.ts`), in this thread's memory (`in-memory.ts`).
 */
import type { Chunk } from '../../contract.js';
import type { State } from '../states.js';

export interface Reducer {
  /** The most cells that a chunk may have. */
  readonly mostCells: number;
  /**
   * Starts to sum a record. The states may be changed or freed once the promise resolves; the sums are in the tallies when
   * `done` resolves too.
   */
  start(
    record: number,
    states: readonly State[],
    chunk: Chunk,
    tallies: Float64Array,
  ): Promise<{ done: Promise<void> }>;
  close(): void;
}
