/**
 * Headers of chunks and plans, read like a stranger's: a folder may come from anywhere, and its checksum says only that nothing has
 * changed since. What fits is data of bounded size; whether it is of the sweep that is wanted is another question.
 */
import type { SweepPlan } from '@trilogue/engine';
import { z } from 'zod';
import type { ChunkHeader } from './chunk.js';

/** As the engine allows. */
const mostCells = 10_000_000;

const cells = z.int().min(1).max(mostCells);
const axis = z.object({ name: z.string(), from: z.number(), to: z.number(), count: cells });
const recordSize = z
  .int()
  .min(1)
  .max(2 ** 31);
const plan = z.object({ dt: z.number(), scheme: z.string(), recordSize, tolerance: z.number().nullable() });
/** Runs ascend, so that no cell is there twice, and no number of cells is more than there can be. */
const runs = z
  .array(z.tuple([z.int().min(0), cells]))
  .refine((all) => all.every(([first, count], i) => first + count <= (all[i + 1]?.[0] ?? mostCells)));

const chunkHeader = z.object({
  ...{ kind: z.literal('cells'), base: z.string(), sweep: z.string(), x: axis, y: axis.nullable(), plan, runs },
  gone: z.array(z.int()).optional(),
});

export interface PlanHeader {
  readonly kind: 'plan';
  readonly sweep: string;
  readonly plan: SweepPlan;
}

/** All of a plan, as it stands beside the bounds of its bias. */
const planHeader = z.object({
  ...{ kind: z.literal('plan'), sweep: z.string() },
  plan: plan.extend({
    cells,
    paths: z.null(),
    steps: z.number(),
    rate: z.number(),
    sigma: z.number(),
    trialSteps: z.number(),
  }),
});

export const isPlanHeader = (value: unknown): value is PlanHeader => planHeader.safeParse(value).success;
export const isChunkHeader = (value: unknown): value is ChunkHeader => chunkHeader.safeParse(value).success;
