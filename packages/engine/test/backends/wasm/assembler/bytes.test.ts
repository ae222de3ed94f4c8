import { describe, expect, it } from 'vitest';
import { moduleBytes } from '../../../../src/backends/wasm/assembler/bytes.js';
import { type Code, wasm } from '../../../../src/backends/wasm/assembler/code.js';
import { vectorLocals } from '../../../../src/backends/wasm/assembler/locals.js';
import { moduleText } from '../../../../src/backends/wasm/assembler/text.js';

function moduleOf(body: readonly Code[]) {
  const parameters = [{ name: 'x', type: 'i32' as const }];
  return { functions: [{ name: 'run', parameters, locals: [{ name: 'y', type: 'i32' as const }], body }] };
}

/** Runs code that leaves its result in the first word of memory's first vector. */
async function firstWord(value: Code): Promise<number> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const store: Code = { kind: 'store vector', offset: 0, address: wasm.i32(0), value: wasm.op('i32x4.splat', value) };
  const { instance } = await WebAssembly.instantiate(moduleBytes(moduleOf([store])), { env: { memory } });
  (instance.exports.run as (x: number) => void)(0);
  return new Int32Array(memory.buffer)[0];
}

describe('moduleBytes', () => {
  it('writes integers of every length, both signs (LEB128)', async () => {
    const powers = Array.from({ length: 31 }, (_, i) => 2 ** i);
    for (const n of [0, ...powers.flatMap((p) => [p - 1, p, -p, -p - 1]), 2 ** 31 - 1, -(2 ** 31)]) {
      expect(await firstWord(wasm.i32(n))).toBe(n | 0);
    }
  });

  it('writes offsets of more than one byte', async () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const value = wasm.op('i32x4.splat', wasm.get('x'));
    const offsets = [0, 112, 128, 16_384, 65_520];
    const stores = offsets.map((offset): Code => ({ kind: 'store vector', offset, address: wasm.i32(0), value }));
    const { instance } = await WebAssembly.instantiate(moduleBytes(moduleOf(stores)), { env: { memory } });
    (instance.exports.run as (x: number) => void)(77);
    const words = new Int32Array(memory.buffer);
    expect(offsets.map((offset) => words[offset / 4])).toEqual(offsets.map(() => 77));
    expect(words.filter((word) => word !== 0)).toHaveLength(4 * offsets.length);
  });

  it('refuses locals and labels that are not there', () => {
    expect(() => moduleBytes(moduleOf([wasm.set('z', wasm.i32(1))]))).toThrow('local "z" is not declared');
    expect(() => moduleBytes(moduleOf([{ kind: 'br', label: 'out' }]))).toThrow('label "out" is not in scope');
  });
});

describe('moduleText', () => {
  it('prints folded instructions', () => {
    expect(moduleText(moduleOf([wasm.set('y', wasm.op('i32.add', wasm.get('x'), wasm.i32(-1)))]))).toBe(
      [
        '(module',
        '  (import "env" "memory" (memory 1))',
        '  (func (export "run")',
        '    (param $x i32)',
        '    (local $y i32)',
        '    (local.set $y (i32.add (local.get $x) (i32.const -1)))',
        '  )',
        ')',
        '',
      ].join('\n'),
    );
  });

  it('refuses values as statements and statements as values', () => {
    expect(() => moduleText(moduleOf([wasm.get('x')]))).toThrow('cannot stand as a statement');
    expect(() => moduleText(moduleOf([wasm.set('y', wasm.set('y', wasm.i32(0)))]))).toThrow('leaves no value');
  });
});

describe('vectorLocals', () => {
  it('declares each local once, in the order of first use', () => {
    const locals = vectorLocals();
    locals.set('b', wasm.floats(0));
    locals.set('a', wasm.floats(0));
    locals.set('b', wasm.floats(1));
    expect(locals.declared()).toEqual([
      { name: 'b', type: 'v128' },
      { name: 'a', type: 'v128' },
    ]);
  });
});
