/** What a worker gives back for a chunk: its numbers, and how they came about. */
import { EngineError } from '@trilogue/engine';
import { z } from 'zod';
import type { Chunk } from './chunk.js';
import { pack, unpack } from './packed.js';
import { type MessageForm, messageFault, readMessage } from './read-json.js';

/** Seconds of a chunk: a year. */
const longestWork = 3.2e7;

const schema = z.strictObject({
  numbers: z.string().max(200_000_000),
  pathSteps: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
  /** Of computing, none of which is counted for another chunk of the same worker too. */
  seconds: z.number().min(0).max(longestWork),
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

/** Throws where numbers cannot be those of the chunk, such as `RecordCheck` of the engine. */
export type AnswerCheck = (answer: Answer) => void;

/** Throws ClusterError for what cannot be an answer to this chunk. */
export function readAnswer(text: unknown, chunk: Chunk, check?: AnswerCheck): Answer {
  const message = readMessage(form, text);
  const numbers = unpack(message.numbers, answerSize(chunk));
  if (chunk.kind === 'cells') {
    const wrong = numbers.find((value) => !(Number.isSafeInteger(value) && value >= 0));
    if (wrong !== undefined) throw messageFault('answer', `a record holds ${wrong} where it counts`);
    const { paths, recordSize } = chunk.plan;
    const short = paths !== null && chunk.part.cells.some((_, i) => numbers[i * recordSize] !== paths);
    if (short) throw messageFault('answer', `a record is not of ${paths} paths`);
  }
  const answer = { ...message, numbers };
  try {
    check?.(answer);
  } catch (error) {
    if (error instanceof EngineError) throw messageFault('answer', error.message.replace(/\.$/, ''));
    throw error;
  }
  return answer;
}

/** How many numbers a chunk is answered by. */
function answerSize(chunk: Chunk): number {
  return chunk.kind === 'trial' ? 2 * chunk.trial.cells.length : chunk.part.cells.length * chunk.plan.recordSize;
}
