/**
 * Writes the words of streams to standard output, 32 bits each in the machine's byte order, without end.
 * Owns the three orders in which a simulation meets them; a battery of tests reads them from a pipe.
 *
 *   node words.mjs --layout path|across|interleaved [--seed TEXT] [--cell C] [--words N]
 */
import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keyOf, philoxInto } from '@trilogue/random';

const { values } = parseArgs({
  options: {
    layout: { type: 'string', default: 'path' },
    seed: { type: 'string', default: 'trilogue' },
    cell: { type: 'string', default: '0' },
    words: { type: 'string', default: 'Infinity' },
  },
});

/** Paths that take turns in the interleaved layout: a small launch. */
const LANES = 1024;
const WORD = 2 ** 32;
const key = keyOf(values.seed);
const cell = Number(values.cell);
const chunk = new Uint32Array(4 * LANES);
const block = new Uint32Array(4);

/** Each fills one chunk; `turn` counts the chunks. */
const layouts = {
  /** One path in time, word after word; the next path where a stream ends. */
  path(turn) {
    const first = turn * LANES;
    const path = Math.floor(first / WORD);
    for (let i = 0; i < LANES; i++) {
      philoxInto(chunk, first + i, path, path / WORD, cell, key.lo, key.hi, 4 * i);
    }
  },
  /** The first word of path 0, of path 1, and so on. */
  across(turn) {
    const first = turn * chunk.length;
    for (let i = 0; i < chunk.length; i++) {
      const path = first + i;
      philoxInto(block, 0, path, path / WORD, cell, key.lo, key.hi);
      chunk[i] = block[0];
    }
  },
  /** Word 0 of each of the 1,024 paths, then word 1 of each, and so on. */
  interleaved(turn) {
    for (let path = 0; path < LANES; path++) {
      philoxInto(block, turn, path, 0, cell, key.lo, key.hi);
      for (let lane = 0; lane < 4; lane++) {
        chunk[lane * LANES + path] = block[lane];
      }
    }
  },
};

if (!Object.hasOwn(layouts, values.layout)) {
  console.error(`Unknown layout "${values.layout}". Known: ${Object.keys(layouts).join(', ')}.`);
  process.exit(2);
}
const fill = layouts[values.layout];
const limit = Number(values.words);
const bytes = new Uint8Array(chunk.buffer);

try {
  for (let turn = 0; turn * chunk.length < limit; turn++) {
    fill(turn);
    const end = 4 * Math.min(chunk.length, limit - turn * chunk.length);
    for (let start = 0; start < end; ) {
      start += writeSync(1, bytes, start, end - start);
    }
  }
} catch (error) {
  // The reader has seen enough and closed the pipe: that is how a battery ends.
  if (error.code !== 'EPIPE') {
    throw error;
  }
}
