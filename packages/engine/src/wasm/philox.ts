/**
 * Philox4x32-10 for four paths at once, as WebAssembly code.
 * Source: Salmon, Moraes, Dror and Shaw (2011).
 */
import { type Code, wasm } from './code.js';
import type { Locals } from './locals.js';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/** The i32 locals that hold the key; round keys are computed from them. */
export interface KeyLocals {
  readonly lo: string;
  readonly hi: string;
}

/** Code that leaves the four output words of a counter in locals `word0` to `word3`. */
export function philoxBlock(
  locals: Locals,
  counter: readonly [Code, Code, Code, Code],
  key: KeyLocals,
  words: readonly [string, string, string, string],
): Code[] {
  const [c0, c1, c2, c3] = words;
  const code: Code[] = words.map((word, i) => locals.set(word, counter[i]));
  for (let round = 0; round < 10; round++) {
    const roundKey = (name: string, weyl: number) =>
      wasm.op('i32x4.splat', wasm.op('i32.add', wasm.get(name), wasm.i32(Math.imul(round, weyl))));
    code.push(
      ...products(locals, 'a', c0, MULTIPLIER_0),
      ...products(locals, 'b', c2, MULTIPLIER_1),
      locals.set(c0, wasm.xor(wasm.xor(highWords(locals, 'b'), locals.get(c1)), roundKey(key.lo, WEYL_0))),
      locals.set(c1, lowWords(locals, 'b')),
      locals.set(c2, wasm.xor(wasm.xor(highWords(locals, 'a'), locals.get(c3)), roundKey(key.hi, WEYL_1))),
      locals.set(c3, lowWords(locals, 'a')),
    );
  }
  return code;
}

/** The four 64-bit products of a counter word, two vectors of two. */
function products(locals: Locals, name: string, word: string, multiplier: number): Code[] {
  return [
    locals.set(`${name}Low`, wasm.op('i64x2.extmul_low_i32x4_u', locals.get(word), wasm.ints(multiplier))),
    locals.set(`${name}High`, wasm.op('i64x2.extmul_high_i32x4_u', locals.get(word), wasm.ints(multiplier))),
  ];
}

function pick(locals: Locals, name: string, lanes: readonly number[]): Code {
  return { kind: 'shuffle', lanes, a: locals.get(`${name}Low`), b: locals.get(`${name}High`) };
}

const highWords = (locals: Locals, name: string) => pick(locals, name, [1, 3, 5, 7]);
const lowWords = (locals: Locals, name: string) => pick(locals, name, [0, 2, 4, 6]);
