/**
 * The plan of a sweep on the disk, and until it is found the trials that it follows from: a search for the step that is cut
 * off goes on where it was.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  choosesSteps,
  EngineError,
  type PlannedSweep,
  planSweep,
  recordCheck,
  type SweepDefinition,
  type SweepTrial,
} from '@trilogue/engine';
import { z } from 'zod';
import { entriesOf, readPlain } from '../files/plain.js';
import { writeWhole } from '../files/write-whole.js';
import { type SealedKind, seal, unseal } from '../sealed/container.js';
import { planFields } from './chunk.js';
import type { Recipe } from './recipe.js';
import { hash, recordsName, sweepKey } from './records.js';

const planName = 'plan.bin';
const trialPrefix = 'trial-';
/** That are read at most: a number for each of ten million cells. */
const mostBytes = 100 * 2 ** 20;

/**
 * The plan that a folder has for this sweep within a tolerance; null where it has none, or one of another sweep; or in words what
 * is wrong with it. Its step and its bounds are those that trials once gave, and nothing but the same trials says whether
 * they did; all else must be what follows from the definition.
 */
export async function readPlan(
  out: string,
  recipe: Recipe,
  definition: SweepDefinition,
): Promise<PlannedSweep | string | null> {
  const found = await read(join(out, recordsName), planName, {
    of: 'a plan',
    header: z.object({ kind: z.literal('plan'), sweep: z.string(), plan: planFields }),
    fault: ({ plan: { cells } }, count) =>
      count === cells ? null : `it has bounds of ${count} cells, and the sweep has ${cells}`,
  });
  if (found === null || typeof found === 'string') return found;
  const { header, numbers } = found;
  if (header.sweep !== sweepKey(recipe)) return null;
  const { plan } = header;
  try {
    recordCheck(definition, plan);
    const steps = { tolerance: undefined, paths: 1, scheme: plan.scheme, dt: plan.dt };
    const given = choosesSteps(plan.scheme) ? definition : { ...definition, ...steps };
    const { rate, sigma } = (await planSweep(given, { trial: noTrial })).plan;
    if (plan.rate !== rate || plan.sigma !== sigma) return 'its bounds of payoffs and noise are those of other cells';
  } catch (error) {
    if (error instanceof EngineError) return error.message.replace(/\.$/, '');
    throw error;
  }
  if (numbers.some((bound) => bound < 0 || bound === Number.POSITIVE_INFINITY))
    return 'a bound of the bias is no bound';
  return { plan, bias: numbers };
}

/** Keeps the plan of a sweep within a tolerance, and takes the trials away that it follows from. */
export async function writePlan(out: string, recipe: Recipe, { plan, bias }: PlannedSweep): Promise<void> {
  const folder = join(out, recordsName);
  const header = { kind: 'plan', sweep: sweepKey(recipe), plan };
  await writeWhole(folder, planName, seal({ header, numbers: bias ?? new Float64Array(0) }));
  await removeTrials(folder);
}

/** Runs trials, but for those whose answers are on the disk, where all answers go. */
export function keptTrials(out: string, recipe: Recipe, run: (trial: SweepTrial) => Promise<Float64Array>) {
  const [folder, sweep] = [join(out, recordsName), sweepKey(recipe)];
  return async (trial: SweepTrial): Promise<Float64Array> => {
    const key = hash([sweep, trial]);
    const name = `${trialPrefix}${key.slice(0, 32)}.bin`;
    const size = 2 * trial.cells.length;
    const found = await read(folder, name, {
      of: 'a trial',
      header: z.object({ key: z.literal(key) }),
      fault: (_, count) => (count === size ? null : 'it has the answers of other cells'),
    });
    // a damaged answer is asked for again
    if (found !== null && typeof found !== 'string' && areAnswers(found.numbers)) return found.numbers;
    const numbers = await run(trial);
    await writeWhole(folder, name, seal({ header: { kind: 'trial', key }, numbers }));
    return numbers;
  };
}

/** Where step or paths are given there are no trials. */
export async function noTrial(): Promise<never> {
  throw new Error('bug: a trial of a sweep whose step is given');
}

/** A change and its variance for each cell. */
function areAnswers(numbers: Float64Array): boolean {
  return numbers.every((number, i) => i % 2 === 0 || !(number < 0));
}

async function removeTrials(folder: string): Promise<void> {
  for (const name of await entriesOf(folder))
    if (name.startsWith(trialPrefix)) await rm(join(folder, name), { force: true });
}

async function read<Header>(folder: string, name: string, kind: SealedKind<Header>) {
  const bytes = await readPlain(folder, name, mostBytes);
  return bytes === null ? null : unseal(bytes, kind);
}
