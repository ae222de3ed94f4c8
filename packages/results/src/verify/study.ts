/** Computes a part of a sensitivity analysis's folder again, and compares what follows from its recipe. */
import { readGame } from '@trilogue/core';
import { batchRows, indicesTrial, runDesign, studyStep, type Told } from '@trilogue/study';
import { readPlainText } from '../files/plain.js';
import { studyDocument } from '../study/document.js';
import type { StudyManifest } from '../study/manifest.js';
import { type Batches, readProgress } from '../study/progress.js';
import { designOf, modelOf, possible, studyKey } from '../study/recipe.js';
import { outputsName, readOutputs, textTables } from '../study/tables.js';
import { type Chosen, openFor } from './backend.js';
import { choose, count, missedPart, type Verification } from './finding.js';

/** Bytes of a table that are read at most. */
const mostTable = 2 ** 26;

/** @throws ResultError where this machine or this version cannot compute the same bits. */
export async function verifyStudy(
  folder: string,
  manifest: StudyManifest,
  { part, seed, threads, signal = new AbortController().signal, onProgress = () => {} }: Chosen,
): Promise<Verification> {
  const { recipe, step } = manifest;
  const { paths, independent } = recipe;
  const backend = await openFor(folder, recipe, threads);
  try {
    const game = readGame(recipe.game.text);
    const model = modelOf(game, recipe, backend, signal);
    const design = designOf(game, recipe);
    const [right, wrong]: [string[], string[]] = [[], []];
    const own = await studyStep(model, recipe.factors, recipe.dt, indicesTrial);
    if (own.dt === step.dt && Object.is(own.bias, step.bias)) right.push('the step is the one that its recipe gives');
    else
      wrong.push(
        `manifest.json: the step is ${step.dt} with a bias of ${step.bias}, and the recipe gives ${own.dt} with ${own.bias}`,
      );

    const size = batchRows({ paths, dt: own.dt, horizon: recipe.horizon });
    const rowsOf = (batch: number) => Math.min(size, design.runs - batch * size);
    const isPossible = possible(game, recipe);
    let there: Batches;
    if (manifest.files === null) {
      const progress = await readProgress(folder, studyKey(recipe, step), isPossible);
      wrong.push(...progress.lost);
      there = new Map([...progress.batches].filter(([batch, { length }]) => length === 2 * rowsOf(batch)));
    } else {
      const { outputs, hash } = await readOutputs(folder);
      if (hash !== manifest.files[outputsName])
        wrong.push(`${outputsName}: it is not the one that the manifest has the hash of`);
      const whole =
        outputs.length === design.runs && outputs.every(({ value, variance }) => isPossible(value) && variance >= 0);
      if (!whole) wrong.push(`${outputsName}: it is not of the ${count(design.runs)} runs of the analysis`);
      there = whole ? batchesOf(outputs, size) : new Map();
      if (whole) {
        for (const { name, text } of textTables(studyDocument(game, recipe, step, design, outputs))) {
          const found = await readPlainText(folder, name, mostTable);
          if (found === text) right.push(`${name} is what the outputs give`);
          else wrong.push(`${name}: ${found === null ? 'it is missing' : 'it is not what the outputs give'}`);
        }
      }
    }

    const chosen = new Set(choose([...there.keys()], part, seed));
    const batches = Math.ceil(design.runs / size);
    const others = Array.from({ length: batches }, (_, batch) => batch).filter((batch) => !chosen.has(batch));
    const differing = new Set(chosen);
    await runDesign({
      ...{ model, design, paths, dt: own.dt, independent },
      // what is not looked at is not run
      finished: new Map(others.map((batch) => [batch, new Float64Array(2 * rowsOf(batch))])),
      onBatch(batch, numbers) {
        if (there.get(batch)?.every((value, i) => Object.is(value, numbers[i]))) differing.delete(batch);
      },
      onProgress,
    });
    if (chosen.size > 0 && differing.size === 0) right.push('all runs that were computed again have the same bits');
    for (const batch of differing) {
      const [first, rows] = [batch * size, rowsOf(batch)];
      wrong.push(`runs ${count(first)} to ${count(first + rows - 1)}: other numbers than the recipe gives`);
    }
    const runs = (list: Iterable<number>) => [...list].reduce((sum, batch) => sum + rowsOf(batch), 0);
    return {
      ...{ folder, kind: 'sensitivity', unit: 'runs', game: recipe.game.title, metric: recipe.metric },
      ...{ wanted: design.runs, there: runs(there.keys()), finished: manifest.files !== null, right, wrong },
      sample: {
        ...{ recomputed: runs(chosen), differing: runs(differing), seed },
        missed: missedPart(chosen.size, there.size),
      },
    };
  } finally {
    await backend.close();
  }
}

function batchesOf(outputs: readonly Told[], size: number): Batches {
  return new Map(
    Array.from({ length: Math.ceil(outputs.length / size) }, (_, batch) => {
      const rows = outputs.slice(batch * size, (batch + 1) * size);
      return [batch, Float64Array.from([...rows.map(({ value }) => value), ...rows.map(({ variance }) => variance)])];
    }),
  );
}
