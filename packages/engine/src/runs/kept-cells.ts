/** A reader of cells that reads each of them once, for steps and rounds that want it again. */
import type { CellNumbers, CellReader } from './cell-numbers.js';

/** @param count cells of the run; all their numbers are held in memory once they are read */
export function keptCells(read: CellReader, count: number): CellReader {
  const there = new Uint8Array(count);
  let all: CellNumbers | undefined;
  return (cells) => {
    const missing = Array.from(cells).filter((cell) => there[cell] === 0);
    if (missing.length > 0) {
      const found = read(missing);
      all ??= room(found, count);
      for (const [i, cell] of missing.entries()) {
        copyCell(found, i, all, cell);
        there[cell] = 1;
      }
    }
    if (all === undefined) return read(cells);
    const picked = room(all, cells.length);
    for (let i = 0; i < cells.length; i++) copyCell(all, cells[i], picked, i);
    return picked;
  };
}

/** Empty cells of the same widths. */
function room({ shape, numbers, starts, count: there }: CellNumbers, count: number): CellNumbers {
  return {
    count,
    shape,
    numbers: new Float64Array(count * (numbers.length / there)),
    starts: new Float64Array(count * (starts.length / there)),
    streams: new Uint32Array(count),
  };
}

function copyCell(from: CellNumbers, i: number, to: CellNumbers, k: number): void {
  for (const name of ['numbers', 'starts'] as const) {
    const width = from[name].length / from.count;
    to[name].set(from[name].subarray(i * width, (i + 1) * width), k * width);
  }
  to.streams[k] = from.streams[i];
}
