/** An option that decides numbers and that nobody has heard of is kept, compared and handed on by studies. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledGame } from '@trilogue/core';
import { askedOptions, type Backend, type SweepOption, sweepOptions } from '@trilogue/engine';
import type { StudyRecipe } from '@trilogue/results';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const burnIn: SweepOption<number> = {
  flag: '--burn-in',
  expected: 'a finite number',
  is: (value): value is number => Number.isFinite(value),
  unset: 'none',
  text: String,
};

let options: typeof import('../../src/sensitivity/options.js');
let folders: typeof import('../../src/sensitivity/folder.js');
let results: typeof import('@trilogue/results');
let folder: string;
beforeAll(async () => {
  // before anything makes a form of the options
  Object.assign(sweepOptions, { burnIn });
  options = await import('../../src/sensitivity/options.js');
  folders = await import('../../src/sensitivity/folder.js');
  results = await import('@trilogue/results');
  folder = await mkdtemp(join(tmpdir(), 'trilogue-option-'));
});
afterAll(() => rm(folder, { recursive: true }));

const game = bundledGame('stag-hunt');

function recipeWith(value: number | null): StudyRecipe {
  const given = { metric: 'P(stag)', seed: 'one', delta: 0.05, backend: 'wasm', burnIn: value } as const;
  const settings = options.studyOptions(game, given as Parameters<typeof options.studyOptions>[1]);
  const { tolerance: _, ...asked } = askedOptions({ ...settings, paths: 100, independent: true });
  return {
    ...{ game: results.gameRecord(game), method: 'prcc', factors: [], samples: 8, ...asked },
    ...{ backend: 'wasm', device: null, versions: { core: '1', random: '1', engine: '1' } },
  };
}

describe('an option of a study that is new', () => {
  it('comes from what was asked for into the recipe, the manifest and the model', async () => {
    const recipe = recipeWith(5);
    const versions = { trilogue: '1', core: '1', random: '1', engine: '1', charts: '1', node: '20' };
    const content = { recipe, step: { dt: 0.1, bias: 0.01 }, versions, files: null, times: { started: 'now' } };
    await results.writeStudyManifest(folder, content);
    const read = (await results.readStudyManifest(folder))!.recipe;
    expect(read).toMatchObject({ burnIn: 5 });
    expect(results.studyKey(read, content.step)).toBe(results.studyKey(recipe, content.step));
    const model = results.modelOf(game, read, {} as Backend, new AbortController().signal);
    expect(model).toMatchObject({ burnIn: 5, delta: 0.05, horizon: game.horizon });
    const wrong = { ...recipe, burnIn: 'five' } as StudyRecipe;
    await results.writeStudyManifest(folder, { ...content, recipe: wrong });
    await expect(results.readStudyManifest(folder)).rejects.toThrow('recipe.burnIn: expected a finite number');
  });

  it('tells two studies apart, in words and in the key of their runs', () => {
    const [none, five, six] = [null, 5, 6].map(recipeWith);
    expect(folders.studyDifferences(five!, six!)).toEqual(['--burn-in: 5 there, 6 asked for']);
    expect(folders.studyDifferences(none!, five!)).toEqual(['--burn-in: none there, 5 asked for']);
    const step = { dt: 0.1, bias: null };
    expect(new Set([none, five, six].map((recipe) => results.studyKey(recipe!, step))).size).toBe(3);
  });
});
