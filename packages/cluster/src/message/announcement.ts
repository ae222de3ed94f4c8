/** What a collector says of a sweep that it collects, and what a worker says of itself: short texts in two hashes of Redis. */
import { z } from 'zod';
import { type MessageForm, readMessage } from './read-json.js';

const text = z.string().max(1_000);

const announcementSchema = z.strictObject({
  order: z.string().regex(/^[0-9a-f]{64}$/),
  version: text,
  bits: text.nullable(),
  /** For people: the game, the metric, and who collects. */
  game: text,
  metric: z.string().max(2_000),
  collector: text,
  /** Milliseconds on the server's clock when the collector last said so. */
  seen: z.number(),
});

/** A sweep that asks for workers. */
export type Announcement = z.infer<typeof announcementSchema>;

const announcementForm: MessageForm<Announcement> = {
  name: 'announcement of a sweep',
  schema: announcementSchema,
  longest: 8_000,
};

export const readAnnouncement = (found: string): Announcement => readMessage(announcementForm, found);

const signSchema = z.strictObject({
  /** Milliseconds on the server's clock. */
  seen: z.number(),
  version: text,
  /** Backend and device. */
  runs: text,
  /** Address of the order that it works on, or has been refused by; null while it waits. */
  order: text.nullable(),
  /** Why it may not take part; null where it may. */
  refused: text.nullable(),
  chunks: z.number(),
  pathSteps: z.number(),
});

/** A worker's sign of life. */
export type WorkerSign = z.infer<typeof signSchema>;

const signForm: MessageForm<WorkerSign> = { name: 'sign of a worker', schema: signSchema, longest: 8_000 };

export const readSign = (found: string): WorkerSign => readMessage(signForm, found);
