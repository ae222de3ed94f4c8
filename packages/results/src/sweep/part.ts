/** Parts of a sweep for several machines: `2/8` is the second of eight, and which cells it has follows from that alone. */

export const mostParts = 10_000;

/** The second of eight parts is `{ index: 2, of: 8 }`. */
export interface Part {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Such as `2/8`. */
export function partText({ index, of }: Part): string {
  return `${index}/${of}`;
}

/** Neighbouring cells that go together: few enough that every part has cells from all over the grid, and so as much to do. */
const longestRun = 32;
const runsEach = 4;

/** Whether a cell belongs to a part: runs of cells are dealt out in turn. */
export function isInPart(cells: number, part: Part | null): (cell: number) => boolean {
  if (part === null) return () => true;
  const run = Math.max(1, Math.min(longestRun, Math.floor(cells / (runsEach * part.of))));
  return (cell) => Math.floor(cell / run) % part.of === part.index - 1;
}
