/**
 * The compute worker: holds the backend, runs jobs in turns, answers with results.
 */
import { GameError } from '@trilogue/core';
import { type Backend, EngineError, type Progress } from '@trilogue/engine';
import { SensitivityError } from '@trilogue/sensitivity';
import { StudyError } from '@trilogue/study';
import { backendAside } from './aside';
import { type Holder, holdBackend } from './backend';
import type { Job, JobContext, Staged } from './job';
import { asides, jobs, ofFirstPicture } from './jobs';
import type { Reply, Request } from './protocol';
import { createScheduler, type Task } from './scheduler';

const scope = self as unknown as {
  postMessage(message: Reply): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
const post = (reply: Reply) => scope.postMessage(reply);

/** Seconds that a coarse pass takes, and that cancelling a pass takes at most. */
const coarseTime = 0.035;
const endTime = 0.02;
/** Path-steps a second of a backend before anything was measured. */
const guess = 40_000_000;
/** How much slower a pass may be than those that were measured. */
const slowest = 10;
/** Milliseconds without a request after which results are refined. */
const rest = 150;

const scheduler = createScheduler({ rest });
const holder: Holder = holdBackend(post);

/** What the packages refuse, with a message for a person; anything else is a bug. */
const refusals = [EngineError, GameError, SensitivityError, StudyError, RangeError];

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
    case 'expect':
      scheduler.expect();
      return;
    case 'pause':
      scheduler.setPaused(data.paused);
      return;
    case 'drawn':
      // a device that starts stops this thread now and then
      void scheduler.rested().then(holder.startNow);
  }
};

function taskOf({ id, job, input, priority }: Extract<Request, { kind: 'run' }>): Task {
  /** The results on a backend, each with its speed taken. */
  const passes = async function* (backend: Backend, signal: AbortSignal, begun: boolean) {
    const run = (await jobs[job]()) as unknown as Job<unknown, unknown>;
    if (signal.aborted) return;
    const on = asides.has(job) ? backendAside(backend, scheduler, signal) : backend;
    for await (const result of run(input, contextOf(id, backend, on, signal, begun))) {
      if (result.stage !== null && result.performance !== undefined) await holder.measure(backend, result.performance);
      yield result;
    }
  };
  /** The first result where it is a coarse one, and there is time for it. */
  const coarse = async (backend: Backend, signal: AbortSignal): Promise<Staged<unknown> | null> => {
    const all = passes(backend, signal, false);
    const { value } = await all.next();
    await all.return();
    return value === undefined || value.stage === null || value.stage === 'final' ? null : value;
  };
  return {
    id,
    priority,
    aside: asides.has(job),
    async *start(signal) {
      let isCoarse = false;
      if (ofFirstPicture.has(job)) {
        const first = await holder.early((standIn) => coarse(standIn, signal));
        if (signal.aborted) return;
        if (first !== null) yield first;
        isCoarse = first !== null;
      } else holder.startNow();
      const open = await Promise.race([holder.current(), aborted(signal)]);
      if (open === null || signal.aborted) return;
      // the first coarse pass of a device measures it, and its kernels are compiled
      const begun = isCoarse && holder.speed(open) !== null;
      yield* passes(open, signal, begun);
    },
    onResult({ stage, output }) {
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

/** @param on the backend as the job sees it */
function contextOf(id: number, backend: Backend, on: Backend, signal: AbortSignal, begun: boolean): JobContext {
  let said = 0;
  const onProgress = ({ done, total }: Progress) => {
    const now = performance.now();
    if (now - said < 100) return;
    said = now;
    post({ kind: 'progress', id, part: total > 0 ? done / total : 0 });
  };
  const speed = holder.speed(backend) ?? guess;
  const chunk = { seconds: endTime, pathSteps: Math.round((speed * endTime) / slowest) };
  return { run: { backend: on, signal, chunk, onProgress }, coarse: speed * coarseTime, begun };
}
