/** Runs a piece of WebAssembly code on vectors of four: words in, words out. */
import { moduleBytes } from '../../../../src/backends/wasm/assembler/bytes.js';
import { type Code, wasm } from '../../../../src/backends/wasm/assembler/code.js';
import { type Locals, vectorLocals } from '../../../../src/backends/wasm/assembler/locals.js';

/**
 * @param write code from the locals `in0`, `in1`, ... to the locals that it returns
 * @param inputs one column of 32-bit words for each input; lengths are equal and a multiple of 4
 * @returns one column of words for each result
 */
export async function runCode(
  write: (locals: Locals) => { code: readonly Code[]; results: readonly string[] },
  inputs: readonly Uint32Array[],
): Promise<Uint32Array[]> {
  const locals = vectorLocals();
  const groups = inputs[0].length / 4;
  const loads = inputs.map((_, i) =>
    locals.set(`in${i}`, { kind: 'load vector', offset: 16 * i, address: wasm.get('from') }),
  );
  const { code, results } = write(locals);
  const stores = results.map(
    (name, i): Code => ({ kind: 'store vector', offset: 16 * i, address: wasm.get('to'), value: locals.get(name) }),
  );
  const move = (name: string, by: number) => wasm.set(name, wasm.op('i32.add', wasm.get(name), wasm.i32(by)));
  const body: Code[] = [
    ...loads,
    ...code,
    ...stores,
    move('from', 16 * inputs.length),
    move('to', 16 * results.length),
    move('groups', -1),
    { kind: 'br_if', label: 'next', condition: wasm.get('groups') },
  ];
  const parameters = ['from', 'to', 'groups', 'keyLo', 'keyHi'].map((name) => ({ name, type: 'i32' as const }));
  const bytes = moduleBytes({
    functions: [{ name: 'run', parameters, locals: locals.declared(), body: [{ kind: 'loop', label: 'next', body }] }],
  });
  const out = 16 * inputs.length * groups;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((out + 16 * results.length * groups) / 65_536) });
  const words = new Uint32Array(memory.buffer);
  const at = (width: number, index: number, column: number) => (index >> 2) * 4 * width + 4 * column + (index & 3);
  for (const [column, values] of inputs.entries()) {
    for (const [index, value] of values.entries()) words[at(inputs.length, index, column)] = value;
  }
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  (instance.exports.run as (...numbers: number[]) => void)(0, out, groups, KEY.lo | 0, KEY.hi | 0);
  return results.map((_, column) =>
    Uint32Array.from({ length: 4 * groups }, (_, index) => words[out / 4 + at(results.length, index, column)]),
  );
}

/** What the parameters `keyLo` and `keyHi` hold. */
export const KEY = { lo: 0xa4093822, hi: 0x299f31d0 };
