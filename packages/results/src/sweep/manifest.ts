/**
 * The manifest of a sweep: its recipe, how far it is, and what was written. It is written when a sweep begins, and again as the last
 * thing when it is finished.
 */
import { type Game, pointAt } from '@trilogue/core';
import { choosesSteps, namedPoint, type SweepPlan, type SweepResult, type SweepSummary } from '@trilogue/engine';
import { z } from 'zod';
import {
  fields,
  type ManifestKind,
  parseManifest,
  readManifestOf,
  type Versions,
  writeManifestOf,
} from '../manifest/file.js';
import { mostParts, type Part } from './part.js';
import type { Recipe } from './recipe.js';

const format = 'trilogue sweep';
const formatVersion = 4;

/** Of the run, `paths` being the most of a cell; nothing in it depends on where or how often it was run. */
export type Ran = Pick<
  SweepResult,
  'scheme' | 'paths' | 'dt' | 'steps' | 'boundaryHits' | 'cells' | 'parameters' | 'sigma' | 'initial'
>;

/** What the manifest says of a run, from its plan and its records. */
export function ranOf(game: Game, recipe: Recipe, plan: SweepPlan, { columns, boundaryHits }: SweepSummary): Ran {
  const { scheme, cells } = plan;
  const { dt, steps } = choosesSteps(scheme) ? { dt: null, steps: null } : plan;
  const point = pointAt(game, { scenario: recipe.scenario ?? undefined, set: recipe.set });
  const paths = columns.paths.reduce((most, own) => Math.max(most, own));
  return { ...{ scheme, paths, dt, steps, boundaryHits: boundaryHits(), cells }, ...namedPoint(game, point) };
}

/** Everything that differs from one run to the next. */
export interface Times {
  readonly started: string;
  readonly finished: string;
  /** Cells that an earlier, cut-off run had finished. */
  readonly resumedCells: number;
  /** Of this run, without those cells. */
  readonly performance: SweepResult['performance'];
  readonly threads: number;
  readonly device: string;
  readonly passedOver: SweepResult['passedOver'];
  /** Where workers behind a queue computed it. */
  readonly queue?: QueueReport;
}

/** What a queue did for a sweep. */
export interface QueueReport {
  /** Workers that computed chunks, and chunks. */
  readonly workers: number;
  readonly chunks: number;
  /** Seconds of computing, over all workers. */
  readonly computing: number;
  /** Chunks that Redis had lost and that were enqueued again. */
  readonly lost: number;
  /** Bytes that Redis used at most. */
  readonly mostRedisBytes: number;
  /** Cells that were computed again by the collector, to the same bits. */
  readonly recomputed: number;
}

/** What `manifest.json` of a sweep says. */
export interface Manifest {
  readonly format: 'trilogue sweep';
  readonly formatVersion: 4;
  readonly recipe: Recipe;
  /** The part of the sweep that the folder is to have; null where it is to have all of it. */
  readonly part: Part | null;
  readonly versions: Versions;
  /**
   * What the run was, for people and other programs: it follows from the recipe and the records, and is not read. Null while
   * it is not finished, and in a part.
   */
  readonly ran: Ran | null;
  /** SHA-256 of the files that hold the numbers; null while they are not written, none in a part. */
  readonly files: Readonly<Record<string, string>> | null;
  readonly times: Times | { readonly started: string };
}

/** A manifest of a sweep that was finished. */
export type FinishedManifest = Manifest & {
  readonly ran: Ran;
  readonly files: Readonly<Record<string, string>>;
  readonly times: Times;
};

/** Whether all cells of the sweep were computed and its tables written; a part never is. */
export function isFinished(manifest: Manifest): manifest is FinishedManifest {
  return manifest.ran !== null;
}

const axis = z.strictObject({
  ...{ name: fields.words, from: z.number(), to: z.number(), count: z.int().min(1).max(10_000_000) },
});

const { count, words, hash, backend } = fields;

const recipe = z.strictObject({
  ...{ ...fields.asked, game: fields.game, x: axis, y: axis.nullable(), backend, device: words.nullable() },
  versions: fields.numberVersions,
}) as unknown as z.ZodType<Recipe>;

const times: z.ZodType<Times> = z.strictObject({
  ...{ started: words, finished: words, resumedCells: count, threads: count, device: words },
  performance: fields.performance,
  passedOver: z.array(z.strictObject({ name: backend, reason: words })).max(20),
  queue: z
    .strictObject({ workers: count, chunks: count, computing: z.number() })
    .extend({ lost: count, mostRedisBytes: count, recomputed: count })
    .optional(),
});

const kind: ManifestKind<Manifest> = {
  format,
  schema: z.strictObject({
    ...{ format: z.literal(format), formatVersion: z.literal(formatVersion), recipe },
    part: z.strictObject({ index: z.int().min(1), of: z.int().min(1).max(mostParts) }).nullable(),
    versions: fields.versions,
    ran: z.custom<Ran>((found) => typeof found === 'object').nullable(),
    files: z.record(words, hash).nullable(),
    times: z.union([times, z.strictObject({ started: words })]),
  }),
  fault({ part, ran, files, times }) {
    const finished = 'finished' in times;
    if (ran !== null && (files === null || !finished || part !== null)) return 'it is finished, and is not';
    return part !== null && (part.index > part.of || (files !== null && !finished)) ? 'a part that cannot be' : null;
  },
};

/** Writes the manifest of a sweep, whole or not at all. */
export async function writeManifest(
  folder: string,
  content: Omit<Manifest, 'format' | 'formatVersion'>,
): Promise<void> {
  const manifest: Manifest = { format, formatVersion, ...content };
  await writeManifestOf(folder, manifest);
}

/**
 * The manifest of a sweep's folder; null where there is none.
 * @throws ResultError where there is a `manifest.json` that no sweep of this version wrote.
 */
export function readManifest(folder: string): Promise<Manifest | null> {
  return readManifestOf(folder, kind);
}

/** The manifest that a text is, or in words why it is none. */
export function manifestOf(text: string): Manifest | string {
  return parseManifest(text, kind);
}
