/**
 * Philox4x32-10 for four paths at once, as WebAssembly code, in three parts. Only the second word of a counter, the lower
 * half of the path's number, differs between paths, so its first product is the same in every block (`pathProducts`), and most
 * of the first three rounds is the same for every path (`blockRounds`). What is left of a block are seven rounds and a half.
 * Source: Salmon, Moraes, Dror and Shaw (2011).
 */
import { type Code, wasm } from './code.js';
import { type Locals, namedLocals } from './locals.js';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** The words of a counter; all but the second have equal lanes. */
export interface CounterWords {
  readonly block: Code;
  readonly pathLo: Code;
  readonly pathHi: Code;
  readonly cell: Code;
}

/** The first word of the key in round `round`; `keyLo` and `keyHi` are i32 locals of the function. */
const key0 = (round: number) => roundKey('keyLo', round, WEYL_0);
const key1 = (round: number) => roundKey('keyHi', round, WEYL_1);

function roundKey(name: string, round: number, weyl: number): Code {
  return wasm.op('i32x4.splat', wasm.op('i32.add', wasm.get(name), wasm.i32(Math.imul(round, weyl))));
}

/**
 * Code that leaves in locals `pathHigh` and `pathLow` the product of the second round that depends on the path and not on
 * the block.
 */
export function pathProducts(locals: Locals, { pathLo, pathHi }: Omit<CounterWords, 'block' | 'cell'>): Code[] {
  const own = namedLocals(locals, 'philox.');
  return [
    own.set('pathHi', product(pathHi, MULTIPLIER_1)),
    own.set('c0', xor(uniform(own, 'pathHi', 1), pathLo, key0(0))),
    ...products(own, 'a', 'c0', MULTIPLIER_0),
    locals.set('pathHigh', highWords(own, 'a')),
    locals.set('pathLow', lowWords(own, 'a')),
  ];
}

/** Code that leaves in locals `block0` to `block3` what the third round takes from a block whatever the path. */
export function blockRounds(locals: Locals, { block, pathHi, cell }: Omit<CounterWords, 'pathLo'>): Code[] {
  const own = namedLocals(locals, 'philox.');
  return [
    own.set('first', product(block, MULTIPLIER_0)),
    own.set('c2', xor(uniform(own, 'first', 1), cell, key1(0))),
    own.set('second', product(own.get('c2'), MULTIPLIER_1)),
    own.set('pathHi', product(pathHi, MULTIPLIER_1)),
    own.set('c0', xor(uniform(own, 'second', 1), uniform(own, 'pathHi', 0), key0(1))),
    own.set('third', product(own.get('c0'), MULTIPLIER_0)),
    locals.set('block0', xor(uniform(own, 'second', 0), key0(2))),
    locals.set('block1', xor(uniform(own, 'first', 0), key1(1))),
    locals.set('block2', xor(uniform(own, 'third', 1), key1(2))),
    locals.set('block3', uniform(own, 'third', 0)),
  ];
}

/** Code that leaves the four output words in locals `word0` to `word3` of `own`, which has the path's products. */
export function philoxBlock(own: Locals, block: Locals): Code[] {
  const code: Code[] = [
    own.set('word2', xor(own.get('pathHigh'), block.get('block1'))),
    ...products(own, 'b', 'word2', MULTIPLIER_1),
    own.set('word0', xor(highWords(own, 'b'), block.get('block0'))),
    own.set('word1', lowWords(own, 'b')),
    own.set('word2', xor(own.get('pathLow'), block.get('block2'))),
    own.set('word3', block.get('block3')),
  ];
  for (let round = 3; round < ROUNDS; round++) {
    code.push(
      ...products(own, 'a', 'word0', MULTIPLIER_0),
      ...products(own, 'b', 'word2', MULTIPLIER_1),
      own.set('word0', xor(highWords(own, 'b'), own.get('word1'), key0(round))),
      own.set('word1', lowWords(own, 'b')),
      own.set('word2', xor(highWords(own, 'a'), own.get('word3'), key1(round))),
      own.set('word3', lowWords(own, 'a')),
    );
  }
  return code;
}

function xor(first: Code, ...others: Code[]): Code {
  return others.reduce((sum, next) => wasm.xor(sum, next), first);
}

/** The 64-bit product of a word with equal lanes, low half first, twice. */
function product(word: Code, multiplier: number): Code {
  return wasm.op('i64x2.extmul_low_i32x4_u', word, wasm.ints(multiplier));
}

/** One half of such a product in every lane: 0 for the low one, 1 for the high one. */
function uniform(locals: Locals, name: string, half: 0 | 1): Code {
  return shuffled(locals.get(name), locals.get(name), [half, half, half, half]);
}

/** The four 64-bit products of a counter word, two vectors of two. */
function products(locals: Locals, name: string, word: string, multiplier: number): Code[] {
  return [
    locals.set(`${name}Low`, wasm.op('i64x2.extmul_low_i32x4_u', locals.get(word), wasm.ints(multiplier))),
    locals.set(`${name}High`, wasm.op('i64x2.extmul_high_i32x4_u', locals.get(word), wasm.ints(multiplier))),
  ];
}

function shuffled(a: Code, b: Code, lanes: readonly number[]): Code {
  return { kind: 'shuffle', lanes, a, b };
}

const highWords = (locals: Locals, name: string) =>
  shuffled(locals.get(`${name}Low`), locals.get(`${name}High`), [1, 3, 5, 7]);
const lowWords = (locals: Locals, name: string) =>
  shuffled(locals.get(`${name}Low`), locals.get(`${name}High`), [0, 2, 4, 6]);
