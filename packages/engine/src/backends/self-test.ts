/**
 * What a backend must show before it is used: the random words of some paths, bit for bit, read back through a program
 * whose only operation is to shift signs into a register. The base path is such that the low 32 bits overflow.
 */
import { wordAt } from '@trilogue/random';
import { EngineError } from '../errors.js';
import { createBuilder } from '../program/builder.js';
import { incrementLayout, WORD_BITS } from '../program/increments.js';
import type { Program } from '../program/program.js';
import type { Backend, Kernel } from './contract.js';

/** Known words of pi, so that all bits of the key count. */
const KEY = { lo: 0x243f6a88, hi: 0x85a308d3 };
const FIRST_PATH = 2 ** 32 - 8;
const CELL = 3;
const PATHS = 8;
/** Words of each path: more than one block. */
const WORDS = 6;

/** One channel and one step a bit: the register collects 24 signs of a word as a binary number, then starts anew. */
function wordProgram(): Program {
  const builder = createBuilder('two-point', 1);
  const [number, count] = [builder.register(0), builder.register(1)];
  const half = builder.constant(0.5);
  const sign = builder.increment(builder.constant(1), 0);
  const digit = builder.sub(half, builder.mul(half, sign));
  const fresh = builder.less(builder.constant(WORD_BITS - 0.5), count);
  const kept = builder.select(fresh, builder.constant(0), number);
  const counted = builder.select(fresh, builder.constant(0), count);
  return builder.finish([
    { name: 'number', value: builder.add(builder.add(kept, kept), digit) },
    { name: 'count', value: builder.add(counted, builder.constant(1)) },
  ]);
}

/** The upper 24 bits of the first words of a path, as the backend draws them. */
export async function drawnWords(backend: Backend, path: number, cell: number, words: number): Promise<number[]> {
  const program = wordProgram();
  const kernel: Kernel = {
    program,
    layout: incrementLayout('two-point', 1),
    records: Array.from({ length: words }, (_, w) => WORD_BITS * (w + 1)),
    measures: [],
    key: KEY,
  };
  const runner = await backend.open(kernel);
  const cells = {
    count: 1,
    coefficients: new Float32Array(0),
    start: new Float32Array(2),
    streams: Uint32Array.of(cell),
  };
  const values = await runner.trace({ cells, firstPath: path, paths: 1 });
  await runner.close();
  return Array.from({ length: words }, (_, w) => values[2 * w]);
}

/** Throws EngineError where a word differs from the reference generator. */
export async function selfTest(backend: Backend): Promise<void> {
  for (const path of [FIRST_PATH, FIRST_PATH + PATHS - 1, FIRST_PATH + PATHS]) {
    const words = await drawnWords(backend, path, CELL, WORDS);
    for (const [index, word] of words.entries()) {
      const expected = wordAt(KEY, CELL, path, index) >>> (32 - WORD_BITS);
      if (word !== expected) {
        throw new EngineError(
          'backend',
          `backend "${backend.name}" (${backend.device}) draws wrong random numbers: word ${index} of path ${path} is ` +
            `${word}, not ${expected}. It is not used. Use --backend wasm.`,
        );
      }
    }
  }
}
