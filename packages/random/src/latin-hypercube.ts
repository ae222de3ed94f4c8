/**
 * Latin hypercube: points that visit each of `count` slices of every dimension once.
 * Owns the permutations and the place inside a slice. Source: McKay, Beckman & Conover (1979).
 */
import type { Key } from './key.js';
import { createStream, type Stream } from './stream.js';

const WORDS = 2 ** 32;
/** The cell of the streams used here, so that they are not those of cell 0's paths. */
const HYPERCUBE_CELL = 0x4c415449;

/**
 * A random Latin hypercube in [0, 1)^dimensions.
 *
 * In every dimension the points' slices [i/count, (i + 1)/count) are a random permutation, and the place within the
 * slice is uniform. A dimension depends on its number, `count` and the key alone.
 *
 * @param count number of points, up to 2^32.
 * @param dimensions at least 1.
 * @returns `count` rows of `dimensions` coordinates, row after row.
 * @throws RangeError where a number is outside its range.
 */
export function latinHypercube(count: number, dimensions: number, key: Key): Float64Array {
  if (!Number.isInteger(count) || count < 0 || count > WORDS) {
    throw new RangeError(`The number of points must be a whole number from 0 to ${WORDS}, found ${count}.`);
  }
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new RangeError(`The number of dimensions must be a whole number from 1, found ${dimensions}.`);
  }
  const points = new Float64Array(count * dimensions);
  const slices = new Uint32Array(count);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const stream = createStream(key, HYPERCUBE_CELL, dimension);
    shuffle(slices, stream);
    for (let row = 0; row < count; row++) {
      points[row * dimensions + dimension] = (slices[row]! + stream.unit()) / count;
    }
  }
  return points;
}

/** Fisher & Yates: a uniform permutation of 0, 1, ..., n - 1 into `slices`. */
function shuffle(slices: Uint32Array, stream: Stream): void {
  for (let i = 0; i < slices.length; i++) {
    const j = below(i + 1, stream);
    slices[i] = slices[j]!;
    slices[j] = i;
  }
}

/** A whole number below `end`, each equally likely: words beyond the last full round are thrown away. */
function below(end: number, stream: Stream): number {
  const limit = WORDS - (WORDS % end);
  let word = stream.word();
  while (word >= limit) {
    word = stream.word();
  }
  return word % end;
}
