/**
 * How long chunks are where a time is asked for: the cost of a path-step differs tenfold between schemes, few and many cells,
 * trials and results, so each chunk is as long as the ones before it say.
 */
import type { ChunkLimits } from './chunks.js';

export interface Pace {
  /** For the next chunk. */
  readonly limits: ChunkLimits;
  /** A chunk of so many path-steps came back after so many seconds. */
  took(pathSteps: number, seconds: number): void;
}

/** What a chunk may change of the length of the next one. */
const FASTEST_GROWTH = 2;
const FASTEST_DECLINE = 1 / 8;
/** Path-steps below which a chunk costs more to hand over than to compute, on every backend. */
const LEAST = 10_000;

/**
 * @param first limits of the first chunks
 * @param seconds that a chunk may take
 * @param most path-steps of a chunk, however fast they are
 */
export function paceOf(first: ChunkLimits, seconds: number, most: number): Pace {
  const limits = { ...first };
  return {
    limits,
    took(pathSteps, took) {
      // the time of a short chunk is mostly overhead and does not predict that of a long one
      if (took < seconds && pathSteps < limits.pathSteps / 2) return;
      const ratio = Math.min(FASTEST_GROWTH, Math.max(FASTEST_DECLINE, seconds / took));
      limits.pathSteps = Math.min(most, Math.max(LEAST, pathSteps * ratio));
    },
  };
}
