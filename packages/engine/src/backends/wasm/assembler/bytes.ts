/**
 * Prints a module as WebAssembly bytes.
 * Source: WebAssembly Core Specification 2.0, chapter 5.
 */
import { type Code, OPCODES, type ValueType, type WasmFunction, type WasmModule } from './code.js';

const TYPES: Record<ValueType, number> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

/** The module's bytes. Throws where a local or label is not declared. */
export function moduleBytes({ functions }: WasmModule): Uint8Array<ArrayBuffer> {
  const bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  // functions with the same parameters share a type
  const signatures = functions.map(({ parameters }) => parameters.map((p) => TYPES[p.type]));
  const types = new Map(signatures.map((signature) => [signature.join(), signature]));
  const typeIndex = new Map([...types.keys()].map((key, i) => [key, i]));
  const count = unsigned(functions.length);
  const typeBytes = [...types.values()].flatMap((signature) => [0x60, ...unsigned(signature.length), ...signature, 0]);
  section(bytes, 1, [...unsigned(types.size), ...typeBytes]);
  section(bytes, 2, [1, ...text('env'), ...text('memory'), 0x02, 0x00, 0x01]);
  section(bytes, 3, [...count, ...signatures.flatMap((signature) => unsigned(typeIndex.get(signature.join())!))]);
  section(bytes, 7, [...count, ...functions.flatMap(({ name }, i) => [...text(name), 0x00, ...unsigned(i)])]);
  const code = [...count];
  for (const one of functions) {
    const body = functionBody(one);
    code.push(...unsigned(body.length));
    for (const byte of body) code.push(byte);
  }
  section(bytes, 10, code);
  return new Uint8Array(bytes);
}

function functionBody({ parameters, locals, body }: WasmFunction): number[] {
  const index = new Map([...parameters, ...locals].map((local, i) => [local.name, i]));
  const out = [...unsigned(locals.length), ...locals.flatMap((local) => [1, TYPES[local.type]])];
  for (const instruction of body) write(instruction, out, index, []);
  out.push(0x0b);
  return out;
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
    case 'f64':
      out.push(0x44, ...new Uint8Array(Float64Array.of(code.value).buffer));
      return;
    case 'f64x2':
      out.push(0xfd, 0x0c, ...new Uint8Array(new Float64Array(2).fill(code.value).buffer));
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
    case 'store f64':
      each([code.address, code.value]);
      out.push(0x39, 3, ...unsigned(code.offset));
      return;
    case 'lane':
      each([code.vector]);
      out.push(0xfd, code.of === 'i32x4' ? 0x1b : 0x21, code.lane);
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
