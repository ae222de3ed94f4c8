/**
 * The page's side of the drawing worker. Each place of a picture has at most one request in flight; where several come while
 * it is, the last one is drawn next.
 */
import type { Drawing, DrawReply, DrawRequest } from './protocol';

export type PictureRequest = Omit<DrawRequest, 'id'>;

/** One place where pictures appear. */
export interface DrawingPlace {
  draw(request: PictureRequest): void;
  close(): void;
}

export interface Drawer {
  place(listener: (reply: { drawing: Drawing } | { error: string }, of: PictureRequest) => void): DrawingPlace;
  /** One picture by itself, such as for a download. Rejects with the chart's message. */
  once(request: PictureRequest): Promise<Drawing>;
}

export function createDrawer(worker: Worker = startWorker()): Drawer {
  const pending = new Map<number, (reply: DrawReply) => void>();
  let nextId = 1;
  worker.onmessage = ({ data }: MessageEvent<DrawReply>) => {
    const answer = pending.get(data.id);
    pending.delete(data.id);
    answer?.(data);
  };
  const send = (request: PictureRequest, answer: (reply: DrawReply) => void) => {
    const id = nextId++;
    pending.set(id, answer);
    worker.postMessage({ ...request, id } satisfies DrawRequest);
  };
  return {
    place(listener) {
      let busy = false;
      let closed = false;
      let last: PictureRequest | undefined;
      const go = () => {
        if (busy || closed || last === undefined) return;
        const request = last;
        last = undefined;
        busy = true;
        send(request, (reply) => {
          busy = false;
          if (!closed) listener(reply, request);
          go();
        });
      };
      return {
        draw(request) {
          last = request;
          go();
        },
        close() {
          closed = true;
        },
      };
    },
    once: (request) =>
      new Promise((resolve, reject) =>
        send(request, (reply) => ('drawing' in reply ? resolve(reply.drawing) : reject(new Error(reply.error)))),
      ),
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'trilogue drawing' });
}
