/** Cuts cells times paths into chunks of bounded size, cell by cell, so that cells finish in order. Pure. */
import { EngineError } from '../errors.js';

export interface ChunkPlan {
  readonly firstCell: number;
  readonly cells: number;
  readonly firstPath: number;
  readonly paths: number;
}

export interface ChunkLimits {
  /** The most cells times paths times steps. */
  readonly pathSteps: number;
  /** The most cells times paths. */
  readonly paths: number;
}

/** Path numbers are counted in words of 32 bits, and a chunk keeps to one value of the high word. */
const BORDER = 2 ** 32;

/**
 * Chunks in order. Either several whole cells, or part of the paths of one; parts begin at multiples of 4, and none
 * crosses a multiple of 2^32 paths. Throws EngineError where a limit is not a positive number.
 *
 * @param firstPath number of the first path, a multiple of 4
 */
export function* planChunks(
  cells: number,
  paths: number,
  steps: number,
  limits: ChunkLimits,
  firstPath = 0,
): Generator<ChunkPlan> {
  for (const [name, limit] of [
    ['paths', limits.paths],
    ['pathSteps', limits.pathSteps],
  ] as const) {
    if (!(limit > 0)) throw new EngineError('option', `chunk.${name} must be a positive number; found ${limit}.`);
  }
  const most = Math.max(4, Math.min(limits.paths, Math.floor(limits.pathSteps / steps), BORDER));
  const crosses = Math.floor(firstPath / BORDER) !== Math.floor((firstPath + paths - 1) / BORDER);
  if (paths <= most && !crosses) {
    const together = Math.max(1, Math.floor(most / paths));
    for (let cell = 0; cell < cells; cell += together) {
      yield { firstCell: cell, cells: Math.min(together, cells - cell), firstPath, paths };
    }
    return;
  }
  const part = most - (most % 4);
  for (let cell = 0; cell < cells; cell++) {
    for (let path = firstPath; path < firstPath + paths; ) {
      const border = (Math.floor(path / BORDER) + 1) * BORDER;
      const count = Math.min(part, firstPath + paths - path, border - path);
      yield { firstCell: cell, cells: 1, firstPath: path, paths: count };
      path += count;
    }
  }
}
