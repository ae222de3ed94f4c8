/** Entry of a thread in Node. */
import { parentPort } from 'node:worker_threads';
import type { Request } from './protocol.js';
import { createServer } from './serve.js';

const serve = createServer((reply, transfer) => parentPort!.postMessage(reply, transfer));
parentPort!.on('message', (request: Request) => void serve(request));
