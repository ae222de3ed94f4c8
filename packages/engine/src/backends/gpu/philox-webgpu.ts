/**
 * GPU.js on WebGPU with `Math.random()` meaning the next Philox4x32-10 word of the thread's stream.
 * Owns the WGSL of the generator and where it goes, and that a step kernel stores all registers of its path.
 * Source of the generator: Salmon, Moraes, Dror and Shaw (2011).
 */
import type { WebGPUKernel } from '#gpujs';
import { replaceOnce, requireStream } from './stream.js';

const argument = (name: string) => `bitcast<u32>(params.user_${name})`;

/**
 * The upper words of the products with Philox's two multipliers, from 16-bit halves: WGSL has no such operation.
 * For 0xD2511F53 the sum of the middle products and their carry stays below 2^32. For 0xCD9E8D57 = 2^32 - c it would not, but
 * for c = 0x326172A9 it does, and floor(b (2^32 - c) / 2^32) = b - ceil(b c / 2^32).
 */
const HIGH_WORDS = `
fn philox_high_0(b : u32) -> u32 {
  let low = b & 0xffffu; let high = b >> 16u;
  let middle = 0xD251u * low + ((0x1F53u * low) >> 16u) + 0x1F53u * high;
  return 0xD251u * high + (middle >> 16u);
}
fn philox_high_1(b : u32) -> u32 {
  let low = b & 0xffffu; let high = b >> 16u;
  let middle = 0x3261u * low + ((0x72A9u * low + 0xffffu) >> 16u) + 0x72A9u * high;
  return b - 0x3261u * high - ((middle + 0xffffu) >> 16u);
}`;

const GENERATOR = `
var<private> streamWords : vec4<u32>;
var<private> streamBlocks : u32;
var<private> streamLane : u32 = 4u;
${HIGH_WORDS}
fn pcg_random() -> f32 {
  if (streamLane >= 4u) {
    let base = ${argument('streamPathLo')};
    let path = base + threadGid.x;
    let carry = select(0u, 1u, path < base);
    let cell = ${argument('streamCell')} + threadGid.y * ${argument('streamCellStep')};
    var c = vec4<u32>(${argument('streamBlock')} + streamBlocks, path, ${argument('streamPathHi')} + carry, cell);
    var k = vec2<u32>(${argument('streamKeyLo')}, ${argument('streamKeyHi')});
    for (var round = 0u; round < 10u; round = round + 1u) {
      let h0 = philox_high_0(c.x); let l0 = 0xD2511F53u * c.x;
      let h1 = philox_high_1(c.z); let l1 = 0xCD9E8D57u * c.z;
      c = vec4<u32>(h1 ^ c.y ^ k.x, l1, h0 ^ c.w ^ k.y, l0);
      k = k + vec2<u32>(0x9E3779B9u, 0xBB67AE85u);
    }
    streamWords = c; streamBlocks = streamBlocks + 1u; streamLane = 0u;
  }
  let word = streamWords.x;
  streamWords = vec4<u32>(streamWords.yzw, 0u);
  streamLane = streamLane + 1u;
  return f32(word >> 8u) * 5.9604644775390625e-8;
}`;

/**
 * `normalLength` as far as the logarithm's polynomial, with the exponent read from the bits: the same m in (sqrt(1/2), sqrt(2)]
 * and e as by doublings. 0x3f3504f4 is the first number above sqrt(1/2) = 0x3f3504f3; 0x4b400000 is 1.5 2^23, whose last bits
 * count ones.
 */
const EXPONENT = `fn fn_normalLength(user_unit : f32) -> f32 {
let above : u32 = bitcast<u32>(user_unit + ${2 ** -25}) - 0x3f3504f4u;
let user_m : f32 = bitcast<f32>((above & 0x7fffffu) + 0x3f3504f4u);
let user_e : f32 = bitcast<f32>(0x4b400000u + bitcast<u32>(bitcast<i32>(above) >> 23u)) - 12582912.0;
var user_z`;

/** The part of `normalLength` that GPU.js prints for it. */
const DOUBLINGS = /fn fn_normalLength\(user_unit : f32\) -> f32 \{[\s\S]*?var user_z/;

/** How GPU.js stores the four registers that a step kernel returns. */
const RETURN = /let (\w+) : vec4<f32> = vec4<f32>\([^;]*\);\n(?:\s*result\[data_index \* 4 \+ \d\] = \1\.\w;\n){4}/;

/** Number of registers, which are the variables r0, r1 and so on of a printed step kernel. */
function registersIn(body: string): number {
  return new Set(body.match(/\bvar user_r\d+\b/g)).size;
}

/** A store of all registers, where GPU.js knows results of at most four numbers. */
function storeAll(registers: number): string {
  return Array.from({ length: registers }, (_, r) => `result[data_index * ${registers} + ${r}] = user_r${r};\n`).join(
    '',
  );
}

/** Threads of a workgroup along the paths; WebGPU counts workgroups in 16 bits. */
const WORKGROUP = 128;

/** The kernel class to give to a GPU object of mode `webgpu`. */
export function philoxWebGPUKernel(base: typeof WebGPUKernel): typeof WebGPUKernel {
  return class PhiloxWebGPUKernel extends base {
    /** Registers that a step kernel stores; none in kernels of other kinds. */
    private registers = 0;

    override translateSource(): void {
      super.translateSource();
      this.registers = registersIn(this.translatedBody);
      if (this.registers > 0) this.componentCount = this.registers;
    }

    override assembleWGSL(): string {
      let code = super.assembleWGSL();
      if (this.registers > 0) code = replaceOnce(code, RETURN, storeAll(this.registers), 'return of four registers');
      // cells are few and paths many: a flat workgroup wastes no threads on a single cell
      this.workgroupSize = [WORKGROUP, 1, 1];
      code = replaceOnce(code, /@workgroup_size\(8, 8, 1\)/, `@workgroup_size(${WORKGROUP}, 1, 1)`, 'workgroup size');
      if (this.paramsLayout.randomSeedOffset === null) return code;
      requireStream(this);
      code = replaceOnce(
        code,
        /var<private> pcgState : u32;\nfn pcg_random\(\) -> f32 \{\n[^}]*\n\}/,
        GENERATOR,
        'random generator',
      );
      if (code.includes('fn fn_normalLength(')) code = replaceOnce(code, DOUBLINGS, EXPONENT, 'logarithm');
      code = replaceOnce(code, /^ {2}pcgState = \(params\.randomSeed[^\n]*$/m, '', 'seed of the random generator');
      if (code.includes('pcgState'))
        throw new Error('bug: this GPU.js keeps the state of its random generator elsewhere too');
      return code;
    }

    /** The flat numbers as they come from the device: [cell][path][component]. */
    override _shapeOutput(data: Float32Array): unknown {
      return data;
    }
  };
}
