/**
 * A chunk: some trials or some cells of an order's sweep, about a second of work. Its address is the hash of its text, which
 * holds everything that decides its numbers, so that it is in the queue once however often it is enqueued.
 */
import { type SchemeName, type SweepPart, type SweepPlan, type SweepTrial, schemes } from '@trilogue/engine';
import { z } from 'zod';
import { type CellRuns, cellRunsSchema, mostCells, toCells, toRuns } from './cell-runs.js';
import { hashOf } from './order.js';
import { pack, unpack } from './packed.js';
import { type MessageForm, messageFault, readMessage } from './read-json.js';

const number = z.number();
const whole = z.int().min(0);
const scheme = z.enum(Object.keys(schemes) as [SchemeName, ...SchemeName[]]);
const address = z.string().regex(/^[0-9a-f]{64}$/, 'not an address');
/** Characters of packed numbers. */
const packed = z.string().max(12_000_000);

const trialSchema = z.strictObject({
  kind: z.literal('trial'),
  order: address,
  cells: cellRunsSchema,
  pairs: z.array(whole.max(2 ** 31)).max(mostCells),
  ...{ scheme, dt: number, rate: number, sigma: number, batches: whole.min(1).max(65_536) },
});

const cellsSchema = z.strictObject({
  kind: z.literal('cells'),
  order: address,
  cells: cellRunsSchema,
  plan: z.strictObject({
    cells: whole,
    tolerance: number.nullable(),
    paths: whole.nullable(),
    ...{ scheme, dt: number, steps: whole, recordSize: whole.min(1).max(65_536), rate: number, sigma: number },
    trialSteps: number,
  }),
  bias: packed.nullable(),
  known: packed.nullable(),
});

type ChunkMessage = z.infer<typeof trialSchema> | z.infer<typeof cellsSchema>;

const form: MessageForm<ChunkMessage> = {
  name: 'chunk',
  schema: z.discriminatedUnion('kind', [trialSchema, cellsSchema]),
  longest: 25_000_000,
};

export type Chunk =
  | { readonly kind: 'trial'; readonly order: string; readonly trial: SweepTrial }
  | { readonly kind: 'cells'; readonly order: string; readonly plan: SweepPlan; readonly part: SweepPart };

export interface WrittenChunk {
  readonly id: string;
  readonly text: string;
  readonly chunk: Chunk;
}

/** A letter first: BullMQ takes an id of digits alone for one of its own. */
const idOf = (text: string) => `c${hashOf(text)}`;

export function writeChunk(chunk: Chunk): WrittenChunk {
  const text = JSON.stringify(messageOf(chunk));
  return { id: idOf(text), text, chunk };
}

function messageOf(chunk: Chunk): ChunkMessage {
  const { order } = chunk;
  if (chunk.kind === 'trial') {
    const { cells, pairs, scheme, dt, rate, sigma, batches } = chunk.trial;
    return { kind: 'trial', order, cells: mutable(cells), pairs: [...pairs], scheme, dt, rate, sigma, batches };
  }
  const { plan, part } = chunk;
  const { cells, tolerance, paths, scheme, dt, steps, recordSize, rate, sigma, trialSteps } = plan;
  return {
    ...{ kind: 'cells', order, cells: mutable(part.cells) },
    plan: { cells, tolerance, paths, scheme, dt, steps, recordSize, rate, sigma, trialSteps },
    bias: part.bias ? pack(Float64Array.from(part.bias, (bound) => bound ?? Number.NaN)) : null,
    known: part.known ? pack(part.known) : null,
  };
}

const mutable = (cells: readonly number[]): CellRuns => toRuns(cells);

/**
 * A chunk from the queue. Throws ClusterError where its text is no chunk, is not what its id says, or is not of the order.
 *
 * @param order address of the order that is being worked on
 */
export function readChunk(id: string, text: unknown, order: string): Chunk {
  const message = readMessage(form, text);
  if (idOf(text as string) !== id) throw messageFault('chunk', 'its id is not the hash of its text');
  if (message.order !== order) throw messageFault('chunk', 'it belongs to another sweep');
  const cells = toCells(message.cells);
  if (message.kind === 'trial') {
    const { pairs, scheme, dt, rate, sigma, batches } = message;
    if (pairs.length !== cells.length)
      throw messageFault('chunk', `${pairs.length} numbers of pairs for ${cells.length} cells`);
    return { kind: 'trial', order, trial: { cells, pairs, scheme, dt, rate, sigma, batches } };
  }
  const { plan, bias, known } = message;
  const part: SweepPart = {
    cells,
    ...(bias === null ? {} : { bias: unpack(bias, cells.length) }),
    ...(known === null ? {} : { known: unpack(known, cells.length * plan.recordSize) }),
  };
  return { kind: 'cells', order, plan, part };
}
