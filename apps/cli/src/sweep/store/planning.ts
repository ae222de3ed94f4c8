/**
 * The plan of a sweep on the disk, and until it is found the trials that it follows from: a search for the step that is cut
 * off goes on where it was.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedSweep, SweepPlan, SweepTrial } from '@trilogue/engine';
import { plainEntries, readPlain } from '../../files/plain.js';
import { writeWhole } from '../../files/write-whole.js';
import { type Container, decode, encode } from './container.js';
import { hash } from './keys.js';

const planName = 'plan.bin';
const trialPrefix = 'trial-';
/** That are read at most: a number for each of ten million cells. */
const mostBytes = 100 * 2 ** 20;

/** The plan that a folder has for this sweep; null where it has none, or one of another sweep. */
export async function readPlan(folder: string, sweep: string): Promise<PlannedSweep | string | null> {
  const found = await read(folder, planName);
  if (found === null || typeof found === 'string') return found;
  const header = found.header as { kind: string; sweep: string; plan: SweepPlan };
  if (header.kind !== 'plan' || header.sweep !== sweep) return null;
  return { plan: header.plan, bias: found.numbers.length === 0 ? null : found.numbers };
}

export async function writePlan(folder: string, sweep: string, { plan, bias }: PlannedSweep): Promise<void> {
  const content = encode({ header: { kind: 'plan', sweep, plan }, numbers: bias ?? new Float64Array(0) });
  await writeWhole(folder, planName, content);
  await removeTrials(folder);
}

/** Runs trials, but for those whose answers are on the disk, where all answers go. */
export function keptTrials(folder: string, sweep: string, run: (trial: SweepTrial) => Promise<Float64Array>) {
  return async (trial: SweepTrial): Promise<Float64Array> => {
    const key = hash([sweep, trial]);
    const name = `${trialPrefix}${key.slice(0, 32)}.bin`;
    const found = await read(folder, name);
    // a damaged answer is asked for again
    if (found !== null && typeof found !== 'string' && (found.header as { key?: string }).key === key) {
      return found.numbers;
    }
    const numbers = await run(trial);
    await writeWhole(folder, name, encode({ header: { kind: 'trial', key }, numbers }));
    return numbers;
  };
}

async function removeTrials(folder: string): Promise<void> {
  for (const name of await plainEntries(folder))
    if (name.startsWith(trialPrefix)) await rm(join(folder, name), { force: true });
}

async function read(folder: string, name: string): Promise<Container | string | null> {
  const bytes = await readPlain(folder, name, mostBytes);
  return bytes === null ? null : decode(bytes);
}
