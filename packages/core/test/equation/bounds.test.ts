/** Readings that proofs are made of, beside numbers. */
import { expect, it } from 'vitest';
import { doubles } from '../../src/equation/algebra.js';
import { dynamics } from '../../src/equation/dynamics/dynamics.js';
import { intervals } from '../../src/equation/readings/interval.js';
import { advantagesOver, entryRatesOver, velocitiesAt, velocitiesOver } from '../../src/equation/readings/numbers.js';
import { fieldAt } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { pointAt } from '../../src/game/point-at.js';

const fieldOf = (name: string) => {
  const kind = name === 'logit' ? '{ kind: logit, temperature: 0.4 }' : name;
  const game = readGame(`game: g
players: { P: { strategies: [a, b, c] } }
against: self
payoffs: { P: { a: 2 + P.b - P.a, b: 1 + exp(P.c), c: 1.5 + P.a } }
dynamics: ${kind}
horizon: 1`);
  return fieldAt(game, pointAt(game));
};
const shares = [0.5, 0.2, 0.3];

it.each(Object.keys(dynamics))('%s: the form for bounds is the velocity, and intervals hold it', (name) => {
  const field = fieldOf(name);
  const [plain] = velocitiesAt(field, [shares]);
  const [same] = velocitiesOver(doubles, field, [shares]);
  const around = shares.map((share) => ({ low: share - 1e-3, high: share + 1e-3 }));
  const [bounds] = velocitiesOver(intervals, field, [around]);
  for (const [s, velocity] of plain!.entries()) {
    expect(same![s]).toBeCloseTo(velocity, 13);
    expect(bounds![s]!.low <= velocity && velocity <= bounds![s]!.high).toBe(true);
  }
});

it.each([
  ['replicator', 1],
  ['maynard-smith', 2],
] as const)('%s: an unused strategy enters at what it pays more, over the mean where that divides', (name, mean) => {
  const field = fieldOf(name);
  // b alone earns 2 where exp(c) is 1, c pays 1.5, a pays 3; a alone earns 1
  const [rates] = entryRatesOver(doubles, field, [[0, 1, 0]]);
  expect(rates![0]).toBeCloseTo(1 / mean, 12);
  expect(rates![2]).toBeCloseTo(-0.5 / mean, 12);
  expect(advantagesOver(doubles, field, [[0, 1, 0]])[0]).toEqual([1.5, 0.5, 0].map((gain) => expect.closeTo(gain, 12)));
});
