/**
 * Everything that decides the numbers of a sweep. Two sweeps with equal recipes have equal cells, bit for bit, on
 * machines that compute alike.
 */
import { createHash } from 'node:crypto';
import { type Game, readGame, writeGame } from '@trilogue/core';
import {
  type Axis,
  axisValues,
  type BackendName,
  eachSweepOption,
  type SchemeName,
  type SweepOption,
  type SweepOptionName,
  type SweepSettings,
} from '@trilogue/engine';
import type { Accuracy } from '../options/accuracy.js';

/** Every option that decides numbers; null where it was not given. */
type Asked = { readonly [K in SweepOptionName]: NonNullable<SweepSettings[K]> | null };

/** As it was asked for; null where the engine chooses (the manifest's `ran` has what it chose). */
export interface Recipe extends Accuracy, Asked {
  readonly game: {
    readonly name: string;
    readonly title: string;
    /** Of the text. */
    readonly sha256: string;
    /** A game file; comments and layout of the original are not kept. */
    readonly text: string;
  };
  readonly x: Axis;
  readonly y: Axis | null;
  readonly metric: string;
  readonly scenario: string | null;
  readonly set: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly horizon: number;
  readonly scheme: SchemeName | null;
  readonly delta: number;
  readonly independent: boolean;
  /** The one that computes, never `auto`. */
  readonly backend: BackendName;
  /** The graphics processor, which may round like no other; null where results do not depend on the machine. */
  readonly device: string | null;
  /** Versions of the packages that decide numbers. */
  readonly versions: { readonly core: string; readonly random: string; readonly engine: string };
}

/** A recipe that leaves the choice of the backend open. */
export type Wanted = Omit<Recipe, 'backend' | 'device'> & { readonly backend: BackendName | 'auto' };

type Needed = 'metric' | 'set' | 'seed' | 'horizon' | 'delta' | 'independent';

/** Every option by name, null where it was not given, of something that may hold more. */
export function askedOf(
  from: { readonly [K in SweepOptionName]?: SweepSettings[K] | null } & Pick<Recipe, Needed>,
): Asked & Pick<Recipe, Needed | keyof Accuracy> {
  const all = eachSweepOption().map(([name]) => [name, from[name] ?? null]);
  return Object.fromEntries(all) as ReturnType<typeof askedOf>;
}

export function gameRecord(game: Game): Recipe['game'] {
  const text = writeGame(game);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { name: game.name, title: game.title, sha256, text };
}

/** What a record of a game that comes from elsewhere contradicts itself in; null where its text is what the rest says. */
export function gameFault(found: Recipe['game']): string | null {
  let own: Recipe['game'];
  try {
    own = gameRecord(readGame(found.text));
  } catch (error) {
    return `its game cannot be read: ${error instanceof Error ? error.message : error}`;
  }
  const differing = (['text', 'sha256', 'name', 'title'] as const).find((name) => own[name] !== found[name]);
  return differing === undefined ? null : `the ${differing} of its game is not that of the game in it`;
}

/**
 * What keeps a wanted sweep from being the one that a folder holds, a line for each difference; empty where nothing does.
 *
 * @param additions whether more cells, more paths and a narrower tolerance are no difference: what is there can be added to
 */
export function differences(held: Recipe, wanted: Wanted, additions = false): string[] {
  const lines: string[] = [];
  const compare = (name: string, there: string, here: string) => {
    if (there !== here) lines.push(`${name}: ${there} there, ${here} asked for`);
  };
  const same = held.game.sha256 === wanted.game.sha256;
  compare('game', held.game.name, wanted.game.name);
  if (!same && held.game.name === wanted.game.name) lines.push(`game: the file of "${wanted.game.name}" has changed`);
  if (!(additions && contains(wanted.x, held.x))) compare('--x', axisText(held.x), axisText(wanted.x));
  if (!(additions && contains(wanted.y, held.y))) compare('--y', axisText(held.y), axisText(wanted.y));
  const added = (name: SweepOptionName) =>
    (name === 'tolerance' && isBelow(wanted.tolerance, held.tolerance)) ||
    (name === 'paths' && isBelow(held.paths, wanted.paths));
  for (const [name, option] of eachSweepOption()) {
    if (additions && added(name)) continue;
    const [there, here] = [held, wanted].map((recipe) => optionText(option, recipe[name]) ?? option.unset ?? 'none');
    compare(option.flag, there!, here!);
  }
  if (wanted.backend !== 'auto') compare('--backend', held.backend, wanted.backend);
  compare('version of @trilogue/core', held.versions.core, wanted.versions.core);
  compare('version of @trilogue/random', held.versions.random, wanted.versions.random);
  compare('version of @trilogue/engine', held.versions.engine, wanted.versions.engine);
  return lines;
}

function isBelow(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a < b;
}

/** Whether an axis has every value of another. */
function contains(wanted: Axis | null, held: Axis | null): boolean {
  if (wanted === null || held === null || wanted.name !== held.name) return false;
  const values = new Set(axisValues(wanted));
  return axisValues(held).every((value) => values.has(value));
}

function axisText(axis: Axis | null): string {
  return axis === null ? 'none' : `${axis.name}=${axis.from}:${axis.to}:${axis.count}`;
}

/** The same text for the same value; null where none was given. */
export function optionText({ text }: SweepOption<unknown>, value: unknown): string | null {
  return value === null ? null : text(value);
}
