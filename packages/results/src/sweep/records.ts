/**
 * The records of a sweep: where they are, and what they are of, as text short enough for a file. That is everything that decides the
 * numbers of a record but for its cell's point, its step and its number of paths, which stand beside it.
 */
import { join } from 'node:path';
import {
  type Axis,
  eachSweepOption,
  type RecordCheck,
  recordCheck,
  type SweepDefinition,
  type SweepPlan,
} from '@trilogue/engine';
import { sha256 } from '../sealed/container.js';
import type { Recipe } from './recipe.js';

/** The folder of records in that of a sweep. */
export const recordsName = 'records';

/** Where the records of a sweep are, and what they are of. */
export interface SweepRecords {
  readonly folder: string;
  /** Of sweeps that may share records of the same point. */
  readonly base: string;
  /** Of one sweep, in all its parts. */
  readonly sweep: string;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly plan: SweepPlan;
  /** Each cell has random numbers of its own, by its number. */
  readonly independent: boolean;
  /** Throws where no paths of the plan give a record. */
  readonly check: RecordCheck;
}

/** The records of a sweep in its folder, whether there are any or not. @throws EngineError for a plan that is not of the sweep. */
export function recordsOf(out: string, recipe: Recipe, definition: SweepDefinition, plan: SweepPlan): SweepRecords {
  const { x, y, independent } = recipe;
  const check = recordCheck(definition, plan);
  return {
    folder: join(out, recordsName),
    base: baseKey(recipe),
    sweep: sweepKey(recipe),
    x,
    y,
    plan,
    independent,
    check,
  };
}

export function baseKey(recipe: Recipe): string {
  const { game, backend, device, versions } = recipe;
  const { core, random, engine } = versions;
  return hash([game.sha256, asked(recipe, false), backend, device, core, random, engine]);
}

export function sweepKey(recipe: Recipe): string {
  const axis = (given: Recipe['y']) => given && [given.name, given.from, given.to, given.count];
  return hash([baseKey(recipe), axis(recipe.x), axis(recipe.y), asked(recipe, true)]);
}

/** The options that stand beside each record, or all others. */
function asked(recipe: Recipe, besideRecord: boolean): (string | null)[][] {
  return eachSweepOption()
    .filter(([, option]) => (option.besideRecord ?? false) === besideRecord)
    .map(([name, { text }]) => [name, recipe[name] === null ? null : text(recipe[name])]);
}

/** Of plain data. */
export function hash(content: unknown): string {
  return sha256([JSON.stringify(content)]);
}
