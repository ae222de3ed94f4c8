/**
 * Runners of a GPU.js backend. Compiling takes longer than many a run, so kernels are kept for the next run of the same
 * structure: another sweep of the game, another seed, other parameters.
 */
import type { GPU } from '#gpujs';
import type { Kernel, Runner } from '../contract.js';
import { type Compiled, compile } from './compile.js';
import type { GpuMode } from './device.js';
import type { Reduction } from './reduce/contract.js';

/** Structures that are kept; each holds the states of a chunk on the device. */
const KEPT = 4;

interface Entry {
  readonly compiled: Compiled;
  /** Open runners. */
  users: number;
}

export function createRunners(
  gpu: GPU,
  mode: GpuMode,
  reduction: Reduction,
): { open(kernel: Kernel): Runner; close(): Promise<void> } {
  // least recently opened first
  const entries = new Map<string, Entry>();
  const trim = async () => {
    const spare = [...entries].slice(0, -KEPT).filter(([, { users }]) => users === 0);
    for (const [structure] of spare) entries.delete(structure);
    for (const [, { compiled }] of spare) await compiled.close();
  };
  return {
    open({ key, ...structure }) {
      const text = JSON.stringify(structure);
      const entry = entries.get(text) ?? { compiled: compile(gpu, mode, reduction, structure), users: 0 };
      entries.delete(text);
      entries.set(text, entry);
      entry.users++;
      /** What has failed, on a lost device for one, is not used again; what was told to stop is. */
      const dropOnFailure = async <T>(work: Promise<T>, signal?: AbortSignal): Promise<T> => {
        try {
          return await work;
        } catch (error) {
          if (!signal?.aborted && entries.get(text) === entry) entries.delete(text);
          throw error;
        }
      };
      let closed = false;
      return {
        pieces: structure.records.length,
        run: (chunk, signal) => dropOnFailure(entry.compiled.run(chunk, key, signal), signal),
        trace: (chunk) => dropOnFailure(entry.compiled.trace(chunk, key)),
        async close() {
          if (closed) return;
          closed = true;
          entry.users--;
          if (entries.get(text) !== entry && entry.users === 0) await entry.compiled.close();
          await trim();
        },
      };
    },
    async close() {
      for (const { compiled } of entries.values()) await compiled.close();
      entries.clear();
    },
  };
}
