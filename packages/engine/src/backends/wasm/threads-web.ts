/** Threads in a page: module workers. */
import type { Thread } from './protocol.js';

export const coreCount = (): number => navigator.hardwareConcurrency || 1;

export function startThread(): Thread {
  const worker = new Worker(new URL('./worker-web.js', import.meta.url), { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
    onFailure: (listener) =>
      worker.addEventListener('error', (event) =>
        listener(new Error(event.message || 'a worker could not be started')),
      ),
    setBusy: () => {},
    end: async () => worker.terminate(),
  };
}
