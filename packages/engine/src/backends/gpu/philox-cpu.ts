/**
 * GPU.js in plain JavaScript with `Math.random()` meaning the next Philox4x32-10 word of the thread's stream.
 * Owns the JavaScript of the generator inside the printed kernel. Source: Salmon, Moraes, Dror and Shaw (2011).
 */
import type { CPUKernel } from '#gpujs';
import { replaceOnce, requireStream, STREAM_ARGUMENTS } from './stream.js';

const GENERATOR = `
  let streamX = 0, streamY = 0, streamLane = 4, streamBlocks = 0;
  const streamWords = new Int32Array(4);
  const philoxHigh = (a, b) => {
    const al = a & 65535, ah = a >>> 16, bl = b & 65535, bh = b >>> 16, lh = al * bh, hl = ah * bl;
    const middle = ((al * bl) >>> 16) + (lh & 65535) + (hl & 65535);
    return (Math.imul(ah, bh) + (lh >>> 16) + (hl >>> 16) + (middle >>> 16)) | 0;
  };
  const philoxRandom = (k0, k1, lo, hi, cell, cellStep, block) => {
    if (streamLane === 4) {
      const path = ((lo >>> 0) + streamX) | 0;
      let c0 = (block + streamBlocks) | 0, c1 = path, c2 = (hi + ((path >>> 0) < (lo >>> 0) ? 1 : 0)) | 0;
      let c3 = (cell + streamY * cellStep) | 0;
      for (let round = 0; round < 10; round++) {
        const h0 = philoxHigh(0xD2511F53, c0), l0 = Math.imul(0xD2511F53, c0);
        const h1 = philoxHigh(0xCD9E8D57, c2), l1 = Math.imul(0xCD9E8D57, c2);
        c0 = h1 ^ c1 ^ k0; c1 = l1; c2 = h0 ^ c3 ^ k1; c3 = l0;
        k0 = (k0 + 0x9E3779B9) | 0; k1 = (k1 + 0xBB67AE85) | 0;
      }
      streamWords[0] = c0; streamWords[1] = c1; streamWords[2] = c2; streamWords[3] = c3;
      streamBlocks++; streamLane = 0;
    }
    return (streamWords[streamLane++] >>> 8) * 5.9604644775390625e-8;
  };
`;

/** The kernel class to give to a GPU object of mode `cpu`. */
export function philoxCPUKernel(base: typeof CPUKernel): typeof CPUKernel {
  return class PhiloxCPUKernel extends base {
    override getKernelString(): string {
      if (this._kernelString !== null) return this._kernelString;
      let text = super.getKernelString();
      if (text.includes('Math.random()')) {
        requireStream(this);
        const values = STREAM_ARGUMENTS.map((name) => `user_${name}`).join(', ');
        text = text.replace(/Math\.random\(\)/g, `philoxRandom(${values})`);
        text = replaceOnce(
          text,
          /this\.thread\.x = x;/g,
          'this.thread.x = x; streamX = x; streamY = y; streamLane = 4; streamBlocks = 0;',
          'loop over threads',
        );
        text = replaceOnce(text, /const _this = this;/, `const _this = this;${GENERATOR}`, 'head of the kernel');
      }
      this._kernelString = text;
      return text;
    }
  };
}
