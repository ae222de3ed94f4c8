/**
 * The page's side of the compute worker: requests in, results out. The same request from several places is one job.
 */
import type { BackendChoice } from '../state/state';
import type { AnalysisInput, AnalysisName } from './analyses';
import { type Analyst, createAnalyst } from './analyst';
import type { Stage } from './job';
import type { InputOf, JobName, OpenedBackend, OutputOf, Reply, Request } from './protocol';

/** What is known of a request. */
export interface Answer<Output> {
  /** The last result, perhaps of earlier input. */
  readonly output: Output | null;
  readonly stage: Stage | null;
  /** Part of the pass in flight. */
  readonly part: number;
  readonly error: string | null;
}

export interface BackendState {
  /** Null while it starts. */
  readonly opened: OpenedBackend | null;
  readonly stepsPerSecond: number | null;
  readonly refused: { readonly asked: BackendChoice; readonly message: string } | null;
  readonly lost: { readonly name: string; readonly message: string } | null;
}

export interface Compute {
  /** Asks for results until the returned function is called. */
  request<Name extends JobName>(
    job: Name,
    input: InputOf<Name>,
    priority: number,
    listener: (answer: Answer<OutputOf<Name>>) => void,
  ): () => void;
  open(backend: BackendChoice): void;
  /** Other requests follow as soon as the page has found out which: what is in flight gives way, and a core to that. */
  expect(): void;
  pause(paused: boolean): void;
  /** The first picture is on the page: a graphics device may start. */
  drawn(): void;
  backend(): BackendState;
  /** Calls `listener` whenever `backend()` changes. */
  watchBackend(listener: () => void): () => void;
}

interface Shared {
  readonly id: number;
  readonly key: string;
  readonly listeners: Set<(answer: Answer<never>) => void>;
  answer: Answer<unknown>;
  end: () => void;
}

const nothing: Answer<never> = { output: null, stage: null, part: 0, error: null };

const analyses: Readonly<Record<AnalysisName, true>> = { equilibria: true, conditions: true };

function isAnalysis(job: JobName): job is AnalysisName {
  return Object.hasOwn(analyses, job);
}

export function createCompute(worker: Worker = startWorker()): Compute {
  const analysts = new Map<JobName, Analyst>();
  const byId = new Map<number, Shared>();
  const byKey = new Map<string, Shared>();
  const watchers = new Set<() => void>();
  let nextId = 1;
  let state: BackendState = { opened: null, stepsPerSecond: null, refused: null, lost: null };

  const send = (request: Request) => worker.postMessage(request);
  const tell = (id: number, change: Partial<Answer<unknown>>) => {
    const shared = byId.get(id);
    if (shared === undefined) return;
    shared.answer = { ...shared.answer, ...change };
    for (const listener of shared.listeners) listener(shared.answer as Answer<never>);
  };
  /** Begins a job; what is returned ends it. */
  const begin = <Name extends JobName>(id: number, job: Name, input: InputOf<Name>, priority: number): (() => void) => {
    if (!isAnalysis(job)) {
      send({ kind: 'run', id, job: job as Exclude<JobName, AnalysisName>, input, priority });
      return () => send({ kind: 'cancel', id });
    }
    const analyst = analysts.get(job) ?? createAnalyst();
    analysts.set(job, analyst);
    return analyst.ask({ job, input: input as AnalysisInput }, (reply) =>
      tell(id, 'error' in reply ? reply : { ...reply, stage: 'final', part: 0 }),
    );
  };
  const setState = (change: Partial<BackendState>) => {
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    switch (data.kind) {
      case 'result':
        return tell(data.id, { output: data.output, stage: data.stage, part: 0 });
      case 'progress':
        return tell(data.id, { part: data.part });
      case 'failed':
        return tell(data.id, { error: data.message });
      case 'opened':
        return setState({ opened: data.backend, refused: null, stepsPerSecond: null });
      case 'refused':
        return setState({ opened: null, refused: { asked: data.asked, message: data.message } });
      case 'lost':
        return setState({ opened: null, lost: { name: data.name, message: data.message } });
      case 'speed':
        return setState({ stepsPerSecond: data.stepsPerSecond });
    }
  };

  return {
    request(job, input, priority, listener) {
      const key = JSON.stringify([job, input]);
      const shared = byKey.get(key) ?? { id: nextId++, key, listeners: new Set(), answer: nothing, end: () => {} };
      const isNew = shared.listeners.size === 0;
      shared.listeners.add(listener);
      if (isNew) {
        byId.set(shared.id, shared);
        byKey.set(key, shared);
        shared.end = begin(shared.id, job, input, priority);
      } else if (shared.answer !== nothing) listener(shared.answer as Answer<never>);
      return () => {
        shared.listeners.delete(listener);
        if (shared.listeners.size > 0) return;
        byId.delete(shared.id);
        byKey.delete(key);
        shared.end();
      };
    },
    open(backend) {
      setState({ opened: null, refused: null, lost: null, stepsPerSecond: null });
      send({ kind: 'open', backend });
    },
    expect: () => send({ kind: 'expect' }),
    pause: (paused) => send({ kind: 'pause', paused }),
    drawn: () => send({ kind: 'drawn' }),
    backend: () => state,
    watchBackend(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'trilogue compute' });
}
