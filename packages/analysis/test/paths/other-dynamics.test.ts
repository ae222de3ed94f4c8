/** Rock, paper, scissors under other dynamics, beside values integrated elsewhere to 1e-11. */
import { fieldAt, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { deterministicPath } from '../../src/paths/deterministic-path.js';

const shares = (dynamics: string, times: readonly number[]) => {
  const game = readGame(`
game: rps
players: { P: { strategies: [rock, paper, scissors] } }
against: self
parameters: { eta: { value: 0.5 } }
payoffs:
  P:
    rock: 2*P.rock + P.paper + 3*P.scissors
    paper: 3*P.rock + 2*P.paper + P.scissors
    scissors: P.rock + 3*P.paper + 2*P.scissors
dynamics: ${dynamics}
initial: { P: [0.2, 0.7, 0.1] }
horizon: 10
`);
  const point = pointAt(game);
  return deterministicPath(fieldAt(game, point), point.initial, times).states.map(([rock, paper]) => [
    rock!,
    paper!,
    1 - rock! - paper!,
  ]);
};

describe('rock, paper, scissors', () => {
  it.each([
    ['maynard-smith', 2, [0.1116961, 0.71235124, 0.17595266]],
    ['maynard-smith', 10, [0.13477527, 0.14403511, 0.72118962]],
    ['bnn', 2, [0.16600605, 0.33140268, 0.50259126]],
    ['smith', 2, [0.41049235, 0.19144935, 0.39805842]],
    ['{ kind: logit, temperature: eta }', 2, [0.30942641, 0.30961695, 0.38095664]],
  ])('%s dynamics at %d', (dynamics, time, expected) => {
    const [found] = shares(dynamics, [time]);
    for (const [s, share] of found!.entries()) expect(Math.abs(share - expected[s]!)).toBeLessThan(1e-5);
  });
});

describe('a game that changes with time', () => {
  const path = (cost: number, times: readonly number[]) => {
    const game = readGame(`
game: risk
players: { P: { strategies: [a, b] } }
against: self
parameters: { C: { value: 0.2 } }
payoffs: { P: { a: 0.8*exp(0.5*(time - 10))*P.b - C, b: 0 } }
mutation: 1e-4
initial: { P: 0.05 }
horizon: 20
`);
    const point = pointAt(game, { set: { C: cost } });
    return deterministicPath(fieldAt(game, point), point.initial, times).states.map(([x]) => x!);
  };

  it('is followed with its time', () => {
    const [half, whole] = path(0.2, [10, 20]);
    expect(half).toBeCloseTo(0.0337904921, 7);
    expect(whole).toBeCloseTo(0.993916239, 7);
  });

  it.each([
    [0.1, 12.3721839],
    [0.2, 12.8396659],
    [0.3, 13.2228468],
  ])('passes one half at its time: C = %d', (cost, time) => {
    const [before, after] = path(cost, [time - 1e-4, time + 1e-4]);
    expect(before!).toBeLessThan(0.5);
    expect(after!).toBeGreaterThan(0.5);
  });
});

it.each([
  ['truncated', 'needs dynamics that keep shares between 0 and 1'],
  ['best-response', 'needs an equation without jumps'],
])('refuses %s dynamics', (dynamics, reason) => {
  expect(() => shares(dynamics, [1])).toThrow(reason);
});
