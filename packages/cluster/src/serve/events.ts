/** What happens to a worker, for whoever watches it. */
export type ChunkEvent =
  | { readonly kind: 'done'; readonly words: string; readonly pathSteps: number; readonly seconds: number }
  /** Given back unfinished, for another worker. */
  | { readonly kind: 'returned'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string; readonly message: string }
  /** Redis was away, or a lock was lost. */
  | { readonly kind: 'trouble'; readonly message: string };

export type ServeEvent =
  | ChunkEvent
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'joined';
      readonly game: string;
      readonly metric: string;
      readonly collector: string;
      readonly runs: string;
    }
  | { readonly kind: 'refused'; readonly game: string; readonly reason: string };
