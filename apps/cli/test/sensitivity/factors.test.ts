import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { chooseFactors } from '../../src/sensitivity/factors.js';

const game = bundledGame('data-sharing');

describe('the factors of a game', () => {
  it('are by default all parameters with their ranges and groups', () => {
    const factors = chooseFactors(game, {});
    expect(factors).toHaveLength(22);
    expect(factors.find(({ name }) => name === 'tau')).toEqual({ name: 'tau', range: [0, 1], group: 'conceptual' });
    expect(new Set(factors.map(({ group }) => group))).toEqual(
      new Set(['technical', 'business', 'conceptual', 'management', 'environment']),
    );
  });

  it('are those that are named, in that order, over other ranges, in other groups', () => {
    const range = { 'initial.A': [0.2, 0.8], tau: [0.4, 0.6] } as const;
    const asked = { factors: ['w', 'tau', 'initial.A'], range, group: { x: ['w'] } };
    expect(chooseFactors(game, asked)).toEqual([
      { name: 'w', range: [0, 1.5], group: 'x' },
      { name: 'tau', range: [0.4, 0.6] },
      { name: 'initial.A', range: [0.2, 0.8] },
    ]);
  });

  it('outside the groups of the file belong to the environment', () => {
    const [own] = chooseFactors(game, { factors: ['initial.A'], range: { 'initial.A': [0, 1] } });
    expect(own!.group).toBe('environment');
  });

  it.each([
    [{ factors: ['taw'] }, 'unknown name "taw"', 'Did you mean "tau"?'],
    [{ range: { taw: [0, 1] as const } }, '--range: unknown name "taw"', 'Known names:'],
    [{ factors: ['initial.A'] }, 'no range for initial.A', '--range initial.A=LO:HI'],
    [{ factors: ['w'], range: { tau: [0, 1] as const } }, '--range tau has no effect', '--factors leaves it out'],
    [{ group: { one: ['tau', 'p'], two: ['p'] } }, '"p" is in "one" and in "two"', 'must not overlap'],
    [{ factors: ['w'], group: { one: ['tau'] } }, '"tau" is no factor', 'Factors: w'],
  ])('%j is refused', (asked, found, remedy) => {
    expect(() => chooseFactors(game, asked)).toThrow(found);
    expect(() => chooseFactors(game, asked)).toThrow(remedy);
  });

  it('need a range each, and the missing ones are all named', () => {
    const parameters = game.parameters.map(({ range, ...rest }) =>
      rest.name === 'tau' || rest.name === 'c' ? rest : { ...rest, range: range! },
    );
    const bare = { ...game, parameters };
    expect(() => chooseFactors(bare, {})).toThrow('no range for c, tau. Write "range: [LO, HI]"');
    expect(chooseFactors(bare, { range: { c: [0, 1], tau: [0, 1] } })).toHaveLength(22);
  });
});
