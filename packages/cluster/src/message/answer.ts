/** What a worker gives back for a chunk: its numbers, and how they came about. */
import { z } from 'zod';
import type { Chunk } from './chunk.js';
import { pack, unpack } from './packed.js';
import { type MessageForm, messageFault, readMessage } from './read-json.js';

const schema = z.strictObject({
  numbers: z.string().max(200_000_000),
  pathSteps: z.number().min(0),
  /** Of computing, none of which is counted for another chunk of the same worker too. */
  seconds: z.number().min(0),
  /** Who computed it. */
  worker: z.string().max(500),
});

const form: MessageForm<z.infer<typeof schema>> = { name: 'answer', schema, longest: 210_000_000 };

export interface Answer {
  /** Records, or what trials found. */
  readonly numbers: Float64Array;
  readonly pathSteps: number;
  readonly seconds: number;
  readonly worker: string;
}

export function writeAnswer({ numbers, pathSteps, seconds, worker }: Answer): string {
  return JSON.stringify({ numbers: pack(numbers), pathSteps, seconds, worker });
}

/** Throws ClusterError for what cannot be an answer to this chunk. */
export function readAnswer(text: unknown, chunk: Chunk): Answer {
  const message = readMessage(form, text);
  const numbers = unpack(message.numbers, answerSize(chunk));
  if (chunk.kind === 'cells') {
    const wrong = numbers.find((value) => !(Number.isSafeInteger(value) && value >= 0));
    if (wrong !== undefined) throw messageFault('answer', `a record holds ${wrong} where it counts`);
    const { paths, recordSize } = chunk.plan;
    const short = paths !== null && chunk.part.cells.some((_, i) => numbers[i * recordSize] !== paths);
    if (short) throw messageFault('answer', `a record is not of ${paths} paths`);
  }
  return { ...message, numbers };
}

/** How many numbers a chunk is answered by. */
function answerSize(chunk: Chunk): number {
  return chunk.kind === 'trial' ? 2 * chunk.trial.cells.length : chunk.part.cells.length * chunk.plan.recordSize;
}
