import { bundledGame } from '@trilogue/core';
import { sweepOptions } from '@trilogue/engine';
import { gameRecord, type Recipe } from '@trilogue/results';
import { describe, expect, it } from 'vitest';
import { sweepDifferences } from '../../src/sweep/folder.js';

const recipe: Recipe = {
  game: gameRecord(bundledGame('stag-hunt')),
  x: { name: 'a', from: 0, to: 1, count: 3 },
  y: null,
  metric: 'P(stag,stag)',
  scenario: null,
  set: { b: 1 },
  seed: 'one',
  tolerance: null,
  paths: 100,
  dt: null,
  horizon: 20,
  scheme: null,
  delta: 0.05,
  independent: false,
  backend: 'wasm',
  device: null,
  versions: { core: '1.0.0', random: '1.0.0', engine: '1.0.0' },
};

describe('differences between the sweep of a folder and the one asked for', () => {
  it('are none for the same, whatever works as backend included', () => {
    expect(sweepDifferences(recipe, recipe)).toEqual([]);
    expect(sweepDifferences(recipe, { ...recipe, backend: 'auto' })).toEqual([]);
  });

  it.each<[keyof Recipe, unknown, string]>([
    ['x', { name: 'a', from: 0, to: 1, count: 4 }, '--x: a=0:1:3 there, a=0:1:4 asked for'],
    ['y', { name: 'b', from: 0, to: 1, count: 2 }, '--y: none there, b=0:1:2 asked for'],
    ['metric', 'P(hare,hare)', '--metric: P(stag,stag) there, P(hare,hare) asked for'],
    ['scenario', 'rich', '--scenario: none there, rich asked for'],
    ['set', {}, '--set: b=1 there, none asked for'],
    ['seed', 'two', '--seed: "one" there, "two" asked for'],
    ['paths', 200, '--paths: 100 there, 200 asked for'],
    ['horizon', 10, '--horizon: 20 there, 10 asked for'],
    ['dt', 0.1, '--dt: chosen there, 0.1 asked for'],
    ['scheme', 'euler', '--scheme: chosen there, euler asked for'],
    ['delta', 0.1, '--delta: 0.05 there, 0.1 asked for'],
    ['independent', true, '--independent: no there, yes asked for'],
    ['backend', 'cpu', '--backend: wasm there, cpu asked for'],
    [
      'versions',
      { core: '1.0.0', random: '1.0.0', engine: '1.1.0' },
      'version of @trilogue/engine: 1.0.0 there, 1.1.0 asked for',
    ],
    ['game', gameRecord(bundledGame('hawk-dove')), 'game: stag-hunt there, hawk-dove asked for'],
    ['game', { ...recipe.game, sha256: '0' }, 'game: the file of "stag-hunt" has changed'],
  ])('name what differs in %s', (key, value, line) => {
    expect(sweepDifferences(recipe, { ...recipe, [key]: value } as Recipe)).toEqual([line]);
  });

  it('name an option that nobody has heard of', () => {
    const burnIn = { flag: '--burn-in', expected: 'a number', is: Number.isFinite, unset: 'none', text: String };
    Object.assign(sweepOptions, { burnIn });
    const [none, five] = [null, 5].map((value) => ({ ...recipe, burnIn: value }));
    expect(sweepDifferences(none!, five!)).toEqual(['--burn-in: none there, 5 asked for']);
    Reflect.deleteProperty(sweepOptions, 'burnIn');
  });

  it('tell a tolerance from given paths, and one from another', () => {
    const within: Recipe = { ...recipe, tolerance: 0.01, paths: null };
    expect(sweepDifferences(recipe, within)).toEqual([
      '--tolerance: none there, 0.01 asked for',
      '--paths: 100 there, chosen asked for',
    ]);
    expect(sweepDifferences(within, { ...within, tolerance: 0.02 })).toEqual([
      '--tolerance: 0.01 there, 0.02 asked for',
    ]);
  });
});
