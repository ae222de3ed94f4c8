/**
 * Streams: every path of every cell has its own sequence of words, found by address alone.
 * Owns the meaning of the four counter words: (block, path low, path high, cell). Holds no state beyond a stream's own place.
 *
 * Word `index` of a stream is lane `index mod 4` of block `floor(index / 4)`. Two different addresses never share a counter,
 * so streams of one key do not overlap, in whatever order, chunk, thread or machine they are read.
 */
import type { Key } from './key.js';
import { philoxInto } from './philox.js';

const WORDS = 2 ** 32;

/** Words in one stream: 2^32 blocks of four. */
export const STREAM_LENGTH = 4 * WORDS;

/** One path's random numbers, in order. */
export interface Stream {
  /**
   * The next word, an unsigned 32-bit integer.
   * @throws RangeError after `STREAM_LENGTH` words.
   */
  word(): number;
  /** The next word as a number in [0, 1), a multiple of 2^-24: see {@link unitOf}. */
  unit(): number;
}

/** The high 24 bits of a word as a number in [0, 1): (word >>> 8) 2^-24, exact in single precision. */
export function unitOf(word: number): number {
  return (word >>> 8) * 2 ** -24;
}

/**
 * One word of a stream, by its place.
 *
 * @param cell whole number from 0 to 2^32 - 1.
 * @param path whole number from 0 to 2^53 - 1.
 * @param index whole number from 0 to 2^34 - 1.
 * @returns an unsigned 32-bit integer.
 * @throws RangeError where one of them is outside its range.
 */
export function wordAt(key: Key, cell: number, path: number, index: number): number {
  checkAddress(cell, path);
  checkRange('index', index, STREAM_LENGTH);
  const block = new Uint32Array(4);
  philoxInto(block, Math.floor(index / 4), path, Math.floor(path / WORDS), cell, key.lo, key.hi);
  return block[index % 4]!;
}

/**
 * The stream of a path, from its first word.
 *
 * @param cell whole number from 0 to 2^32 - 1.
 * @param path whole number from 0 to 2^53 - 1.
 * @throws RangeError where one of them is outside its range.
 */
export function createStream(key: Key, cell: number, path: number): Stream {
  checkAddress(cell, path);
  const pathHigh = Math.floor(path / WORDS);
  const block = new Uint32Array(4);
  let index = 0;

  function word(): number {
    const lane = index % 4;
    if (lane === 0) {
      checkRange('index', index, STREAM_LENGTH);
      philoxInto(block, index / 4, path, pathHigh, cell, key.lo, key.hi);
    }
    index += 1;
    return block[lane]!;
  }

  return { word, unit: () => unitOf(word()) };
}

function checkAddress(cell: number, path: number): void {
  checkRange('cell', cell, WORDS);
  checkRange('path', path, 2 ** 53);
}

function checkRange(what: string, value: number, end: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= end) {
    throw new RangeError(`A stream's ${what} must be a whole number from 0 to ${end - 1}, found ${value}.`);
  }
}
