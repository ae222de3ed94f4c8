/** The manifest of a sensitivity analysis: its recipe, its step, and whether its runs are finished. */
import { schemes } from '@trilogue/engine';
import { methodNames, type StudyStep } from '@trilogue/study';
import { z } from 'zod';
import { fields, type ManifestKind, readManifestOf, type Versions, writeManifestOf } from '../manifest/file.js';
import type { StudyRecipe } from './recipe.js';
import { outputsName } from './tables.js';

export const studyFormat = 'trilogue sensitivity';
const formatVersion = 2;

/** What `manifest.json` of an analysis says. */
export interface StudyManifest {
  readonly format: 'trilogue sensitivity';
  readonly formatVersion: 2;
  readonly recipe: StudyRecipe;
  readonly step: StudyStep;
  readonly versions: Versions;
  /** SHA-256 of the outputs; null while the runs are not finished. */
  readonly files: Readonly<Record<string, string>> | null;
  /** Everything that differs from one run to the next. */
  readonly times: StudyTimes;
}

/** Everything that differs from one run of an analysis to the next. */
export interface StudyTimes {
  readonly started: string;
  readonly finished?: string;
  /** Runs that an earlier, cut-off analysis had finished. */
  readonly resumedRuns?: number;
  readonly performance?: { readonly steps: number; readonly seconds: number; readonly stepsPerSecond: number };
  readonly threads?: number;
}

const { count, words, hash, names } = fields;

// a study chooses paths and scheme itself, and has no tolerance
const { tolerance: _, ...options } = fields.asked;
const recipe = z.strictObject({
  ...{ ...options, paths: count, scheme: names(Object.keys(schemes)) },
  ...{ game: fields.game, method: names(methodNames), samples: count },
  factors: z
    .array(z.strictObject({ name: words, range: z.tuple([z.number(), z.number()]), group: words.optional() }))
    .max(1_000),
  ...{ backend: fields.backend, device: words.nullable(), versions: fields.numberVersions },
}) as unknown as z.ZodType<StudyRecipe>;

const kind: ManifestKind<StudyManifest> = {
  format: studyFormat,
  schema: z.strictObject({
    ...{ format: z.literal(studyFormat), formatVersion: z.literal(formatVersion), recipe },
    step: z.strictObject({ dt: z.number().gt(0).nullable(), bias: z.number().min(0).nullable() }),
    versions: fields.versions,
    files: z.strictObject({ [outputsName]: hash }).nullable(),
    times: z.strictObject({
      ...{ started: words, finished: words.optional(), resumedRuns: count.optional(), threads: count.optional() },
      performance: fields.performance.optional(),
    }),
  }),
  fault({ recipe, step, files, times: { finished, resumedRuns, performance } }) {
    if (files !== null && (finished === undefined || resumedRuns === undefined || performance === undefined)) {
      return 'it is finished, and is not';
    }
    const other = recipe.dt !== null && (step.dt !== recipe.dt || step.bias !== null);
    return other ? 'its step is not the one that was given' : null;
  },
};

/**
 * The manifest of an analysis's folder; null where there is none.
 * @throws ResultError where there is a `manifest.json` that no analysis of this version wrote.
 */
export function readStudyManifest(folder: string): Promise<StudyManifest | null> {
  return readManifestOf(folder, kind);
}

/** Writes the manifest of an analysis, whole or not at all. */
export async function writeStudyManifest(
  folder: string,
  content: Omit<StudyManifest, 'format' | 'formatVersion'>,
): Promise<void> {
  const manifest: StudyManifest = { format: studyFormat, formatVersion, ...content };
  await writeManifestOf(folder, manifest);
}
