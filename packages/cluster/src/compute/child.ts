/**
 * Entry of the process that computes. Apart from the one that talks to Redis, so that computing never keeps that from
 * renewing its locks, and whatever a chunk does to this process, the worker lives.
 */
import { GameError } from '@trilogue/core';
import { EngineError } from '@trilogue/engine';
import { ClusterError } from '../errors.js';
import { type Computer, openComputer } from './computer.js';
import type { Reply, Request } from './protocol.js';

let computer: Promise<Computer> | undefined;
const stops = new Map<number, AbortController>();

// the worker process has ended, so there is nobody to answer
const send = (reply: Reply) => void process.send?.(reply, undefined, {}, () => {});

async function serve(request: Request): Promise<void> {
  const { id } = request;
  if (request.kind === 'stop') return stops.get(id)?.abort();
  try {
    if (request.kind === 'open') {
      await (await computer?.catch(() => undefined))?.close();
      computer = openComputer(request.backend, request.threads ?? undefined);
      return send({ kind: 'opened', id, backend: (await computer).backend });
    }
    const stop = new AbortController();
    stops.set(id, stop);
    send({ kind: 'numbers', id, ...(await (await computer!).run(request, stop.signal)) });
  } catch (error) {
    const hopeless =
      error instanceof GameError ||
      (error instanceof EngineError && error.code !== 'backend') ||
      (error instanceof ClusterError && error.code === 'message');
    send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error), hopeless });
  } finally {
    stops.delete(id);
  }
}

process.on('message', (request: Request) => void serve(request));
// a terminal sends Ctrl-C to the worker and to this process; the worker decides
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
