/**
 * The folder of a sensitivity analysis: what it holds before a run, and `manifest.json`, which says so. It is read like a
 * stranger's: of bounded size, exactly these fields, and its game must be the one that its hash is of.
 */
import { backendNames, schemes } from '@trilogue/engine';
import { methodNames, type StudyStep } from '@trilogue/study';
import { z } from 'zod';
import { UsageError } from '../errors/usage-error.js';
import { readPlain } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { entriesOf, sha256 } from '../sweep/folder.js';
import { asked } from '../sweep/manifest.js';
import { gameFault } from '../sweep/recipe.js';
import type { Versions } from '../versions.js';
import { type StudyRecipe, studyDifferences, type WantedStudy } from './recipe.js';

export const studyFormat = 'trilogue sensitivity';
const formatVersion = 2;
const manifestName = 'manifest.json';
export const outputsName = 'outputs.csv';
/** Bytes that are read at most: a game file with its escapes, and two numbers a run. */
const mostManifest = 16 * 2 ** 20;
const mostOutputs = 2 ** 29;
/** Every file that an analysis may write. */
const ours = [outputsName, 'rows.parquet', 'indices.csv', 'indices.parquet', 'result.json', 'progress'].concat(
  ['groups', 'factors', 'tornado', 'morris', 'correlations'].flatMap((name) => [`${name}.svg`, `${name}.png`]),
);

export interface StudyManifest {
  readonly format: typeof studyFormat;
  readonly formatVersion: typeof formatVersion;
  readonly recipe: StudyRecipe;
  readonly step: StudyStep;
  readonly versions: Versions;
  /** SHA-256 of the outputs; null while the runs are not finished. */
  readonly files: Readonly<Record<string, string>> | null;
  /** Everything that differs from one run to the next. */
  readonly times: StudyTimes;
}

export interface StudyTimes {
  readonly started: string;
  readonly finished?: string;
  /** Runs that an earlier, cut-off analysis had finished. */
  readonly resumedRuns?: number;
  readonly performance?: { readonly steps: number; readonly seconds: number; readonly stepsPerSecond: number };
  readonly threads?: number;
}

export type StudyHolding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfinished'; readonly manifest: StudyManifest }
  | { readonly kind: 'finished'; readonly manifest: StudyManifest; readonly csv: string };

/** @throws UsageError where the folder cannot be read, or holds something else that would be written over. */
export async function inspectStudy(folder: string, wanted: WantedStudy): Promise<StudyHolding> {
  const names = await entriesOf(folder);
  if (!names.includes(manifestName)) {
    const taken = ours.filter((name) => names.includes(name));
    if (taken.length === 0) return { kind: 'nothing' };
    throw new UsageError(
      `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: files of something else would be written over. Choose another folder.`,
    );
  }
  const manifest = await readStudyManifest(folder);
  const differing = studyDifferences(manifest.recipe, wanted);
  if (differing.length > 0) {
    const lines = differing.map((line) => `  ${line}`);
    throw new UsageError([`--out "${folder}" holds another analysis:`, ...lines, 'Choose another folder.'].join('\n'));
  }
  if (manifest.files === null) return { kind: 'unfinished', manifest };
  const csv = await readOutputsCsv(folder);
  // numbers that were lost or edited are computed again
  return sha256(csv) === manifest.files[outputsName] ? { kind: 'finished', manifest, csv } : { kind: 'nothing' };
}

export async function readOutputsCsv(folder: string): Promise<string> {
  return (await readPlain(folder, outputsName, mostOutputs))?.toString('utf8') ?? '';
}

export async function writeStudyManifest(
  folder: string,
  content: Omit<StudyManifest, 'format' | 'formatVersion'>,
): Promise<void> {
  const manifest: StudyManifest = { format: studyFormat, formatVersion, ...content };
  await writeWhole(folder, manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
}

const number = z.number();
const count = z.int().min(0);
const words = z.string().max(2_000);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const positive = number.gt(0);
const names = <T extends string>(list: readonly T[]) => z.enum(list as [T, ...T[]]);

// a study chooses paths and scheme itself, and has no tolerance
const { tolerance: _, ...options } = asked;
const recipe = z.strictObject({
  game: z.strictObject({ name: words, title: z.string(), sha256: hex, text: z.string() }),
  ...{ ...options, paths: count, scheme: names(Object.keys(schemes)), method: names(methodNames), samples: count },
  factors: z
    .array(z.strictObject({ name: words, range: z.tuple([number, number]), group: words.optional() }))
    .max(1_000),
  ...{ backend: names(backendNames), device: words.nullable() },
  versions: z.strictObject({ core: words, random: words, engine: words }),
}) as unknown as z.ZodType<StudyRecipe>;

const schema: z.ZodType<StudyManifest> = z.strictObject({
  ...{ format: z.literal(studyFormat), formatVersion: z.literal(formatVersion), recipe },
  step: z.strictObject({ dt: positive, bias: number.min(0).nullable() }),
  versions: z.strictObject({
    ...{ trilogue: words, core: words, random: words, engine: words, charts: words, node: words },
  }),
  files: z.strictObject({ [outputsName]: hex }).nullable(),
  times: z.strictObject({
    ...{ started: words, finished: words.optional(), resumedRuns: count.optional(), threads: count.optional() },
    performance: z.strictObject({ steps: number, seconds: number, stepsPerSecond: number }).optional(),
  }),
});

/** @throws UsageError where there is no manifest, or one that no analysis of this version wrote. */
export async function readStudyManifest(folder: string): Promise<StudyManifest> {
  const text = (await readPlain(folder, manifestName, mostManifest))?.toString('utf8') ?? '';
  const read = schema.safeParse(parsed(text));
  const fault = read.success
    ? manifestFault(read.data)
    : `${read.error.issues[0]!.path.join('.')}: ${read.error.issues[0]!.message}`;
  if (read.success && fault === null) return read.data;
  throw new UsageError(
    `"${folder}" has a ${manifestName} that this version of trilogue sensitivity did not write (${fault}); choose another folder.`,
  );
}

/** What contradicts itself. */
function manifestFault({ recipe, step, files, times }: StudyManifest): string | null {
  const { finished, resumedRuns, performance } = times;
  if (files !== null && (finished === undefined || resumedRuns === undefined || performance === undefined)) {
    return 'it is finished, and is not';
  }
  if (recipe.dt !== null && (step.dt !== recipe.dt || step.bias !== null))
    return 'its step is not the one that was given';
  return gameFault(recipe.game);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
