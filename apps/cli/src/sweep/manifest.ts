/**
 * `manifest.json`: the recipe of the sweep that a folder holds, how far it is, what ran, and what was written.
 * Owns the file's shape. It is written when a sweep begins, and again as the last thing when it is finished.
 */
import type { SweepResult } from '@trilogue/engine';
import { UsageError } from '../errors/usage-error.js';
import { readPlain } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import type { Versions } from '../versions.js';
import type { Part } from './part.js';
import type { QueueReport } from './place/contract.js';
import type { Recipe } from './recipe.js';

const format = 'trilogue sweep';
const formatVersion = 3;
export const manifestName = 'manifest.json';
/** That are read at most: a game file with its escapes, and the point of a run. */
const mostBytes = 16 * 2 ** 20;

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
  /** What the run was and which files it left; null while it is not finished, and in a part. */
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
  const bytes = await readPlain(folder, manifestName, mostBytes);
  if (bytes === null) return null;
  const found = parsed(bytes.toString('utf8')) as Partial<Manifest> | null | undefined;
  if (found?.format === format && found.formatVersion === formatVersion && found.recipe) return found as Manifest;
  throw new UsageError(
    `--out "${folder}" has a ${manifestName} that this version of trilogue sweep did not write; choose another folder.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
