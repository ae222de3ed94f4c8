/**
 * Computes for a page. Asked again, it drops what it was computing: the page wants the newest answer.
 */
import { readGame } from '@trilogue/core';
import { openBackend, simulate } from '@trilogue/engine';

export interface Question {
  readonly id: number;
  /** Text of a game file. */
  readonly game: string;
  readonly set: Readonly<Record<string, number>>;
  readonly tolerance: number;
}

export type Answer = { readonly id: number; readonly backend: string } & (
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'result'; readonly outcomes: readonly { profile: string; low: number; high: number }[] }
  | { readonly kind: 'error'; readonly message: string }
);

const opened = openBackend('auto'); // once; it is kept for all questions
let abort = new AbortController();
let last: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Question>) => {
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  last = last.then(() => answer(data, signal));
};

async function answer({ id, game, set, tolerance }: Question, signal: AbortSignal): Promise<void> {
  const { backend } = await opened;
  const tell = (message: Answer) => self.postMessage(message);
  const head = { id, backend: backend.name };
  try {
    const { outcomes } = await simulate({
      game: readGame(game),
      ...{ set, tolerance, backend, signal, times: 0, passages: false },
      chunk: { seconds: 0.02 }, // so soon it hears that the slider has moved on
      onProgress: ({ done, total }) => tell({ ...head, kind: 'progress', part: done / total }),
    });
    const shown = outcomes.filter(({ probability }) => probability > 0);
    tell({
      ...head,
      kind: 'result',
      outcomes: shown.map(({ profile, low, high }) => ({ profile: profile.join(', '), low, high })),
    });
  } catch (error) {
    if (!signal.aborted) tell({ ...head, kind: 'error', message: String(error) });
  }
}
