/**
 * Which backends give the same bits. A result names the sort of arithmetic that made it; only backends of that sort may add
 * to it.
 */
import type { Backend } from '@trilogue/engine';

/**
 * WebAssembly's arithmetic is the same on every processor, so `wasm` is one sort. A graphics processor may fuse
 * multiplications and additions as its driver likes: there, each device is a sort of its own. Plain JavaScript in single
 * and in double precision are two more.
 */
export function bitsOf({ name, device }: Pick<Backend, 'name' | 'device'>): string {
  return name === 'webgpu' || name === 'webgl2' ? `${name} on ${device}` : name;
}
