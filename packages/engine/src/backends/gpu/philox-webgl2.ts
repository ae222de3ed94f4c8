/**
 * GPU.js on WebGL2 with `Math.random()` meaning the next Philox4x32-10 word of the thread's stream.
 * Owns the GLSL of the generator. Source: Salmon, Moraes, Dror and Shaw (2011).
 */
import type { Plugin, WebGL2Kernel } from '#gpujs';
import { requireStream, STREAM_ARGUMENTS } from './stream.js';

const plugin: Plugin = {
  name: 'philox4x32-10',
  functionMatch: 'Math.random()',
  functionReturnType: 'Number',
  functionReplace: `philox_random(uint(threadId.x), uint(threadId.y), ${STREAM_ARGUMENTS.map((n) => `uint(user_${n})`).join(', ')})`,
  onBeforeRun: requireStream,
  source: `
highp uvec4 streamWords = uvec4(0u);
highp uint streamBlocks = 0u;
highp uint streamLane = 4u;
highp uint philox_high(highp uint a, highp uint b) {
  highp uint al = a & 0xffffu; highp uint ah = a >> 16; highp uint bl = b & 0xffffu; highp uint bh = b >> 16;
  highp uint lh = al * bh; highp uint hl = ah * bl;
  highp uint middle = ((al * bl) >> 16) + (lh & 0xffffu) + (hl & 0xffffu);
  return ah * bh + (lh >> 16) + (hl >> 16) + (middle >> 16);
}
highp float philox_random(highp uint x, highp uint y, highp uint k0, highp uint k1, highp uint lo, highp uint hi,
    highp uint cell, highp uint cellStep, highp uint block) {
  if (streamLane >= 4u) {
    highp uint path = lo + x;
    highp uint carry = path < lo ? 1u : 0u;
    highp uvec4 c = uvec4(block + streamBlocks, path, hi + carry, cell + y * cellStep);
    for (int round = 0; round < 10; round++) {
      highp uint h0 = philox_high(0xD2511F53u, c.x); highp uint l0 = 0xD2511F53u * c.x;
      highp uint h1 = philox_high(0xCD9E8D57u, c.z); highp uint l1 = 0xCD9E8D57u * c.z;
      c = uvec4(h1 ^ c.y ^ k0, l1, h0 ^ c.w ^ k1, l0);
      k0 += 0x9E3779B9u; k1 += 0xBB67AE85u;
    }
    streamWords = c; streamBlocks += 1u; streamLane = 0u;
  }
  highp uint word = streamWords.x;
  streamWords = uvec4(streamWords.yzw, 0u);
  streamLane += 1u;
  return float(word >> 8) * 5.9604644775390625e-8;
}`,
};

/** The kernel class to give to a GPU object of mode `webgl2`. */
export function philoxWebGL2Kernel(base: typeof WebGL2Kernel): typeof WebGL2Kernel {
  return class PhiloxWebGL2Kernel extends base {
    override initPlugins(settings: unknown): Plugin[] {
      return super
        .initPlugins(settings)
        .map((known) => (known.functionMatch === plugin.functionMatch ? plugin : known));
    }

    override build(...args: unknown[]): unknown {
      const built = super.build(...args);
      if (this.compiledFragmentShader && /\bnrand\(/.test(this.compiledFragmentShader)) {
        throw new Error('bug: this GPU.js puts its own random generator into the WebGL2 shader');
      }
      return built;
    }
  };
}
