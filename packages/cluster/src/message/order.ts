/**
 * An order: what all chunks of a sweep have in common, and what a worker must be to take part. Its address is the hash of
 * its text, so that whoever asks for the same sweep again finds the same queue.
 */
import { gameLimits, readGame, writeGame } from '@trilogue/core';
import { type SchemeName, type SweepDefinition, schemes } from '@trilogue/engine';
import { z } from 'zod';
import { version } from '../version.js';
import { hashOf } from './hash.js';
import { type MessageForm, readMessage } from './read-json.js';

const number = z.number();
const name = z.string().min(1).max(200);
const axis = z.strictObject({ name, from: number, to: number, count: z.int().min(1).max(10_000_000) });

const schema = z.strictObject({
  format: z.literal('trilogue order 1'),
  version: name,
  /** The sort of arithmetic; null where any will do. */
  bits: z.string().max(500).nullable(),
  /** A game file. */
  game: z.string().max(gameLimits.file),
  definition: z.strictObject({
    scenario: name.optional(),
    set: z.record(name, number).optional(),
    seed: z.string().max(10_000).optional(),
    horizon: number.optional(),
    dt: number.optional(),
    scheme: z.enum(Object.keys(schemes) as [SchemeName, ...SchemeName[]]).optional(),
    delta: number.optional(),
    x: axis,
    y: axis.optional(),
    metric: z.string().max(2_000),
    paths: number.optional(),
    tolerance: number.optional(),
    independent: z.boolean().optional(),
  }),
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
  const { game, scenario, set, seed, horizon, dt, scheme, delta, x, y, metric, paths, tolerance, independent } =
    definition;
  const rest = { scenario, set, seed, horizon, dt, scheme, delta, x, y, metric, paths, tolerance, independent };
  const order: Order = { format: 'trilogue order 1', version, bits, game: writeGame(game), definition: rest };
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
