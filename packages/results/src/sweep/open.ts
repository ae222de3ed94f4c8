/** A sweep's folder, opened to be read. */
import { type Game, readGame } from '@trilogue/core';
import {
  type PlannedSweep,
  planSweep,
  type SweepDefinition,
  type SweepSummary,
  summariseSweep,
} from '@trilogue/engine';
import { ResultError } from '../errors.js';
import { entriesOf } from '../files/plain.js';
import { type Grid, gridOf } from './cells.js';
import { type Manifest, readManifest } from './manifest.js';
import { noTrial, readPlan } from './planning.js';
import { readRecords } from './read-records.js';
import { definitionOf } from './recipe.js';
import { recordsOf, type SweepRecords } from './records.js';

/** What a folder says of its sweep. */
export interface SweepFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly game: Game;
  readonly definition: SweepDefinition;
  /** Step and, within a tolerance, what it may add to each cell. */
  readonly planned: PlannedSweep;
  readonly records: SweepRecords;
}

/**
 * Opens the folder of a sweep, or of a part of one, from whomever: entries are looked at before any is read, reads are bounded, and
 * what contradicts itself is refused. Whether its numbers are right only `verify` says.
 *
 * @throws ResultError where there is no sweep, or one whose manifest or plan cannot be used; EngineError and GameError for a recipe that
 * cannot be computed.
 */
export async function openSweep(folder: string): Promise<SweepFolder> {
  await entriesOf(folder);
  const manifest = await readManifest(folder);
  if (manifest === null) throw new ResultError(`"${folder}" holds no sweep: it has no manifest.json.`);
  const { recipe } = manifest;
  const game = readGame(recipe.game.text);
  const definition = definitionOf(game, recipe);
  const planned =
    recipe.tolerance === null
      ? await planSweep(definition, { trial: noTrial })
      : await readPlan(folder, recipe, definition);
  if (planned === null || typeof planned === 'string') {
    throw new ResultError(
      `"${folder}": its plan ${planned === null ? 'is missing' : `is damaged (${planned})`}. The command that made it, run again, goes on to the end.`,
    );
  }
  return { folder, manifest, game, definition, planned, records: recordsOf(folder, recipe, definition, planned.plan) };
}

/** What the records of a sweep add up to. */
export interface SweepNumbers {
  /** The metric with its intervals: NaN where a cell has no value, or no record yet. `eachCell` goes over it. */
  readonly grid: Grid;
  readonly summary: SweepSummary;
  /** 1 for each cell whose record is there. */
  readonly done: Uint8Array;
  /** Chunks of records that cannot be used, in words. */
  readonly lost: readonly string[];
}

/** The numbers of a sweep from its records, each of which is checked; 60 bytes a cell are held, and one chunk of records at a time. */
export async function readNumbers(
  { game, manifest, definition, planned, records }: Omit<SweepFolder, 'folder'>,
  signal?: AbortSignal,
): Promise<SweepNumbers> {
  const summary = summariseSweep(definition, planned.plan);
  const { done, lost } = await readRecords(records, (cells, numbers) => {
    signal?.throwIfAborted();
    summary.add(cells, numbers);
  });
  return {
    grid: gridOf(game, manifest.recipe, planned, summary.columns),
    ...{ summary, done, lost: lost.map(({ words }) => words) },
  };
}
