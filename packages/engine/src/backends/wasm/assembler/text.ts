/**
 * Prints a module as WebAssembly text, the readable twin of `bytes.ts`: tests assemble it with another tool and compare.
 */
import type { Code, WasmFunction, WasmModule } from './code.js';

/** The module in the folded text format. */
export function moduleText({ functions }: WasmModule): string {
  return ['(module', '  (import "env" "memory" (memory 1))', ...functions.flatMap(functionText), ')', ''].join('\n');
}

function functionText({ name, parameters, locals, body }: WasmFunction): string[] {
  return [
    `  (func (export "${name}")`,
    ...parameters.map((p) => `    (param $${p.name} ${p.type})`),
    ...locals.map((l) => `    (local $${l.name} ${l.type})`),
    ...body.map((instruction) => print(instruction, '    ')),
    '  )',
  ];
}

/** A statement on lines of its own. */
function print(code: Code, indent: string): string {
  const inside = (body: readonly Code[]) => body.map((item) => print(item, `${indent}  `)).join('\n');
  switch (code.kind) {
    case 'block':
    case 'loop':
      return `${indent}(${code.kind} $${code.label}\n${inside(code.body)})`;
    case 'if':
      return `${indent}(if ${expression(code.condition)} (then\n${inside(code.body)}))`;
    case 'br':
      return `${indent}(br $${code.label})`;
    case 'br_if':
      return `${indent}(br_if $${code.label} ${expression(code.condition)})`;
    case 'set':
      return `${indent}(local.set $${code.local} ${expression(code.value)})`;
    case 'store vector':
      return `${indent}(v128.store offset=${code.offset} ${expression(code.address)} ${expression(code.value)})`;
    case 'store f64':
      return `${indent}(f64.store offset=${code.offset} ${expression(code.address)} ${expression(code.value)})`;
    default:
      throw new Error(`bug: "${code.kind}" leaves a value and cannot stand as a statement`);
  }
}

function expression(code: Code): string {
  switch (code.kind) {
    case 'op':
      return `(${[code.op, ...code.operands.map(expression)].join(' ')})`;
    case 'get':
      return `(local.get $${code.local})`;
    case 'i32':
      return `(i32.const ${code.value})`;
    case 'f32x4':
      return `(v128.const f32x4 ${Array(4).fill(Math.fround(code.value)).join(' ')})`;
    case 'f64':
      return `(f64.const ${code.value})`;
    case 'f64x2':
      return `(v128.const f64x2 ${code.value} ${code.value})`;
    case 'lane':
      return `(${code.of}.extract_lane ${code.lane} ${expression(code.vector)})`;
    case 'i32x4':
      return `(v128.const i32x4 ${code.lanes.map((lane) => lane | 0).join(' ')})`;
    case 'load splat':
      return `(v128.load32_splat offset=${code.offset} ${expression(code.address)})`;
    case 'load vector':
      return `(v128.load offset=${code.offset} ${expression(code.address)})`;
    case 'shuffle': {
      const bytes = code.lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte));
      return `(i8x16.shuffle ${bytes.join(' ')} ${expression(code.a)} ${expression(code.b)})`;
    }
    default:
      throw new Error(`bug: "${code.kind}" is a statement and leaves no value`);
  }
}
