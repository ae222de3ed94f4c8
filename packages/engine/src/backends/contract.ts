/**
 * A backend runs paths of a step program somewhere and hands back tallies. The ensemble driver calls it; it knows
 * nothing of games, metrics or files. It must refuse to open where it does not really work, and must never run
 * elsewhere than its name says.
 */
import type { Key } from '@trilogue/random';
import type { Measure } from '../measures/reduce/measure.js';
import type { IncrementLayout } from '../program/increments.js';
import type { Program } from '../program/program.js';

/** Names of the backends, as the command line takes them. */
export type BackendName = 'webgpu' | 'webgl2' | 'native' | 'wasm' | 'cpu' | 'reference';

/** One program, when its paths are recorded and what is kept of them. Plain data: workers receive it. */
export interface Kernel {
  readonly program: Program;
  readonly layout: IncrementLayout;
  /** Steps at which measures may look, ascending, from 1; the last is the horizon. */
  readonly records: readonly number[];
  readonly measures: readonly Measure[];
  readonly key: Key;
}

/** Cells of a chunk: parameter points with their start. */
export interface Cells {
  readonly count: number;
  /** The program's coefficients, cell after cell. */
  readonly coefficients: Float32Array;
  /** The registers before the first step, cell after cell. */
  readonly start: Float32Array;
  /** The cell number in each cell's stream address. */
  readonly streams: Uint32Array;
}

/** Paths `firstPath` (a multiple of 4) to `firstPath + paths - 1` of each cell. */
export interface Chunk {
  readonly cells: Cells;
  readonly firstPath: number;
  readonly paths: number;
}

/** A kernel ready to run. */
export interface Runner {
  /** Pieces of a chunk between which an abort is heard; 1 where absent. */
  readonly pieces?: number;
  /**
   * The tally of each cell, cell after cell. Once `signal` is aborted a runner of several pieces rejects with its reason
   * before the next; it can go on running chunks.
   */
  run(chunk: Chunk, signal?: AbortSignal): Promise<Float64Array>;
  /** One path again: its registers at each record, record after record. The chunk has one cell and one path. */
  trace(chunk: Chunk): Promise<Float32Array | Float64Array>;
  close(): Promise<void>;
}

export interface Backend {
  readonly name: BackendName;
  /** What it runs on, in words, such as the GPU's name. */
  readonly device: string;
  /** Threads that compute; 1 for a GPU. */
  readonly threads: number;
  /** Chunks that it takes at a time. */
  readonly concurrency: number;
  /** The most path-steps and paths that a chunk should have here, and the most registers that all its paths may have. */
  readonly chunk: { readonly pathSteps: number; readonly paths: number; readonly registers: number };
  open(kernel: Kernel): Promise<Runner>;
  /** Releases threads and devices. */
  close(): Promise<void>;
}

/** How to start a backend. */
export interface BackendOptions {
  /** Threads of the native and the WebAssembly backend; default: one for each core that the machine reports. */
  readonly threads?: number;
}

/** The one path of `cells` that a trace wants, as the chunk of four that contains it. */
export function groupOf(chunk: Chunk): { readonly group: Chunk; readonly lane: number } {
  const lane = chunk.firstPath % 4;
  return { group: { ...chunk, firstPath: chunk.firstPath - lane, paths: 4 }, lane };
}
