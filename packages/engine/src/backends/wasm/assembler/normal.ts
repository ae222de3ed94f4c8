/**
 * Two standard normals from two random words, as WebAssembly code in two parts: the arithmetic of `normalPair` in
 * `@trilogue/random`, operation for operation, for four paths at once.
 */
import { normalConstants } from '@trilogue/random';
import { type Code, wasm } from './code.js';
import { type Locals, namedLocals } from './locals.js';

const { lnPolynomial, lnSplit, ln2, sinPolynomial, cosPolynomial, halfPi } = normalConstants;

/** Code that leaves the radius of a pair, sqrt(-2 ln u) with u from its first word, in local `result`. */
export function radiusCode(locals: Locals, word1: Code, result: string): Code[] {
  // names of this file's own, so that they meet no register or node of the program
  const { set, get } = namedLocals(locals, 'normal.');
  return [
    set('u1', wasm.add(unit(word1), wasm.floats(2 ** -25))),
    ...lnCode(locals, 'u1', 'ln'),
    locals.set(result, wasm.op('f32x4.sqrt', wasm.mul(wasm.floats(-2), get('ln')))),
  ];
}

/** Code that turns a radius by the pair's second word into two normals. */
export function turnedCode(locals: Locals, radius: Code, word2: Code, first: string, second: string): Code[] {
  const { set, get } = namedLocals(locals, 'normal.');
  return [
    set('length', radius),
    ...sinCosCode(locals, word2),
    locals.set(first, wasm.mul(get('length'), get('cos'))),
    locals.set(second, wasm.mul(get('length'), get('sin'))),
  ];
}

/** The upper 24 bits of a word as a fraction in [0, 1). */
function unit(word: Code): Code {
  return wasm.mul(wasm.op('f32x4.convert_i32x4_s', wasm.shr(word, 8)), wasm.floats(2 ** -24));
}

function horner(coefficients: readonly number[], z: Code): Code {
  return coefficients
    .slice(1)
    .reduce((sum, c) => wasm.add(wasm.mul(sum, z), wasm.floats(c)), wasm.floats(coefficients[0]));
}

/** The bits of the largest mantissa that is doubled. */
const lnSplitBits = new Int32Array(Float32Array.of(lnSplit).buffer)[0];

/** ln of a positive normal number up to 1, 2^exponent times a mantissa above `lnSplit` and up to twice that. */
function lnCode(locals: Locals, x: string, result: string): Code[] {
  const { set, get } = namedLocals(locals, 'normal.');
  return [
    set('exponent', shrSigned(wasm.op('i32x4.sub', get(x), wasm.ints(lnSplitBits + 1)), 23)),
    set('mantissa', wasm.op('i32x4.sub', get(x), wasm.shl(get('exponent'), 23))),
    set('z', wasm.sub(get('mantissa'), wasm.floats(1))),
    set('z2', wasm.mul(get('z'), get('z'))),
    set('cubic', wasm.mul(wasm.mul(horner(lnPolynomial, get('z')), get('z')), get('z2'))),
    set(
      result,
      wasm.add(
        wasm.add(wasm.sub(get('z'), wasm.mul(wasm.floats(0.5), get('z2'))), get('cubic')),
        wasm.mul(wasm.op('f32x4.convert_i32x4_s', get('exponent')), wasm.floats(ln2)),
      ),
    ),
  ];
}

/**
 * Leaves sine and cosine of a full turn times `unit(word)` in locals `sin` and `cos`. The word in fixed point: an eighth is
 * added, so that its two upper bits are the nearest quarter turn and the rest is how far it goes beyond it, plus an eighth.
 */
function sinCosCode(locals: Locals, word: Code): Code[] {
  const { set, get } = namedLocals(locals, 'normal.');
  const eighth = 2 ** 29;
  const beyond = wasm.op('i32x4.sub', wasm.and(get('turn'), wasm.ints(0x3fffff00)), wasm.ints(eighth));
  const signOf = (turn: Code) => wasm.and(turn, wasm.ints(1 << 31));
  return [
    set('turn', wasm.addInts(word, wasm.ints(eighth))),
    // both factors are exact: the product rounds as that of a quarter turn's part and a quarter of pi does
    set('r', wasm.mul(wasm.op('f32x4.convert_i32x4_s', beyond), wasm.floats(halfPi * 2 ** -30))),
    set('r2', wasm.mul(get('r'), get('r'))),
    set('s', wasm.mul(get('r'), wasm.add(wasm.floats(1), wasm.mul(get('r2'), horner(sinPolynomial, get('r2')))))),
    set(
      'c',
      wasm.add(
        wasm.sub(wasm.floats(1), wasm.mul(wasm.floats(0.5), get('r2'))),
        wasm.mul(wasm.mul(get('r2'), get('r2')), horner(cosPolynomial, get('r2'))),
      ),
    ),
    // odd quarters exchange sine and cosine; the upper bit of the quarter is the sign
    set('odd', shrSigned(wasm.shl(get('turn'), 1), 31)),
    set('exchange', wasm.and(wasm.xor(get('s'), get('c')), get('odd'))),
    set('sin', wasm.xor(wasm.xor(get('s'), get('exchange')), signOf(get('turn')))),
    set('cos', wasm.xor(wasm.xor(get('c'), get('exchange')), signOf(wasm.addInts(get('turn'), wasm.ints(1 << 30))))),
  ];
}

function shrSigned(a: Code, bits: number): Code {
  return wasm.op('i32x4.shr_s', a, wasm.i32(bits));
}
