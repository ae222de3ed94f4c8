/**
 * `manifest.json` of any result folder: how it is read and written, and the fields that all have. It is read like a stranger's: of
 * bounded size, exactly its fields, and its game must be the one that its hash is of.
 */
import { type Game, readGame, writeGame } from '@trilogue/core';
import { backendNames, eachSweepOption } from '@trilogue/engine';
import { z } from 'zod';
import { ResultError } from '../errors.js';
import { readPlainText } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { sha256 } from '../sealed/container.js';

/** In every result folder. */
export const manifestName = 'manifest.json';
/** Bytes that are read at most: a game file with its escapes, and the point of a run. */
const mostBytes = 16 * 2 ** 20;

/** The game of a result. */
export interface GameRecord {
  readonly name: string;
  readonly title: string;
  /** Of the text. */
  readonly sha256: string;
  /** A game file; comments and layout of the original are not kept. */
  readonly text: string;
}

/** Of the packages that decide numbers. */
export interface NumberVersions {
  readonly core: string;
  readonly random: string;
  readonly engine: string;
}

/** Of all that made a result. */
export interface Versions extends NumberVersions {
  readonly trilogue: string;
  readonly charts: string;
  readonly node: string;
}

/** A game as manifests keep it. */
export function gameRecord(game: Game): GameRecord {
  const text = writeGame(game);
  return { name: game.name, title: game.title, sha256: sha256([text]), text };
}

const count = z.int().min(0);
/** On one line, since it is printed. */
const words = z
  .string()
  .max(2_000)
  .regex(/^[^\r\n]*$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const numberVersions = z.strictObject({ core: words, random: words, engine: words });

/** Every option that decides numbers. */
const asked = Object.fromEntries(
  eachSweepOption().map(([name, { is, expected, unset }]) => {
    const given = z.custom(is, `expected ${expected}`);
    return [name, unset === undefined ? given : given.nullable()];
  }),
);

/** Fields of manifests. */
export const fields = {
  ...{ count, words, hash, numberVersions, asked },
  names: <T extends string>(list: readonly T[]) => z.enum(list as [T, ...T[]]),
  game: z.strictObject({ name: words, title: z.string(), sha256: hash, text: z.string() }),
  backend: z.enum(backendNames as [(typeof backendNames)[number], ...(typeof backendNames)[number][]]),
  versions: numberVersions.extend({ trilogue: words, charts: words, node: words }),
  performance: z.strictObject({ steps: z.number(), seconds: z.number(), stepsPerSecond: z.number() }),
};

/** A kind of manifest. */
export interface ManifestKind<M> {
  /** Such as `trilogue sweep`. */
  readonly format: string;
  readonly schema: z.ZodType<M>;
  /** What contradicts itself, in words; null where nothing does. */
  fault(manifest: M): string | null;
}

/**
 * A folder's manifest; null where there is none.
 * @throws ResultError where there is a `manifest.json` that nothing of this kind and version wrote.
 */
export async function readManifestOf<M extends { readonly recipe: { readonly game: GameRecord } }>(
  folder: string,
  kind: ManifestKind<M>,
): Promise<M | null> {
  const text = await readPlainText(folder, manifestName, mostBytes);
  const found = text === null ? null : parseManifest(text, kind);
  if (typeof found !== 'string') return found;
  throw new ResultError(
    `"${folder}" has a ${manifestName} that this version of ${kind.format} did not write (${found}); choose another folder.`,
  );
}

/** The manifest that a text is, or in words why it is none. */
export function parseManifest<M extends { readonly recipe: { readonly game: GameRecord } }>(
  text: string,
  { schema, fault }: ManifestKind<M>,
): M | string {
  const read = schema.safeParse(parsed(text));
  if (read.success) return fault(read.data) ?? gameFault(read.data.recipe.game) ?? read.data;
  const { path, message } = read.error.issues[0]!;
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** What the manifest of a folder says that it is of, such as `trilogue sweep`; undefined where it says nothing. */
export async function formatOf(folder: string): Promise<unknown> {
  const found = parsed((await readPlainText(folder, manifestName, mostBytes)) ?? '');
  return (found as { format?: unknown } | null | undefined)?.format;
}

export async function writeManifestOf(folder: string, manifest: unknown): Promise<void> {
  await writeWhole(folder, manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a record of a game contradicts itself in; null where its text is what the rest says. */
function gameFault(found: GameRecord): string | null {
  let own: GameRecord;
  try {
    own = gameRecord(readGame(found.text));
  } catch (error) {
    return `its game cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  const differing = (['text', 'sha256', 'name', 'title'] as const).find((name) => own[name] !== found[name]);
  return differing === undefined ? null : `the ${differing} of its game is not that of the game in it`;
}
