/** Messages between the WebAssembly backend and its threads. */
import type { Chunk, Kernel } from '../contract.js';

export type Request =
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly runner: number;
      readonly kernel: Kernel;
      readonly module: WebAssembly.Module;
    }
  | { readonly kind: 'run'; readonly id: number; readonly runner: number; readonly chunk: Chunk }
  | { readonly kind: 'close'; readonly id: number; readonly runner: number };

export type Reply =
  | { readonly id: number; readonly tally?: Float64Array }
  /** What the machine refuses, in words for a person. */
  | { readonly id: number; readonly refused: string }
  | { readonly id: number; readonly error: string };

/** A thread as the pool sees it, in Node and in a page. */
export interface Thread {
  post(request: Request): void;
  onReply(listener: (reply: Reply) => void): void;
  /** The thread ended or could not start. */
  onFailure(listener: (error: Error) => void): void;
  /** Says whether work is under way: a waiting thread does not keep a program alive. */
  setBusy(busy: boolean): void;
  end(): Promise<void>;
}
