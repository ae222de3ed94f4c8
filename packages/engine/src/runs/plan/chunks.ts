/** Cuts cells times paths into chunks of bounded size, cell by cell, so that cells finish in order. */
import { EngineError } from '../../errors.js';

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
 * @param limits read before each chunk: they may change meanwhile
 * @param firstPath number of the first path, a multiple of 4
 */
export function* planChunks(
  cells: number,
  paths: number,
  steps: number,
  limits: ChunkLimits,
  firstPath = 0,
): Generator<ChunkPlan> {
  const end = firstPath + paths;
  const crosses = Math.floor(firstPath / BORDER) !== Math.floor((end - 1) / BORDER);
  let [cell, path] = [0, firstPath];
  while (cell < cells) {
    const most = mostPaths(limits, steps);
    if (path === firstPath && paths <= most && !crosses) {
      const together = Math.min(Math.max(1, Math.floor(most / paths)), cells - cell);
      yield { firstCell: cell, cells: together, firstPath, paths };
      cell += together;
      continue;
    }
    const border = (Math.floor(path / BORDER) + 1) * BORDER;
    const count = Math.min(most - (most % 4), end - path, border - path);
    yield { firstCell: cell, cells: 1, firstPath: path, paths: count };
    path += count;
    if (path === end) [cell, path] = [cell + 1, firstPath];
  }
}

function mostPaths({ paths, pathSteps }: ChunkLimits, steps: number): number {
  for (const [name, limit] of Object.entries({ paths, pathSteps })) {
    if (!(limit > 0)) throw new EngineError('option', `chunk.${name} must be a positive number; found ${limit}.`);
  }
  return Math.max(4, Math.min(paths, Math.floor(pathSteps / steps), BORDER));
}
