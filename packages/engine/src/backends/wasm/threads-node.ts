/** Threads in Node: worker_threads. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Thread } from './protocol.js';

export const coreCount = (): number => availableParallelism();

export function startThread(): Thread {
  const worker = new Worker(new URL('./worker-node.js', import.meta.url));
  worker.unref();
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => void worker.on('message', listener),
    onFailure(listener) {
      worker.on('error', listener);
      worker.on('exit', (code) => listener(new Error(`a worker thread ended with exit code ${code}`)));
    },
    setBusy: (busy) => (busy ? worker.ref() : worker.unref()),
    end: async () => void (await worker.terminate()),
  };
}
