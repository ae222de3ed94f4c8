/** Computes a part of a sweep's folder again, and compares everything in it that follows from its recipe. */
import { readGame } from '@trilogue/core';
import { axisValues, openSweepRunner, type PlannedSweep, planSweep } from '@trilogue/engine';
import { hashOfFile } from '../files/plain.js';
import { sha256 } from '../sealed/container.js';
import { isFinished, type Manifest, ranOf } from '../sweep/manifest.js';
import { readNumbers } from '../sweep/open.js';
import { isInPart } from '../sweep/part.js';
import { noTrial, readPlan } from '../sweep/planning.js';
import { readRecords } from '../sweep/read-records.js';
import { definitionOf } from '../sweep/recipe.js';
import { recordsOf } from '../sweep/records.js';
import { sweepTables } from '../sweep/tables.js';
import { type Chosen, openFor } from './backend.js';
import { choose, count, missedPart, type Verification } from './finding.js';

/** Cells that are computed again together. */
const together = 256;

/** @throws ResultError where this machine or this version cannot compute the same bits. */
export async function verifySweep(
  folder: string,
  manifest: Manifest,
  { part, seed, threads, signal, onProgress }: Chosen,
): Promise<Verification> {
  const { recipe } = manifest;
  const backend = await openFor(folder, recipe, threads);
  try {
    const game = readGame(recipe.game.text);
    const definition = definitionOf(game, recipe);
    const runner = openSweepRunner(definition, backend);
    const [right, wrong]: [string[], string[]] = [[], []];
    const within = recipe.tolerance !== null;
    const planned = await planSweep(definition, {
      trial: within ? (trial) => runner.trial(trial, { signal }) : noTrial,
      ...{ signal, onProgress },
    });
    if (within) {
      const found = await readPlan(folder, recipe, definition);
      const fault = found === null ? 'it is missing' : typeof found === 'string' ? found : planFault(found, planned);
      if (fault === null) right.push('the step and the bounds of its bias are those that trial paths give');
      else wrong.push(`records/plan.bin: ${fault}`);
    }
    const { plan, bias } = planned;
    const wanted = recordsOf(folder, recipe, definition, plan);
    const sweep = { manifest, game, definition, planned, records: wanted };
    const { grid, summary, done, lost } = await readNumbers(sweep, signal);
    wrong.push(...lost);
    const mine = isInPart(plan.cells, manifest.part);
    const cells = Array.from({ length: plan.cells }, (_, cell) => cell).filter(mine);
    const there = cells.filter((cell) => done[cell] === 1);
    const finished = manifest.files !== null;
    if (there.length < cells.length && finished) {
      wrong.push(`records: ${count(cells.length - there.length)} of ${count(cells.length)} cells have no record`);
    }
    if (there.length > 0) right.push(`the records of ${count(there.length)} cells are ones that paths can give`);
    if (isFinished(manifest) && there.length === plan.cells) {
      for (const [name, pieces] of sweepTables(grid)) {
        const own = sha256(pieces);
        const file = await hashOfFile(folder, name);
        if (file !== own) wrong.push(`${name}: ${file === null ? 'it is missing' : 'it is not what the records give'}`);
        if (manifest.files[name] !== own) wrong.push(`manifest.json: its hash of ${name} is not that of the records`);
        if (file === own && manifest.files[name] === own) right.push(`${name} is what the records give`);
      }
      const ran = ranOf(game, recipe, plan, summary);
      if (JSON.stringify(ran) === JSON.stringify(manifest.ran)) right.push('the manifest says what ran');
      else wrong.push('manifest.json: what it says of the run (ran) does not follow from the recipe and the records');
    }

    // the records are read again for those alone that are looked at
    const chosen = choose(there, part, seed);
    const own = new Map<number, Float64Array>();
    const isChosen = new Set(chosen);
    const size = plan.recordSize;
    await readRecords(wanted, (numbers, records) => {
      for (const [i, cell] of numbers.entries()) {
        if (isChosen.has(cell)) own.set(cell, records.slice(i * size, (i + 1) * size));
      }
    });
    const differing: number[] = [];
    for (let from = 0; from < chosen.length; from += together) {
      const some = chosen.slice(from, from + together);
      const { records } = await runner.cells(
        plan,
        { cells: some, bias: bias === null ? undefined : some.map((cell) => bias[cell]!) },
        { signal, onProgress },
      );
      for (const [i, cell] of some.entries()) {
        const stored = own.get(cell);
        const same = stored?.every((value, k) => Object.is(value, records[i * size + k])) ?? false;
        if (!same) differing.push(cell);
      }
    }
    await runner.close();
    if (chosen.length > 0 && differing.length === 0)
      right.push('all cells that were computed again have the same bits');
    for (const cell of differing.slice(0, mostNamed)) {
      wrong.push(`records: cell ${cell} (${placeOf(recipe, cell)}) has other numbers than its recipe gives`);
    }
    if (differing.length > mostNamed) wrong.push(`records: and ${count(differing.length - mostNamed)} cells more`);
    return {
      ...{ folder, kind: 'sweep', unit: 'cells', game: recipe.game.title, metric: recipe.metric },
      ...{ wanted: cells.length, there: there.length, finished, right, wrong },
      sample: {
        ...{ recomputed: chosen.length, differing: differing.length, seed },
        missed: missedPart(chosen.length, there.length),
      },
    };
  } finally {
    await backend.close();
  }
}

/** Cells that are named one by one. */
const mostNamed = 10;

function planFault(found: PlannedSweep, own: PlannedSweep): string | null {
  const [there, here] = [found.plan, own.plan];
  const differing = (Object.keys(here) as (keyof typeof here)[]).find((key) => there[key] !== here[key]);
  if (differing !== undefined) return `${differing} is ${there[differing]}, and trial paths give ${here[differing]}`;
  const bias = found.bias!.findIndex((bound, cell) => !Object.is(bound, own.bias![cell]));
  return bias < 0 ? null : `the bound of cell ${bias} is ${found.bias![bias]}, and trial paths give ${own.bias![bias]}`;
}

function placeOf({ x, y }: Manifest['recipe'], cell: number): string {
  const at = [`${x.name} = ${axisValues(x)[cell % x.count]}`];
  if (y !== null) at.push(`${y.name} = ${axisValues(y)[Math.floor(cell / x.count)]}`);
  return at.join(', ');
}
