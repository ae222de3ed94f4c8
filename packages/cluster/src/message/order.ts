/**
 * An order: what all chunks of a sweep have in common, and what a worker must be to take part. Its address is the hash of
 * its text, so that whoever asks for the same sweep again finds the same queue.
 */

import { createHash } from 'node:crypto';
import { gameLimits, readGame, writeGame } from '@trilogue/core';
import { eachSweepOption, givenOptions, type SweepDefinition } from '@trilogue/engine';
import { z } from 'zod';
import { version } from '../version.js';
import { type MessageForm, readMessage } from './read-json.js';

const number = z.number();
const name = z.string().min(1).max(200);
const axis = z.strictObject({ name, from: number, to: number, count: z.int().min(1).max(10_000_000) });

/** Every option that decides numbers. */
const options = Object.fromEntries(
  eachSweepOption().map(([name, { is, expected }]) => [name, z.custom(is, `expected ${expected}`).optional()]),
);

const schema = z.strictObject({
  format: z.literal('trilogue order 1'),
  version: name,
  /** The sort of arithmetic; null where any will do. */
  bits: z.string().max(500).nullable(),
  /** A game file. */
  game: z.string().max(gameLimits.file),
  definition: z.strictObject({ ...options, x: axis, y: axis.optional() }) as unknown as z.ZodType<
    Omit<SweepDefinition, 'game'>
  >,
});

export type Order = z.infer<typeof schema>;

const form: MessageForm<Order> = { name: 'sweep', schema, longest: 2 * gameLimits.file };

/** An order with its text and address. */
export interface WrittenOrder {
  readonly id: string;
  readonly text: string;
  readonly order: Order;
}

/** @param bits sort of arithmetic that the result is to have; null where any will do */
export function writeOrder(definition: SweepDefinition, bits: string | null): WrittenOrder {
  const { game, x, y } = definition;
  const asked = { ...givenOptions(definition), x, y };
  const order: Order = { format: 'trilogue order 1', version, bits, game: writeGame(game), definition: asked };
  const text = JSON.stringify(order);
  return { id: hashOf(text), text, order: readMessage(form, text) };
}

/** The most characters of an order's text. */
export const longestOrder = form.longest;

/** Throws ClusterError for a text that is no order. The game in it is still to be read. */
export function readOrder(text: unknown): Order {
  return readMessage(form, text);
}

/** The sweep of an order. Throws GameError for a game that cannot be. */
export function definitionOf(order: Order): SweepDefinition {
  return { ...order.definition, game: readGame(order.game, { file: 'the game in the queue' }) };
}

/** SHA-256 as 64 hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
