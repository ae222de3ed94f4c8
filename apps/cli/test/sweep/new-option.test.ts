/** An option that decides numbers and that nobody has heard of is kept, compared and handed on, wherever options are. */
import { bundledGame } from '@trilogue/core';
import { type SweepOption, sweepOptions } from '@trilogue/engine';
import { beforeAll, describe, expect, it } from 'vitest';

type Manifests = typeof import('../../src/sweep/manifest.js');
type Recipes = typeof import('../../src/sweep/recipe.js');

const burnIn: SweepOption<number> = {
  flag: '--burn-in',
  expected: 'a finite number',
  is: (value): value is number => Number.isFinite(value),
  unset: 'none',
  text: String,
};

let manifests: Manifests;
let recipes: Recipes;
let definitionOf: typeof import('../../src/sweep/run-sweep.js').definitionOf;
let keys: typeof import('../../src/sweep/store/keys.js');
beforeAll(async () => {
  // before anything makes a form of the options
  Object.assign(sweepOptions, { burnIn });
  manifests = await import('../../src/sweep/manifest.js');
  recipes = await import('../../src/sweep/recipe.js');
  keys = await import('../../src/sweep/store/keys.js');
  ({ definitionOf } = await import('../../src/sweep/run-sweep.js'));
});

const game = bundledGame('stag-hunt');
const versions = { trilogue: '1', core: '1', random: '1', engine: '1', charts: '1', node: '20' };

function recipeWith(value: number | null) {
  const given = {
    ...{ metric: 'P(stag)', set: {}, seed: 'one', horizon: 20, delta: 0.05, independent: false },
    ...{ tolerance: null, paths: 100, dt: null, burnIn: value },
  };
  return {
    game: recipes.gameRecord(game),
    ...recipes.askedOf(given),
    ...{ x: { name: 'a', from: 0, to: 1, count: 3 }, y: null, backend: 'wasm' as const, device: null },
    versions: { core: '1', random: '1', engine: '1' },
  };
}

describe('an option of a sweep that is new', () => {
  it('comes from what was asked for into the recipe, the manifest and the definition', () => {
    const recipe = recipeWith(5);
    const content = {
      ...{ format: 'trilogue sweep', formatVersion: 4, recipe, part: null, versions, ran: null, files: null },
      times: { started: 'now' },
    };
    const read = manifests.manifestOf(JSON.stringify(content));
    expect(read).toMatchObject({ recipe: { burnIn: 5 } });
    expect(definitionOf(game, (read as Exclude<typeof read, string>).recipe)).toMatchObject({ burnIn: 5 });
    const wrong = { ...content, recipe: { ...recipe, burnIn: 'five' } };
    expect(manifests.manifestOf(JSON.stringify(wrong))).toBe('recipe.burnIn: expected a finite number');
    const { burnIn: _, ...without } = recipe as typeof recipe & { burnIn: unknown };
    expect(manifests.manifestOf(JSON.stringify({ ...content, recipe: without }))).toContain('burnIn');
  });

  it('tells two sweeps apart, in words and in the keys of their records', () => {
    const [none, five, six] = [null, 5, 6].map(recipeWith);
    expect(recipes.differences(five!, six!)).toEqual(['--burn-in: 5 there, 6 asked for']);
    expect(recipes.differences(none!, five!)).toEqual(['--burn-in: none there, 5 asked for']);
    expect(new Set([none, five, six].map((recipe) => keys.baseKey(recipe!))).size).toBe(3);
    expect(keys.baseKey(five!)).toBe(keys.baseKey(recipeWith(5)));
  });
});
