/**
 * The compute worker: holds the backend, runs jobs in turns, answers with results.
 */
import { GameError } from '@trilogue/core';
import { type Backend, EngineError, type Progress } from '@trilogue/engine';
import { SensitivityError } from '@trilogue/sensitivity';
import { StudyError } from '@trilogue/study';
import { backendAside } from './aside';
import { type Holder, holdBackend } from './backend';
import type { Job, Staged } from './job';
import { asides, jobs, ofFirstPicture } from './jobs';
import type { Reply, Request } from './protocol';
import { createScheduler, type Task } from './scheduler';

const scope = self as unknown as {
  postMessage(message: Reply): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
const post = (reply: Reply) => scope.postMessage(reply);

const scheduler = createScheduler();
const holder: Holder = holdBackend(post);

/** What the packages refuse, with a message for a person; anything else is a bug. */
const refusals = [EngineError, GameError, SensitivityError, StudyError, RangeError];

/** Milliseconds of a coarse pass, and of a piece of work that cannot be cut off. */
const coarseTime = 35;
const pieceTime = 15;
/** Path-steps below which a piece costs more to hand over than to compute. */
const leastPiece = 100_000;

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'open':
      holder.open(data.backend);
      scheduler.restart();
      return;
    case 'run':
      scheduler.add(taskOf(data));
      return;
    case 'cancel':
      scheduler.cancel(data.id);
      return;
    case 'pause':
      scheduler.setPaused(data.paused);
      return;
    case 'drawn':
      holder.startNow();
  }
};

function taskOf({ id, job, input, priority }: Extract<Request, { kind: 'run' }>): Task {
  /** The first, coarse result, without the speed of a backend that is not the page's. */
  const coarse = async (backend: Backend, signal: AbortSignal): Promise<Staged<unknown> | null> => {
    const run = (await jobs[job]()) as unknown as Job<unknown, unknown>;
    const passes = run(input, contextOf(id, backend, signal));
    const { value } = await passes.next();
    await passes.return();
    return value === undefined || value.stage === 'final' ? null : { stage: value.stage, output: value.output };
  };
  return {
    id,
    priority,
    aside: asides.has(job),
    async *start(signal) {
      if (ofFirstPicture.has(job)) {
        const first = await holder.early((standIn) => coarse(standIn, signal));
        if (signal.aborted) return;
        if (first !== null) yield first;
      } else holder.startNow();
      const open = await Promise.race([holder.current(), aborted(signal)]);
      if (open === null || signal.aborted) return;
      const backend = asides.has(job) ? backendAside(open, scheduler, signal) : open;
      const run = (await jobs[job]()) as unknown as Job<unknown, unknown>;
      if (signal.aborted) return;
      yield* run(input, contextOf(id, backend, signal));
    },
    onResult({ stage, output, performance }) {
      if (performance !== undefined) holder.measure(performance);
      post({ kind: 'result', id, stage, output });
    },
    async onFailure(error) {
      if (refusals.some((kind) => error instanceof kind)) {
        post({ kind: 'failed', id, message: (error as Error).message });
        return false;
      }
      if (await holder.lose(error)) return true;
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', id, message: `This is a bug in trilogue: ${message}` });
      return false;
    },
  };
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}

function contextOf(id: number, backend: Backend, signal: AbortSignal) {
  let said = 0;
  const onProgress = ({ done, total }: Progress) => {
    const now = performance.now();
    if (now - said < 100) return;
    said = now;
    post({ kind: 'progress', id, part: total > 0 ? done / total : 0 });
  };
  const pathSteps = Math.round(Math.max(leastPiece, (holder.speed() * pieceTime) / 1000));
  return {
    run: { backend, signal, chunk: { pathSteps }, onProgress },
    coarse: (holder.speed() * coarseTime) / 1000,
  };
}
