import { bundledGame, bundledGameNames, profiles, readGame } from '@trilogue/core';
import { expect, it } from 'vitest';
import { en as texts } from '../../src/i18n/en';
import { metricWords, suggestedMetrics } from '../../src/i18n/metric-words';
import { rangeOf } from '../../src/state/defaults';

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

it('states of the environment and regimes have metrics, words and ranges', () => {
  const game = readGame(`
game: around
players: { A: { strategies: [a, b] } }
parameters: { v: 1 }
payoffs: { A: { a: v*r, b: 0 } }
environment: { r: { initial: 1, rate: -r, range: [0, 4], title: Water } }
regimes: { calm: { to: { crisis: 1 } }, crisis: { title: In crisis, values: { v: -1 } } }
horizon: 1
`);
  expect(suggestedMetrics(game).slice(-3)).toEqual(['mean(env.r)', 'sd(env.r)', 'mean(regime.crisis)']);
  for (const metric of suggestedMetrics(game)) expect(metricWords(game, metric, texts.metrics)).not.toBe('');
  expect(metricWords(game, 'mean(env.r)', texts.metrics)).toContain('Water');
  expect(metricWords(game, 'mean(regime.crisis)', texts.metrics)).toContain('In crisis');
  expect(rangeOf(game, 'initial.r')).toEqual([0, 4]);
  expect(rangeOf(game, 'initial.A')).toEqual([0, 1]);
});
