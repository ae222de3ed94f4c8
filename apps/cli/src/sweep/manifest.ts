/**
 * `manifest.json`: the recipe of the sweep that a folder holds, how far it is, and what was written.
 * Owns the file's shape. It is written when a sweep begins, and again as the last thing when it is finished. It is read like a
 * stranger's: of bounded size, exactly these fields, and its game must be the one that its hash is of.
 */
import { backendNames, eachSweepOption, type SweepResult } from '@trilogue/engine';
import { z } from 'zod';
import { UsageError } from '../errors/usage-error.js';
import { readPlain } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import type { Versions } from '../versions.js';
import type { Part } from './part.js';
import type { QueueReport } from './place/contract.js';
import type { Recipe } from './recipe.js';
import { gameFault } from './recipe.js';

const format = 'trilogue sweep';
const formatVersion = 4;
export const manifestName = 'manifest.json';
/** That are read at most: a game file with its escapes, and the point of a run. */
export const mostManifestBytes = 16 * 2 ** 20;

/** Of the run, `paths` being the most of a cell; nothing in it depends on where or how often it was run. */
export type Ran = Pick<
  SweepResult,
  'scheme' | 'paths' | 'dt' | 'steps' | 'boundaryHits' | 'cells' | 'parameters' | 'sigma' | 'initial'
>;

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

export interface Manifest {
  readonly format: typeof format;
  readonly formatVersion: typeof formatVersion;
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

export function isFinished(manifest: Manifest): manifest is FinishedManifest {
  return manifest.ran !== null;
}

const number = z.number();
const count = z.int().min(0);
/** On one line, since it is printed. */
const words = z
  .string()
  .max(2_000)
  .regex(/^[^\r\n]*$/);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const axis = z.strictObject({ name: words, from: number, to: number, count: z.int().min(1).max(10_000_000) });
const names = <T extends string>(list: readonly T[]) => z.enum(list as [T, ...T[]]);

/** Every option that decides numbers. */
export const asked = Object.fromEntries(
  eachSweepOption().map(([name, { is, expected, unset }]) => {
    const given = z.custom(is, `expected ${expected}`);
    return [name, unset === undefined ? given : given.nullable()];
  }),
);

const recipe = z.strictObject({
  game: z.strictObject({ name: words, title: z.string(), sha256: hex, text: z.string() }),
  ...{ ...asked, x: axis, y: axis.nullable(), backend: names(backendNames), device: words.nullable() },
  versions: z.strictObject({ core: words, random: words, engine: words }),
}) as unknown as z.ZodType<Recipe>;

const times: z.ZodType<Times> = z.strictObject({
  ...{ started: words, finished: words, resumedCells: count, threads: count, device: words },
  performance: z.strictObject({ steps: number, seconds: number, stepsPerSecond: number }),
  passedOver: z.array(z.strictObject({ name: names(backendNames), reason: words })).max(20),
  queue: z
    .strictObject({
      workers: count,
      chunks: count,
      computing: number,
      lost: count,
      mostRedisBytes: count,
      recomputed: count,
    })
    .optional(),
});

const schema: z.ZodType<Manifest> = z.strictObject({
  ...{ format: z.literal(format), formatVersion: z.literal(formatVersion), recipe },
  part: z.strictObject({ index: z.int().min(1), of: z.int().min(1).max(10_000) }).nullable(),
  versions: z.strictObject({
    ...{ trilogue: words, core: words, random: words, engine: words, charts: words, node: words },
  }),
  ran: z.custom<Ran>((found) => typeof found === 'object').nullable(),
  files: z.record(words, hex).nullable(),
  times: z.union([times, z.strictObject({ started: words })]),
});

export async function writeManifest(
  folder: string,
  content: Omit<Manifest, 'format' | 'formatVersion'>,
): Promise<void> {
  const manifest: Manifest = { format, formatVersion, ...content };
  await writeWhole(folder, manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * The folder's manifest; null where there is none.
 * @throws UsageError where there is a `manifest.json` that no sweep of this version wrote.
 */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const bytes = await readPlain(folder, manifestName, mostManifestBytes);
  if (bytes === null) return null;
  const found = manifestOf(bytes.toString('utf8'));
  if (typeof found !== 'string') return found;
  throw new UsageError(
    `"${folder}" has a ${manifestName} that this version of trilogue sweep did not write (${found}); choose another folder.`,
  );
}

/** The manifest that a text is, or in words why it is none. */
export function manifestOf(text: string): Manifest | string {
  const read = schema.safeParse(parsed(text));
  return read.success ? (manifestFault(read.data) ?? read.data) : wordsOf(read.error.issues[0]!);
}

/** What contradicts itself. */
function manifestFault({ recipe, part, ran, files, times }: Manifest): string | null {
  const finished = 'finished' in times;
  if (ran !== null && (files === null || !finished || part !== null)) return 'it is finished, and is not';
  if (part !== null && (part.index > part.of || (files !== null && !finished))) return 'a part that cannot be';
  return gameFault(recipe.game);
}

function wordsOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
