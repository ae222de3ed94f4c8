/**
 * What page and compute worker say to each other. Types alone: the page never loads the jobs.
 */
import type { BackendName } from '@trilogue/engine';
import type { BackendChoice } from '../state/state';
import type { AnalysisInput, AnalysisName, analyses } from './analyses';
import type { Job, Stage } from './job';
import type { jobs } from './jobs';

/** What runs in turns in the compute worker; analyses have workers of their own. */
type TurnName = keyof typeof jobs;
export type JobName = TurnName | AnalysisName;
type JobOf<Name extends TurnName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
export type InputOf<Name extends JobName> = Name extends TurnName
  ? JobOf<Name> extends Job<infer Input, unknown>
    ? Input
    : never
  : AnalysisInput;
export type OutputOf<Name extends JobName> = Name extends TurnName
  ? JobOf<Name> extends Job<never, infer Output>
    ? Output
    : never
  : Name extends AnalysisName
    ? ReturnType<(typeof analyses)[Name]>
    : never;

export type Request =
  /** Compute there from now on; jobs in flight begin anew. */
  | { readonly kind: 'open'; readonly backend: BackendChoice }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly job: TurnName;
      readonly input: unknown;
      /** Among jobs that are equally far, the higher goes first. */
      readonly priority: number;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Other requests follow at once. */
  | { readonly kind: 'expect' }
  /** Finish the pass in flight, then wait: the page is not looked at. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  /** The first picture is on the page. */
  | { readonly kind: 'drawn' };

export type Reply =
  | { readonly kind: 'opened'; readonly backend: OpenedBackend }
  /** What was asked for cannot be had; nothing runs until another backend is asked for. */
  | { readonly kind: 'refused'; readonly asked: BackendChoice; readonly message: string }
  /** The graphics device went away; the worker goes on with WebAssembly, which it opens next. */
  | { readonly kind: 'lost'; readonly name: BackendName; readonly message: string }
  /** Path-steps a second, measured over the last passes. */
  | { readonly kind: 'speed'; readonly stepsPerSecond: number }
  | { readonly kind: 'result'; readonly id: number; readonly stage: Stage; readonly output: unknown }
  /** Part of the pass in flight that is done. */
  | { readonly kind: 'progress'; readonly id: number; readonly part: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

export interface OpenedBackend {
  readonly name: BackendName;
  readonly device: string;
  readonly threads: number;
  readonly passedOver: readonly { readonly name: BackendName; readonly reason: string }[];
}
