/** Entry of a thread in a page. */
import type { Request } from './protocol.js';
import { createServer } from './serve.js';

const scope = self as unknown as {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};
const serve = createServer((reply, transfer) => scope.postMessage(reply, transfer));
scope.onmessage = (event) => void serve(event.data);
