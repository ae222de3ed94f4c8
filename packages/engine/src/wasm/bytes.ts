/**
 * Prints a module as WebAssembly bytes.
 * Source: WebAssembly Core Specification 2.0, chapter 5.
 */
import { type Code, OPCODES, type ValueType, type WasmModule } from './code.js';

const TYPES: Record<ValueType, number> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

/** The module's bytes. Throws where a local or label is not declared. */
export function moduleBytes(module: WasmModule): Uint8Array<ArrayBuffer> {
  const { name, parameters, locals, body } = module.function;
  const index = new Map([...parameters, ...locals].map((local, i) => [local.name, i]));
  const code: number[] = [];
  for (const local of locals) code.push(1, TYPES[local.type]);
  const prologue = [...unsigned(locals.length), ...code];
  const out: number[] = [];
  for (const instruction of body) write(instruction, out, index, []);
  const functionBody = [...prologue];
  for (const byte of out) functionBody.push(byte);
  functionBody.push(0x0b);
  const bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  section(bytes, 1, [1, 0x60, ...unsigned(parameters.length), ...parameters.map((p) => TYPES[p.type]), 0]);
  section(bytes, 2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 0x01]);
  section(bytes, 3, [1, 0]);
  section(bytes, 7, [1, ...text(name), 0x00, 0]);
  const sized = [1, ...unsigned(functionBody.length)];
  for (const byte of functionBody) sized.push(byte);
  section(bytes, 10, sized);
  return new Uint8Array(bytes);
}

function write(code: Code, out: number[], index: ReadonlyMap<string, number>, labels: readonly string[]): void {
  const each = (list: readonly Code[], inner = labels) => {
    for (const item of list) write(item, out, index, inner);
  };
  switch (code.kind) {
    case 'op':
      each(code.operands);
      out.push(...OPCODES[code.op]);
      return;
    case 'get':
      out.push(0x20, ...unsigned(known(index.get(code.local), code.local)));
      return;
    case 'set':
      each([code.value]);
      out.push(0x21, ...unsigned(known(index.get(code.local), code.local)));
      return;
    case 'i32':
      out.push(0x41, ...signed(code.value));
      return;
    case 'f32x4':
      out.push(0xfd, 0x0c, ...new Uint8Array(new Float32Array(4).fill(code.value).buffer));
      return;
    case 'i32x4':
      out.push(0xfd, 0x0c, ...new Uint8Array(Int32Array.from(code.lanes).buffer));
      return;
    case 'load splat':
      each([code.address]);
      out.push(0xfd, 0x09, 2, ...unsigned(code.offset));
      return;
    case 'load vector':
      each([code.address]);
      out.push(0xfd, 0x00, 4, ...unsigned(code.offset));
      return;
    case 'store vector':
      each([code.address, code.value]);
      out.push(0xfd, 0x0b, 4, ...unsigned(code.offset));
      return;
    case 'shuffle':
      each([code.a, code.b]);
      out.push(0xfd, 0x0d, ...code.lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)));
      return;
    case 'block':
    case 'loop':
      out.push(code.kind === 'block' ? 0x02 : 0x03, 0x40);
      each(code.body, [code.label, ...labels]);
      out.push(0x0b);
      return;
    case 'if':
      each([code.condition]);
      out.push(0x04, 0x40);
      each(code.body, ['', ...labels]);
      out.push(0x0b);
      return;
    case 'br':
      out.push(0x0c, ...unsigned(depth(labels, code.label)));
      return;
    case 'br_if':
      each([code.condition]);
      out.push(0x0d, ...unsigned(depth(labels, code.label)));
  }
}

function known(index: number | undefined, name: string): number {
  if (index === undefined) throw new Error(`bug: WebAssembly local "${name}" is not declared`);
  return index;
}

function depth(labels: readonly string[], label: string): number {
  const found = labels.indexOf(label);
  if (found < 0) throw new Error(`bug: WebAssembly label "${label}" is not in scope`);
  return found;
}

function section(out: number[], id: number, content: readonly number[]): void {
  out.push(id, ...unsigned(content.length));
  for (const byte of content) out.push(byte);
}

function text(value: string): number[] {
  return [...unsigned(value.length), ...Array.from(value, (c) => c.charCodeAt(0))];
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(done ? byte : byte | 0x80);
    if (done) return bytes;
  }
}
