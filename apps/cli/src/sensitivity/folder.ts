/**
 * The folder of a sensitivity analysis: what it holds before a run, and `manifest.json`, which says so.
 */
import type { StudyStep } from '@trilogue/study';
import { isSystemError } from '../errors/report.js';
import { UsageError } from '../errors/usage-error.js';
import { plainEntries, readPlain } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { sha256 } from '../sweep/folder.js';
import type { Versions } from '../versions.js';
import { type StudyRecipe, studyDifferences, type WantedStudy } from './recipe.js';

const format = 'trilogue sensitivity';
const formatVersion = 1;
const manifestName = 'manifest.json';
export const outputsName = 'outputs.csv';
/** Bytes that are read at most: a game file with its escapes, and two numbers a run. */
const mostManifest = 16 * 2 ** 20;
const mostOutputs = 2 ** 30;
/** Every file that an analysis may write. */
const ours = [outputsName, 'rows.parquet', 'indices.csv', 'indices.parquet', 'result.json'].concat(
  ['groups', 'factors', 'tornado', 'morris', 'correlations'].flatMap((name) => [`${name}.svg`, `${name}.png`]),
);

export interface StudyManifest {
  readonly format: typeof format;
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
  const names = await list(folder);
  if (!names.includes(manifestName)) {
    const taken = ours.filter((name) => names.includes(name));
    if (taken.length === 0) return { kind: 'nothing' };
    throw new UsageError(
      `--out "${folder}" has ${taken.join(', ')} but no ${manifestName}: files of something else would be written over. Choose another folder.`,
    );
  }
  const manifest = readManifest(folder, (await readPlain(folder, manifestName, mostManifest))?.toString('utf8') ?? '');
  const differing = studyDifferences(manifest.recipe, wanted);
  if (differing.length > 0) {
    const lines = differing.map((line) => `  ${line}`);
    throw new UsageError([`--out "${folder}" holds another analysis:`, ...lines, 'Choose another folder.'].join('\n'));
  }
  if (manifest.files === null) return { kind: 'unfinished', manifest };
  const csv = (await readPlain(folder, outputsName, mostOutputs))?.toString('utf8') ?? '';
  // numbers that were lost or edited are computed again
  return sha256(csv) === manifest.files[outputsName] ? { kind: 'finished', manifest, csv } : { kind: 'nothing' };
}

export async function writeStudyManifest(
  folder: string,
  content: Omit<StudyManifest, 'format' | 'formatVersion'>,
): Promise<void> {
  await writeWhole(folder, manifestName, `${JSON.stringify({ format, formatVersion, ...content }, null, 2)}\n`);
}

function readManifest(folder: string, text: string): StudyManifest {
  let found: Partial<StudyManifest> | null = null;
  try {
    found = JSON.parse(text);
  } catch {
    // said below, as of any other file that is not ours
  }
  if (found?.format === format && found.formatVersion === formatVersion && found.recipe) return found as StudyManifest;
  throw new UsageError(
    `--out "${folder}" has a ${manifestName} that this version of trilogue sensitivity did not write; choose another folder.`,
  );
}

async function list(folder: string): Promise<string[]> {
  try {
    return await plainEntries(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code, message } = error;
    if (code === 'ENOENT') return [];
    throw new UsageError(
      `cannot use --out "${folder}": ${code === 'ENOTDIR' ? 'it is a file, not a folder' : message}.`,
    );
  }
}
