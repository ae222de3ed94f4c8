import { bundledGame, bundledGameNames, profiles, readGame } from '@trilogue/core';
import { expect, it } from 'vitest';
import { suggestedMetrics } from '../../src/i18n/metric-words';

it.each(bundledGameNames)('metrics of %s are those of its first profiles, in their order', (name) => {
  const game = bundledGame(name);
  const all = profiles(game).map((profile) => profile.join(','));
  const suggested = suggestedMetrics(game);
  expect(suggested.slice(0, all.length)).toEqual(all.map((profile) => `P(${profile})`));
  expect(suggested).toContain(`T(${all[0]})`);
});

it('metrics of a game with millions of profiles are there at once', () => {
  const own = Array.from({ length: 8 }, (_, s) => `s${s}`);
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const game = readGame(
    JSON.stringify({
      game: 'wide',
      horizon: 1,
      players: Object.fromEntries(names.map((name) => [name, { strategies: own }])),
      payoffs: Object.fromEntries(names.map((name) => [name, Object.fromEntries(own.map((s) => [s, 0]))])),
    }),
  );
  const start = performance.now();
  expect(suggestedMetrics(game)[9]).toBe('P(s0,s0,s0,s0,s0,s0,s1,s1)');
  expect(performance.now() - start).toBeLessThan(1000);
});
