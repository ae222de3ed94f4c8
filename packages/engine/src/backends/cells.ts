/** Parts of a list of cells. */
import type { Cells } from './contract.js';

/** The cells with these numbers, in this order, as a copy. */
export function pickCells(cells: Cells, wanted: readonly number[]): Cells {
  const pick = (numbers: Float32Array) => {
    const width = numbers.length / cells.count;
    const picked = new Float32Array(wanted.length * width);
    for (const [i, cell] of wanted.entries()) picked.set(numbers.subarray(cell * width, (cell + 1) * width), i * width);
    return picked;
  };
  return {
    count: wanted.length,
    coefficients: pick(cells.coefficients),
    start: pick(cells.start),
    streams: Uint32Array.from(wanted, (cell) => cells.streams[cell]),
  };
}
