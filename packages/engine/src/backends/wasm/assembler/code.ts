/**
 * A small WebAssembly module as data: one memory, exported functions, instructions as trees.
 * Owns the list of instructions with their opcodes; `bytes.ts` and `text.ts` print them.
 * Opcodes: WebAssembly Core Specification 2.0, section 5.4.
 */

export type ValueType = 'i32' | 'f32' | 'v128';

/** Instructions that take operands from the stack and nothing else. */
export const OPCODES = {
  'i32.eqz': [0x45],
  'i32.lt_u': [0x49],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.mul': [0x6c],
  'i32.and': [0x71],
  'i32.shl': [0x74],
  'i32.popcnt': [0x69],
  'i32.load': [0x28, 2, 0],
  'f64.load': [0x2b, 3, 0],
  'f64.add': [0xa0],
  'f64.convert_i32_u': [0xb8],
  'i32x4.splat': [0xfd, 0x11],
  'f32x4.splat': [0xfd, 0x13],
  'i32x4.eq': [0xfd, 0x37],
  'f32x4.eq': [0xfd, 0x41],
  'f32x4.ne': [0xfd, 0x42],
  'f32x4.lt': [0xfd, 0x43],
  'f32x4.gt': [0xfd, 0x44],
  'f32x4.le': [0xfd, 0x45],
  'f32x4.ge': [0xfd, 0x46],
  'f64x2.ge': [0xfd, 0x4c],
  'v128.and': [0xfd, 0x4e],
  'v128.andnot': [0xfd, 0x4f],
  'v128.or': [0xfd, 0x50],
  'v128.xor': [0xfd, 0x51],
  'v128.bitselect': [0xfd, 0x52],
  'i32x4.bitmask': [0xfd, 0xa4, 0x01],
  'i32x4.shl': [0xfd, 0xab, 0x01],
  'i32x4.shr_s': [0xfd, 0xac, 0x01],
  'i32x4.shr_u': [0xfd, 0xad, 0x01],
  'i32x4.add': [0xfd, 0xae, 0x01],
  'i32x4.sub': [0xfd, 0xb1, 0x01],
  'i32x4.mul': [0xfd, 0xb5, 0x01],
  'i32x4.min_s': [0xfd, 0xb6, 0x01],
  'i64x2.extmul_low_i32x4_u': [0xfd, 0xde, 0x01],
  'i64x2.extmul_high_i32x4_u': [0xfd, 0xdf, 0x01],
  'f32x4.floor': [0xfd, 0x68],
  'f32x4.sqrt': [0xfd, 0xe3, 0x01],
  'f32x4.add': [0xfd, 0xe4, 0x01],
  'f32x4.sub': [0xfd, 0xe5, 0x01],
  'f32x4.mul': [0xfd, 0xe6, 0x01],
  'f32x4.div': [0xfd, 0xe7, 0x01],
  'f32x4.pmin': [0xfd, 0xea, 0x01],
  'f32x4.pmax': [0xfd, 0xeb, 0x01],
  'f64x2.promote_low_f32x4': [0xfd, 0x5f],
  'f64x2.floor': [0xfd, 0x75],
  'f64x2.abs': [0xfd, 0xec, 0x01],
  'f64x2.add': [0xfd, 0xf0, 0x01],
  'f64x2.sub': [0xfd, 0xf1, 0x01],
  'f64x2.mul': [0xfd, 0xf2, 0x01],
  'f64x2.div': [0xfd, 0xf3, 0x01],
  'f64x2.pmin': [0xfd, 0xf6, 0x01],
  'f64x2.pmax': [0xfd, 0xf7, 0x01],
  'i32x4.trunc_sat_f32x4_s': [0xfd, 0xf8, 0x01],
  'i32x4.trunc_sat_f64x2_s_zero': [0xfd, 0xfc, 0x01],
  'f32x4.convert_i32x4_s': [0xfd, 0xfa, 0x01],
} as const satisfies Record<string, readonly number[]>;

export type Operation = keyof typeof OPCODES;

/** An instruction with its operands; one that leaves a value on the stack is an expression. */
export type Code =
  | { readonly kind: 'op'; readonly op: Operation; readonly operands: readonly Code[] }
  | { readonly kind: 'get'; readonly local: string }
  | { readonly kind: 'set'; readonly local: string; readonly value: Code }
  | { readonly kind: 'i32'; readonly value: number }
  | { readonly kind: 'f64'; readonly value: number }
  /** Equal lanes. */
  | { readonly kind: 'f32x4' | 'f64x2'; readonly value: number }
  | { readonly kind: 'i32x4'; readonly lanes: readonly [number, number, number, number] }
  /** One float of memory in all four lanes. */
  | { readonly kind: 'load splat'; readonly offset: number; readonly address: Code }
  | { readonly kind: 'load vector'; readonly offset: number; readonly address: Code }
  | { readonly kind: 'store vector'; readonly offset: number; readonly address: Code; readonly value: Code }
  | { readonly kind: 'store f64'; readonly offset: number; readonly address: Code; readonly value: Code }
  | { readonly kind: 'lane'; readonly of: 'i32x4' | 'f64x2'; readonly lane: number; readonly vector: Code }
  /** Lanes 0 to 3 of the first operand, 4 to 7 of the second. */
  | { readonly kind: 'shuffle'; readonly lanes: readonly number[]; readonly a: Code; readonly b: Code }
  | { readonly kind: 'block' | 'loop'; readonly label: string; readonly body: readonly Code[] }
  | { readonly kind: 'if'; readonly condition: Code; readonly body: readonly Code[] }
  | { readonly kind: 'br'; readonly label: string }
  | { readonly kind: 'br_if'; readonly label: string; readonly condition: Code };

/** An exported function: its name is the export's. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: ValueType }[];
  readonly locals: readonly { readonly name: string; readonly type: ValueType }[];
  readonly body: readonly Code[];
}

/** A module that imports its memory as `env.memory` and exports all its functions. */
export interface WasmModule {
  readonly functions: readonly WasmFunction[];
}

const op =
  (name: Operation) =>
  (...operands: Code[]): Code => ({ kind: 'op', op: name, operands });

/** Short names for the instructions that kernels are written with. */
export const wasm = {
  op: (name: Operation, ...operands: Code[]): Code => ({ kind: 'op', op: name, operands }),
  get: (local: string): Code => ({ kind: 'get', local }),
  set: (local: string, value: Code): Code => ({ kind: 'set', local, value }),
  i32: (value: number): Code => ({ kind: 'i32', value: value | 0 }),
  floats: (value: number): Code => ({ kind: 'f32x4', value }),
  doubles: (value: number): Code => ({ kind: 'f64x2', value }),
  ints: (value: number): Code => ({ kind: 'i32x4', lanes: [value, value, value, value] }),
  add: op('f32x4.add'),
  sub: op('f32x4.sub'),
  mul: op('f32x4.mul'),
  xor: op('v128.xor'),
  and: op('v128.and'),
  or: op('v128.or'),
  addInts: op('i32x4.add'),
  /** Adds to an i32 local. */
  increase: (local: string, by: number): Code => wasm.set(local, op('i32.add')(wasm.get(local), wasm.i32(by))),
  /** Takes 1 off an i32 local and goes to a label while it is not 0. */
  countdown: (local: string, label: string): Code[] => [
    wasm.increase(local, -1),
    { kind: 'br_if', label, condition: wasm.get(local) },
  ],
  shl: (a: Code, bits: number): Code => (bits === 0 ? a : op('i32x4.shl')(a, wasm.i32(bits))),
  shr: (a: Code, bits: number): Code => op('i32x4.shr_u')(a, wasm.i32(bits)),
  /** `a` where the mask's bits are set, else `b`. */
  choose: (mask: Code, a: Code, b: Code): Code => op('v128.bitselect')(a, b, mask),
};
