/**
 * What a job of the compute worker is: a generator of ever sharper results. After each `yield` the worker may run another job,
 * so a job yields early and often; once its result is no longer needed it is not continued.
 */
import type { Backend, ChunkOptions, Progress } from '@trilogue/engine';

/**
 * How sharp a result is. `final` is what the command line gives for the same settings. The error of the others is not known; they hold
 * what `roughly` leaves of a result.
 */
export type Stage = 'coarse' | 'finer' | 'final';

export interface Staged<Output> {
  readonly stage: Stage;
  /** Plain data. */
  readonly output: Output;
  /** What it was computed with, for the speed that the page shows; left out where no paths were run. */
  readonly performance?: { readonly steps: number; readonly seconds: number };
}

/** A pass without a result: a coarse one would take too long, or be wrong. Other jobs may run before the next pass. */
export interface NoResult {
  readonly stage: null;
}

export interface JobContext {
  /** Spread into the options of every call of the engine: where it runs, when it stops, how far it is. */
  readonly run: {
    readonly backend: Backend;
    readonly signal: AbortSignal;
    readonly chunk: ChunkOptions;
    readonly onProgress: (progress: Progress) => void;
  };
  /** Path-steps that a coarse pass may spend, so that it is there within a tenth of a second. */
  readonly coarse: number;
  /** Whether the coarse result is there from elsewhere, so that the job begins with the next one. */
  readonly begun: boolean;
}

/** `input` is plain data; what it throws reaches the page as a message. */
export type Job<Input, Output> = (
  input: Input,
  context: JobContext,
) => AsyncGenerator<Staged<Output> | NoResult, void, void>;
