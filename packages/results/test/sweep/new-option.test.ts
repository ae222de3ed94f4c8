/** An option that decides numbers and that nobody has heard of is kept and handed on. */
import { bundledGame } from '@trilogue/core';
import { askedOptions, type SweepOption, sweepOptions } from '@trilogue/engine';
import { beforeAll, describe, expect, it } from 'vitest';

const burnIn: SweepOption<number> = {
  flag: '--burn-in',
  expected: 'a finite number',
  is: (value): value is number => Number.isFinite(value),
  unset: 'none',
  text: String,
};

let results: typeof import('@trilogue/results');
let baseKey: typeof import('../../src/sweep/records.js').baseKey;
beforeAll(async () => {
  // before anything makes a form of the options
  Object.assign(sweepOptions, { burnIn });
  results = await import('@trilogue/results');
  ({ baseKey } = await import('../../src/sweep/records.js'));
});

const game = bundledGame('stag-hunt');
const versions = { trilogue: '1', core: '1', random: '1', engine: '1', charts: '1', node: '20' };

function recipeWith(value: number | null) {
  const given = {
    ...{ metric: 'P(stag)', set: {}, seed: 'one', horizon: 20, delta: 0.05, independent: false },
    ...{ tolerance: null, paths: 100, dt: null, burnIn: value },
  };
  return {
    game: results.gameRecord(game),
    ...askedOptions(given),
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
    const read = results.manifestOf(JSON.stringify(content));
    expect(read).toMatchObject({ recipe: { burnIn: 5 } });
    expect(results.definitionOf(game, (read as Exclude<typeof read, string>).recipe)).toMatchObject({ burnIn: 5 });
    const wrong = { ...content, recipe: { ...recipe, burnIn: 'five' } };
    expect(results.manifestOf(JSON.stringify(wrong))).toBe('recipe.burnIn: expected a finite number');
    const { burnIn: _, ...without } = recipe as typeof recipe & { burnIn: unknown };
    expect(results.manifestOf(JSON.stringify({ ...content, recipe: without }))).toContain('burnIn');
  });

  it('tells the records of two sweeps apart', () => {
    const [none, five, six] = [null, 5, 6].map(recipeWith);
    expect(new Set([none, five, six].map((recipe) => baseKey(recipe!))).size).toBe(3);
    expect(baseKey(five!)).toBe(baseKey(recipeWith(5)));
  });
});
