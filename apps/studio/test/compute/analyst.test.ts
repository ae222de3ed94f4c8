/** Whether an analysis that nobody wants holds up the next one, with threads that really are busy. */
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { AnalysisReply, AnalysisRequest } from '../../src/compute/analysis-worker';
import { type AnalysisWorker, createAnalyst } from '../../src/compute/analyst';

/** Answers with what it is asked; `endless` is never answered, and nothing is heard meanwhile. */
const code = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (request) => {
    if (request.input === 'fails') throw new Error('out of memory');
    while (request.input === 'endless');
    parentPort.postMessage({ output: request.input });
  });
`;

let started = 0;

function start(): AnalysisWorker {
  started++;
  const thread = new Worker(code, { eval: true });
  const worker: AnalysisWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (request) => thread.postMessage(request),
    terminate: () => void thread.terminate(),
  };
  thread.on('message', (data) => worker.onmessage?.({ data } as MessageEvent<AnalysisReply>));
  thread.on('error', ({ message }) => worker.onerror?.({ message } as ErrorEvent));
  thread.unref();
  return worker;
}

const request = (input: string) => ({ job: 'equilibria', input }) as unknown as AnalysisRequest;

it('one worker answers in order; one that is not wanted and does not end is ended; one that dies is an error', async () => {
  const analyst = createAnalyst(start);
  const answer = (input: string) =>
    new Promise<AnalysisReply>((resolve) => {
      analyst.ask(request(input), resolve);
    });
  expect(await Promise.all([answer('a'), answer('b')])).toEqual([{ output: 'a' }, { output: 'b' }]);
  expect(started).toBe(1);

  const never: AnalysisReply[] = [];
  const release = analyst.ask(request('endless'), (reply) => never.push(reply));
  const skipped = analyst.ask(request('skipped'), (reply) => never.push(reply));
  const next = answer('c');
  skipped();
  release();
  expect(await next).toEqual({ output: 'c' });
  expect(never).toEqual([]);
  expect(started).toBe(2);

  expect(await answer('fails')).toEqual({ error: 'out of memory' });
  expect(await answer('d')).toEqual({ output: 'd' });
  expect(started).toBe(3);
}, 30_000);
