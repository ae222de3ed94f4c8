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
    ...sinCosCode(locals, unit(word2)),
    locals.set(first, wasm.mul(get('length'), get('cos'))),
    locals.set(second, wasm.mul(get('length'), get('sin'))),
  ];
}

/** The upper 24 bits of a word as a fraction in [0, 1). */
export function unit(word: Code): Code {
  return wasm.mul(wasm.op('f32x4.convert_i32x4_s', wasm.shr(word, 8)), wasm.floats(2 ** -24));
}

function horner(coefficients: readonly number[], z: Code): Code {
  return coefficients
    .slice(1)
    .reduce((sum, c) => wasm.add(wasm.mul(sum, z), wasm.floats(c)), wasm.floats(coefficients[0]));
}

/** ln of a positive normal number up to 1; the exponent is read from the bits instead of found by doublings. */
function lnCode(locals: Locals, x: string, result: string): Code[] {
  const { set, get } = namedLocals(locals, 'normal.');
  return [
    set('exponent', wasm.op('i32x4.sub', wasm.shr(get(x), 23), wasm.ints(127))),
    set('mantissa', wasm.or(wasm.and(get(x), wasm.ints(0x007fffff)), wasm.ints(0x3f800000))),
    set('large', wasm.op('f32x4.gt', get('mantissa'), wasm.floats(2 * lnSplit))),
    // a mask of ones is -1: it halves the mantissa when added to its exponent bits, and adds 1 to the exponent
    set('mantissa', wasm.addInts(get('mantissa'), wasm.shl(get('large'), 23))),
    set('exponent', wasm.op('i32x4.sub', get('exponent'), get('large'))),
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

/** Leaves sine and cosine of `turn` times a full turn in locals `sin` and `cos`. */
function sinCosCode(locals: Locals, turn: Code): Code[] {
  const { set, get } = namedLocals(locals, 'normal.');
  const signOf = (quarters: Code) => wasm.shl(wasm.and(quarters, wasm.ints(2)), 30);
  return [
    set('t', wasm.mul(wasm.floats(4), turn)),
    set('quarter', wasm.op('f32x4.floor', wasm.add(get('t'), wasm.floats(0.5)))),
    set('r', wasm.mul(wasm.sub(get('t'), get('quarter')), wasm.floats(halfPi))),
    // a whole number plus 2^23 has itself as its lowest bits
    set('quarter', wasm.add(get('quarter'), wasm.floats(2 ** 23))),
    set('r2', wasm.mul(get('r'), get('r'))),
    set('s', wasm.mul(get('r'), wasm.add(wasm.floats(1), wasm.mul(get('r2'), horner(sinPolynomial, get('r2')))))),
    set(
      'c',
      wasm.add(
        wasm.sub(wasm.floats(1), wasm.mul(wasm.floats(0.5), get('r2'))),
        wasm.mul(wasm.mul(get('r2'), get('r2')), horner(cosPolynomial, get('r2'))),
      ),
    ),
    // odd quarters exchange sine and cosine; the second bit of the quarter is the sign
    set('odd', wasm.op('i32x4.shr_s', wasm.shl(get('quarter'), 31), wasm.i32(31))),
    set('exchange', wasm.and(wasm.xor(get('s'), get('c')), get('odd'))),
    set('sin', wasm.xor(wasm.xor(get('s'), get('exchange')), signOf(get('quarter')))),
    set('cos', wasm.xor(wasm.xor(get('c'), get('exchange')), signOf(wasm.addInts(get('quarter'), wasm.ints(1))))),
  ];
}
