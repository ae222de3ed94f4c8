/**
 * Which job runs next. One pass runs at a time, on all threads of the backend: the next pass of a job with the fewest passes done,
 * so that every result is there coarsely before any is refined; and none is refined while requests still arrive, since the
 * next one would cancel it. A job that runs aside has no passes: its pieces run between those of others, also while the page is hidden,
 * since its user waits for the end.
 * Owns turns and cancellation; knows nothing of messages or of what a job does.
 */
import type { NoResult, Staged } from './job';

/** A job as the scheduler sees it. */
export interface Task {
  readonly id: number;
  readonly priority: number;
  /** Whether it runs aside, with its long pieces of work in `aside`. Default: it runs pass by pass. */
  readonly aside?: boolean;
  /** Begins the job; `signal` ends it. */
  start(signal: AbortSignal): AsyncGenerator<Staged<unknown> | NoResult, void, void>;
  onResult(result: Staged<unknown>): void;
  /** What the job threw. True where it is to begin again. */
  onFailure(error: unknown): Promise<boolean>;
}

interface Running {
  readonly task: Task;
  readonly abort: AbortController;
  passes: AsyncGenerator<Staged<unknown> | NoResult, void, void>;
  done: number;
}

export interface Scheduler {
  add(task: Task): void;
  /** Ends a job at once, also in the middle of a pass. */
  cancel(id: number): void;
  /** Requests are about to arrive: a running pass is stopped, unless it is a job's first. Its job begins anew, unless a request cancels it. */
  expect(): void;
  /** Resolves when no request has come for a while. */
  rested(): Promise<void>;
  /** Begins all jobs anew, such as on another backend. */
  restart(): void;
  setPaused(paused: boolean): void;
  /** Runs a short piece of work between two passes; no pass begins before it is done. */
  aside<T>(piece: () => Promise<T>): Promise<T>;
}

/** @param rest milliseconds without a request after which more than first passes begin; default 0 */
export function createScheduler({ rest = 0 } = {}): Scheduler {
  let lastRequest = Number.NEGATIVE_INFINITY;
  let waiting: Running[] = [];
  let turn: Running | undefined;
  let paused = false;
  let outside: Running[] = [];
  let pieces: (() => Promise<void>)[] = [];
  let piecesInFlight = 0;

  const restLeft = () => lastRequest + rest - performance.now();
  const rested = async () => {
    for (let left = restLeft(); left > 0; left = restLeft()) await new Promise((resolve) => setTimeout(resolve, left));
  };
  const begin = (task: Task): Running => {
    const abort = new AbortController();
    return { task, abort, passes: task.start(abort.signal), done: 0 };
  };
  const next = () => {
    if (turn !== undefined) return;
    if (paused || waiting.length === 0) return startPieces();
    if (piecesInFlight > 0) return;
    const [first] = waiting.toSorted(
      (a, b) => a.done - b.done || b.task.priority - a.task.priority || a.task.id - b.task.id,
    );
    if (first!.done > 0 && restLeft() > 0) {
      void rested().then(next);
      return;
    }
    turn = first!;
    waiting = waiting.filter((job) => job !== first);
    void pass(first!)
      .then((goesOn) => {
        if (goesOn !== null) waiting.push(goesOn);
      })
      .finally(() => {
        turn = undefined;
        next();
      });
  };
  const startPieces = () => {
    const all = pieces;
    pieces = [];
    for (const piece of all) {
      piecesInFlight++;
      void piece().finally(() => {
        piecesInFlight--;
        next();
      });
    }
  };
  const aside = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      pieces.push(() => work().then(resolve, reject));
      next();
    });
  /** What is to go on: the job, the same from its beginning, or nothing. */
  const pass = async (job: Running): Promise<Running | null> => {
    try {
      const { value, done } = await job.passes.next();
      if (job.abort.signal.aborted || done) return null;
      job.done++;
      if (value.stage !== null) job.task.onResult(value);
      return job;
    } catch (error) {
      if (job.abort.signal.aborted) return null;
      return (await job.task.onFailure(error)) && !job.abort.signal.aborted ? begin(job.task) : null;
    }
  };
  const runAside = async (first: Running) => {
    let job: Running | null = first;
    while (job !== null) {
      outside.push(job);
      const goesOn: Running | null = await pass(job);
      outside = outside.filter((other) => other !== job);
      job = goesOn;
    }
  };
  const start = (task: Task) => {
    if (task.aside) void runAside(begin(task));
    else waiting.push(begin(task));
  };
  return {
    aside,
    add(task) {
      lastRequest = performance.now();
      start(task);
      next();
    },
    cancel(id) {
      for (const job of [...waiting, ...outside, ...(turn === undefined ? [] : [turn])]) {
        if (job.task.id === id) job.abort.abort();
      }
      waiting = waiting.filter((job) => job.task.id !== id);
    },
    expect() {
      lastRequest = performance.now();
      if (turn === undefined || turn.done === 0 || turn.abort.signal.aborted) return;
      turn.abort.abort();
      start(turn.task);
    },
    rested,
    restart() {
      const running = [...(turn === undefined ? [] : [turn]), ...outside];
      const all = [...waiting, ...running.filter((job) => !job.abort.signal.aborted)];
      for (const job of all) job.abort.abort();
      waiting = [];
      for (const { task } of all) start(task);
      next();
    },
    setPaused(now) {
      paused = now;
      next();
    },
  };
}
