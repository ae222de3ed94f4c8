/** Messages between a worker and the process that computes for it. */
import type { BackendName } from '@trilogue/engine';

export type Request =
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly backend: BackendName | 'auto';
      readonly threads: number | null;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly order: string;
      /** Null where this process has had it. */
      readonly orderText: string | null;
      readonly chunkId: string;
      readonly chunkText: string;
    }
  | { readonly kind: 'stop'; readonly id: number };

export interface OpenedBackend {
  readonly name: BackendName;
  readonly device: string;
  readonly threads: number;
}

export type Reply =
  | { readonly kind: 'opened'; readonly id: number; readonly backend: OpenedBackend }
  | {
      readonly kind: 'numbers';
      readonly id: number;
      readonly numbers: Float64Array;
      readonly pathSteps: number;
      /** Of computing, none of which is counted for another chunk too. */
      readonly seconds: number;
    }
  /** `hopeless`: it would fail on every worker, so it is not tried again. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly hopeless: boolean };
