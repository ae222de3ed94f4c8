/**
 * Prints functions of the WebAssembly backend as C, instruction by instruction, four lanes at a time: so the reductions of
 * measures are written once, and leave the same numbers. Their i32 numbers, which are addresses, counts and bits, become words of the
 * machine's own length.
 */
import type { Code, WasmFunction } from '../wasm/assembler/code.js';
import { doubleLiteral, floatLiteral } from './literals.js';

/** A static function with the parameters of the module's. */
export function printCode({ name, parameters, locals, body }: WasmFunction): string {
  let labels = 0;
  const label = (kind: string) => `${kind}${labels++}`;
  return [
    `static void ${name}(${parameters.map((parameter) => `word ${identifier(parameter.name)}`).join(', ')}) {`,
    ...locals.map(
      (local) =>
        `  ${local.type === 'i32' ? 'word' : 'v128'} ${identifier(local.name)} = ${local.type === 'i32' ? '0' : '{0}'};`,
    ),
    ...body.flatMap((code) => statement(code, new Map(), label)),
    '}',
  ].join('\n');
}

/** Names of functions for instructions in `operations.ts`, of locals: whole words of the engine's own. */
const identifier = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '_');

/** @param targets where a branch to a label of the module goes */
function statement(code: Code, targets: ReadonlyMap<string, string>, label: (kind: string) => string): string[] {
  const inside = (body: readonly Code[], more = targets) => body.flatMap((item) => statement(item, more, label));
  switch (code.kind) {
    case 'loop': {
      const start = label('loop');
      return [`${start}:;`, ...inside(code.body, new Map([...targets, [code.label, start]]))];
    }
    case 'block': {
      const end = label('end');
      return [...inside(code.body, new Map([...targets, [code.label, end]])), `${end}:;`];
    }
    case 'if':
      return [`if (${expression(code.condition)}) {`, ...inside(code.body), '}'];
    case 'br':
      return [`goto ${targets.get(code.label)};`];
    case 'br_if':
      return [`if (${expression(code.condition)}) goto ${targets.get(code.label)};`];
    case 'set':
      return [`${identifier(code.local)} = ${expression(code.value)};`];
    case 'store vector':
      return [`*(v128_there *)(${expression(code.address)} + ${code.offset}) = ${expression(code.value)};`];
    case 'store f64':
      return [`*(double_there *)(${expression(code.address)} + ${code.offset}) = ${expression(code.value)};`];
    default:
      throw new Error(`bug: "${code.kind}" leaves a value and cannot stand as a statement`);
  }
}

function expression(code: Code): string {
  switch (code.kind) {
    case 'op':
      return `${identifier(code.op)}(${code.operands.map(expression).join(', ')})`;
    case 'get':
      return identifier(code.local);
    case 'i32':
      return `(word)${code.value}`;
    case 'f64':
      return doubleLiteral(code.value);
    case 'f32x4':
      return `(v128)(f32x4){${Array(4).fill(floatLiteral(code.value)).join(', ')}}`;
    case 'f64x2':
      return `(v128)(f64x2){${Array(2).fill(doubleLiteral(code.value)).join(', ')}}`;
    case 'i32x4':
      return `(v128){${code.lanes.map((lane) => lane | 0).join(', ')}}`;
    case 'lane':
      return code.of === 'i32x4'
        ? `(word)(${expression(code.vector)})[${code.lane}]`
        : `((f64x2)${expression(code.vector)})[${code.lane}]`;
    case 'load vector':
      return `*(v128_there *)(${expression(code.address)} + ${code.offset})`;
    case 'load splat': {
      const loaded = `*(int_there *)(${expression(code.address)} + ${code.offset})`;
      return `(v128){${Array(4).fill(loaded).join(', ')}}`;
    }
    case 'shuffle':
      return `SHUFFLE(${expression(code.a)}, ${expression(code.b)}, ${code.lanes.join(', ')})`;
    default:
      throw new Error(`bug: "${code.kind}" is a statement and leaves no value`);
  }
}
