/**
 * One worker that analyses one game after the other. An analysis that is no longer needed gets a moment to finish, since a slider may be
 * moving and a new worker takes time to start; after that its worker is terminated.
 */
import type { AnalysisReply, AnalysisRequest } from './analysis-worker';

/** What a worker of the browser is here. */
export interface AnalysisWorker {
  postMessage(request: AnalysisRequest): void;
  onmessage: ((event: MessageEvent<AnalysisReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface Analyst {
  /** Calls `listener` with the answer unless the returned function is called before. */
  ask(request: AnalysisRequest, listener: (reply: AnalysisReply) => void): () => void;
}

interface Asked {
  readonly request: AnalysisRequest;
  readonly listener: (reply: AnalysisReply) => void;
}

/** Milliseconds that an analysis which is no longer needed gets to finish. */
const moment = 500;

export function createAnalyst(start: () => AnalysisWorker = startWorker): Analyst {
  let worker: AnalysisWorker | undefined;
  let running: Asked | undefined;
  let waiting: Asked[] = [];
  let ending: ReturnType<typeof setTimeout> | undefined;

  const finish = (reply: AnalysisReply | null) => {
    clearTimeout(ending);
    ending = undefined;
    const asked = running;
    running = undefined;
    if (reply !== null) asked?.listener(reply);
    next();
  };
  const end = () => {
    worker?.terminate();
    worker = undefined;
    finish(null);
  };
  const next = () => {
    if (running !== undefined) return;
    running = waiting.shift();
    if (running === undefined) return;
    worker ??= start();
    worker.onmessage = ({ data }) => finish(data);
    worker.onerror = ({ message }) => {
      const asked = running;
      end();
      asked?.listener({ error: message });
    };
    worker.postMessage(running.request);
  };
  return {
    ask(request, listener) {
      const asked = { request, listener };
      waiting.push(asked);
      next();
      return () => {
        waiting = waiting.filter((other) => other !== asked);
        if (running?.listener !== listener) return;
        running = { request, listener: () => {} };
        ending = setTimeout(end, moment);
      };
    },
  };
}

function startWorker(): AnalysisWorker {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module', name: 'trilogue analysis' });
}
