/** Records that an earlier sweep of the folder has left and that spare cells their first paths, read as they are needed. */
import { type Chunk, readChunk } from './chunk.js';
import type { FoundRecords } from './read-records.js';
import type { SweepRecords } from './records.js';

export type KnownReader = (cells: readonly number[]) => Promise<Float64Array | undefined>;

/** Chunks that are held: cells that are run together mostly lie in one. */
const held = 4;

/** What reads the known records of some cells, one after the other, zeros where there is none. */
export function knownReader({ folder, plan }: SweepRecords, survey: FoundRecords): KnownReader {
  const size = plan.recordSize;
  const chunks = new Map<number, Promise<Chunk | string>>();
  const chunkOf = (number: number) => {
    const found = chunks.get(number) ?? readChunk(folder, number);
    chunks.delete(number);
    chunks.set(number, found);
    if (chunks.size > held) chunks.delete(chunks.keys().next().value!);
    return found;
  };
  return async (cells) => {
    if (!cells.some((cell) => survey.knownChunk[cell]! > 0)) return undefined;
    const records = new Float64Array(cells.length * size);
    for (const [i, cell] of cells.entries()) {
      const number = survey.knownChunk[cell]!;
      if (number === 0) continue;
      const chunk = await chunkOf(number);
      // it was whole a moment ago; without it the cell begins at its first path
      if (typeof chunk === 'string') continue;
      const place = survey.knownPlace[cell]!;
      records.set(chunk.records.subarray(place * size, (place + 1) * size), i * size);
    }
    return records;
  };
}
