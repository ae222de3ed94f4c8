/**
 * Which job has its turn. One pass runs at a time, on all threads of the backend: of the jobs that are wanted, one of those
 * that are the least far, so that everything is there coarsely before anything is sharp.
 * Owns turns and cancellation; knows nothing of messages or of what a job does.
 */
import type { Staged } from './job';

/** A job as the scheduler sees it. */
export interface Task {
  readonly id: number;
  readonly priority: number;
  /** Begins the job; `signal` ends it. */
  start(signal: AbortSignal): AsyncGenerator<Staged<unknown>, void, void>;
  onResult(result: Staged<unknown>): void;
  /** What the job threw. True where it is to begin again. */
  onFailure(error: unknown): Promise<boolean>;
}

interface Running {
  readonly task: Task;
  readonly abort: AbortController;
  passes: AsyncGenerator<Staged<unknown>, void, void>;
  done: number;
}

export interface Scheduler {
  add(task: Task): void;
  /** Ends a job at once, also in the middle of a pass. */
  cancel(id: number): void;
  /** Begins all jobs anew, such as on another backend. */
  restart(): void;
  setPaused(paused: boolean): void;
}

export function createScheduler(): Scheduler {
  let waiting: Running[] = [];
  let turn: Running | undefined;
  let paused = false;

  const begin = (task: Task): Running => {
    const abort = new AbortController();
    return { task, abort, passes: task.start(abort.signal), done: 0 };
  };
  const next = () => {
    if (turn !== undefined || paused || waiting.length === 0) return;
    const [first] = waiting.toSorted(
      (a, b) => a.done - b.done || b.task.priority - a.task.priority || a.task.id - b.task.id,
    );
    turn = first!;
    waiting = waiting.filter((job) => job !== first);
    void pass(first!).finally(() => {
      turn = undefined;
      next();
    });
  };
  const pass = async (job: Running) => {
    try {
      const { value, done } = await job.passes.next();
      if (job.abort.signal.aborted || done) return;
      job.done++;
      job.task.onResult(value);
      waiting.push(job);
    } catch (error) {
      if (job.abort.signal.aborted) return;
      if ((await job.task.onFailure(error)) && !job.abort.signal.aborted) waiting.push(begin(job.task));
    }
  };
  return {
    add(task) {
      waiting.push(begin(task));
      next();
    },
    cancel(id) {
      for (const job of [...waiting, ...(turn === undefined ? [] : [turn])]) if (job.task.id === id) job.abort.abort();
      waiting = waiting.filter((job) => job.task.id !== id);
    },
    restart() {
      const all = [...waiting, ...(turn === undefined || turn.abort.signal.aborted ? [] : [turn])];
      for (const job of all) job.abort.abort();
      waiting = all.map(({ task }) => begin(task));
      next();
    },
    setPaused(now) {
      paused = now;
      next();
    },
  };
}
