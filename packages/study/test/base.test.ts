import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { baseOf } from '../src/base.js';
import { gameGroups } from '../src/game.js';

const game = bundledGame('data-sharing');

describe('the factors of a game', () => {
  it('stand where file, scenario and set values put them', () => {
    const factors = ['tau', 'kappa', 'sigma_A', 'initial.B', 'initial.M.stand_by'].map((name) => ({ name }));
    const at = { factors, scenario: 'independent', set: { tau: 0.7, 'initial.M': 0.9 } };
    expect(baseOf(game, at)).toEqual([0.7, 0.6, 0.5, 0.5, expect.closeTo(0.1, 12)]);
  });

  it('have the groups of the file, and the environment where it names none', () => {
    expect(['tau', 'sigma_A', 'initial.A'].map(gameGroups(game))).toEqual(['conceptual', 'environment', 'environment']);
    expect(gameGroups({ parameters: [{ name: 'a', value: 1 }] })('a')).toBeUndefined();
  });
});
