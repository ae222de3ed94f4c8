/**
 * The text of a message from the queue as plain data. Whoever can write to Redis may have written it, so it is read like a
 * stranger's file: short enough, JSON, no key that reaches prototypes, and exactly the fields of its schema.
 */
import type { ZodType } from 'zod';
import { ClusterError } from '../errors.js';

const unfit = new Set(['__proto__', 'constructor', 'prototype']);

export interface MessageForm<T> {
  /** What the message is, for errors, such as `chunk`. */
  readonly name: string;
  readonly schema: ZodType<T>;
  /** The most characters. */
  readonly longest: number;
}

/** Throws ClusterError, with what was found and where in the message. */
export function readMessage<T>({ name, schema, longest }: MessageForm<T>, text: unknown): T {
  if (typeof text !== 'string') throw messageFault(name, `it is ${kindOf(text)} where text is expected`);
  if (text.length > longest) {
    throw messageFault(name, `it has ${text.length} characters, and at most ${longest} are expected`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text, refuseUnfit);
  } catch (error) {
    throw messageFault(name, error instanceof UnfitKey ? error.message : 'it is not JSON');
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const [{ path, message }] = read.error.issues;
  throw messageFault(name, `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`);
}

class UnfitKey extends Error {}

function refuseUnfit(key: string, value: unknown): unknown {
  if (unfit.has(key)) throw new UnfitKey(`a key "${key}", which no message has`);
  return value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The error of a message that is not what it should be. */
export function messageFault(name: string, found: string): ClusterError {
  return new ClusterError('message', `an entry in the queue is no ${name} of this trilogue: ${found}.`);
}
