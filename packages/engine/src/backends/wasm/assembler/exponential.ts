/** The exponential as WebAssembly code: the arithmetic of `expSingle`, for four paths at once. */
import { expPolynomial, LN2_HIGH, LN2_LOW, LOG2_E } from '../../../program/exponential.js';
import { type Code, wasm } from './code.js';
import { type Locals, namedLocals } from './locals.js';

/** Code that leaves exp of `x` in local `result`. */
export function expCode(locals: Locals, x: Code, result: string): Code[] {
  const { set, get } = namedLocals(locals, 'exp.');
  const [first, ...rest] = expPolynomial;
  const polynomial = rest.reduce((sum, c) => wasm.add(wasm.mul(sum, get('r')), wasm.floats(c)), wasm.floats(first));
  const power = wasm.shl(wasm.addInts(wasm.op('i32x4.trunc_sat_f32x4_s', get('n')), wasm.ints(127)), 23);
  return [
    set('x', x),
    set('n', wasm.op('f32x4.floor', wasm.add(wasm.mul(get('x'), wasm.floats(LOG2_E)), wasm.floats(0.5)))),
    set('r', wasm.sub(get('x'), wasm.mul(get('n'), wasm.floats(LN2_HIGH)))),
    set('r', wasm.sub(get('r'), wasm.mul(get('n'), wasm.floats(LN2_LOW)))),
    set('sum', wasm.add(wasm.mul(polynomial, wasm.mul(get('r'), get('r'))), get('r'))),
    locals.set(result, wasm.mul(wasm.add(get('sum'), wasm.floats(1)), power)),
  ];
}
