/**
 * Sobol points: a low-discrepancy sequence in up to 512 dimensions, plain or scrambled. Owns the recurrence of the
 * direction numbers, the order of the points and the scramble. The table is `sobol-directions.ts`.
 *
 * Source: Sobol' (1967) for the sequence; Antonov & Saleev (1979) for the Gray code order; Joe & Kuo (2008) for the
 * direction numbers; Owen (1995) for nested uniform scrambling.
 */
import type { Key } from './key.js';
import { philoxInto } from './philox.js';
import { packedDirections } from './sobol-directions.js';

const BITS = 32;
/** Levels of the binary tree that one random word serves: 31 nodes of 5 levels. */
const LEVELS_PER_WORD = 5;
/** Keeps the scramble away from the counters of paths, whose last word is a cell. */
const SCRAMBLE_DOMAIN = 0x534f424f;

const table = packedDirections.split(' ');

/** Largest number of dimensions of {@link sobolPoints}: 512. */
export const SOBOL_DIMENSIONS = table.length + 1;

/** Options of {@link sobolPoints}. */
export interface SobolOptions {
  /** Key of the nested uniform scramble; without it the points are the plain ones. */
  readonly key?: Key;
  /** Index of the first point, default 0. */
  readonly first?: number;
}

/**
 * Sobol points in [0, 1)^dimensions, in Gray code order, as Joe & Kuo list them.
 *
 * Plain points are multiples of 2^-32 and the first is the origin. With a key the digits of every coordinate are
 * scrambled as in Owen (1995): each node of the binary tree of a dimension is turned over by its own random bit, so
 * every point is uniform and the points stay a digital net; coordinates are then odd multiples of 2^-33, never 0. A
 * point depends on its index, its dimension and the key alone: more points or more dimensions leave the others as they
 * are. Nets are balanced where `count` is a power of two.
 *
 * @param count number of points.
 * @param dimensions from 1 to 512.
 * @returns `count` rows of `dimensions` coordinates, row after row. Scrambling costs seven Philox blocks a coordinate.
 * @throws RangeError where a number is outside its range; first + count may be at most 2^32.
 */
export function sobolPoints(count: number, dimensions: number, options: SobolOptions = {}): Float64Array {
  const { key, first = 0 } = options;
  check('number of dimensions', dimensions, 1, SOBOL_DIMENSIONS);
  check('first index', first, 0, 2 ** BITS - 1);
  check('number of points', count, 0, 2 ** BITS - first);
  const points = new Float64Array(count * dimensions);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const directions = directionsOf(dimension);
    for (let row = 0; row < count; row++) {
      const digits = digitsAt(first + row, directions);
      points[row * dimensions + dimension] =
        key === undefined ? digits * 2 ** -BITS : (scramble(digits, dimension, key) + 0.5) * 2 ** -BITS;
    }
  }
  return points;
}

/** XOR of the direction numbers at the set bits of the Gray code of the index. */
function digitsAt(index: number, directions: Uint32Array): number {
  const unsigned = index >>> 0;
  let gray = (unsigned ^ (unsigned >>> 1)) >>> 0;
  let digits = 0;
  for (let bit = 0; gray !== 0; bit++, gray >>>= 1) {
    if (gray & 1) {
      digits ^= directions[bit]!;
    }
  }
  return digits >>> 0;
}

/**
 * v_i = m_i 2^(32 - i), with m_i = 2 a_1 m_(i-1) ^ 4 a_2 m_(i-2) ^ ... ^ 2^s m_(i-s) ^ m_(i-s): Joe & Kuo (2008),
 * equation 2. The first dimension has all m_i = 1.
 */
function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    return v.map((_, i) => 2 ** (BITS - 1 - i));
  }
  const [a, ...halves] = table[dimension - 1]!.split('.').map((digits) => Number.parseInt(digits, 36));
  const m = [1, ...halves.map((half) => 2 * half + 1)];
  const degree = m.length;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      v[i] = m[i]! * 2 ** (BITS - 1 - i);
      continue;
    }
    let value = v[i - degree]! ^ (v[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((a! >>> (degree - 1 - k)) & 1) {
        value ^= v[i - k]!;
      }
    }
    v[i] = value;
  }
  return v;
}

const block = new Uint32Array(4);

/**
 * Turns over digit `level` by a random bit of the node that the digits before it name. A word at the root of a subtree
 * of five levels holds the bits of its 31 nodes, in heap order.
 */
function scramble(digits: number, dimension: number, key: Key): number {
  let result = 0;
  for (let level = 0; level < BITS; level += LEVELS_PER_WORD) {
    const prefix = level === 0 ? 0 : digits >>> (BITS - level);
    philoxInto(block, prefix, level, dimension, SCRAMBLE_DOMAIN, key.lo, key.hi);
    let node = 1;
    for (let below = level; below < Math.min(level + LEVELS_PER_WORD, BITS); below++) {
      const shift = BITS - 1 - below;
      const digit = (digits >>> shift) & 1;
      result |= (digit ^ ((block[0]! >>> node) & 1)) << shift;
      node = 2 * node + digit;
    }
  }
  return result >>> 0;
}

function check(what: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`The ${what} of Sobol points must be a whole number from ${low} to ${high}, found ${value}.`);
  }
}
