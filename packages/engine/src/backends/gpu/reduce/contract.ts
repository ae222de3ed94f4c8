/**
 * Reduction: what measures take from the paths of a chunk is summed. The runner calls it after each launch that reaches a
 * record. Members: on the device (`on-device.ts`), so that only sums travel; in this thread's memory (`in-memory.ts`), where the
 * device is this processor too, which compares a path with every edge of a histogram far more slowly than it finds its bin.
 *
 * A backend has one of them for good: they may differ in the last bit of what they sum, and chunks must leave no trace.
 */
import type { Chunk } from '../../contract.js';
import type { State } from '../states.js';

/** Where sums are made. */
export type Reduction = 'on device' | 'in memory';

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
