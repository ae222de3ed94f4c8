import { constantAdvantageGame, dormandPrince, logisticShare } from '@internal/problems';
import { slope } from '@internal/testing';
import { bundledGame, driftAt, fieldAt, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { deterministicPath } from '../../src/paths/deterministic-path.js';

const constant = (advantage: number) => {
  const game = readGame(constantAdvantageGame('none', { advantage, sigma: 0, initial: 0.1, horizon: 1 }));
  return fieldAt(game, pointAt(game));
};
const times = Array.from({ length: 41 }, (_, i) => i / 2);

describe('deterministicPath', () => {
  it('is the logistic curve for a constant advantage, at every time asked for', () => {
    const path = deterministicPath(constant(0.7), [[0.1, 0.9]], times, { tolerance: 1e-11 });
    expect(path.times).toEqual(times);
    for (const [i, time] of times.entries()) expect(path.states[i]![0]).toBeCloseTo(logisticShare(0.7, 0.1, time), 9);
  });

  it('agrees with the reference on the data-sharing game, between steps too', () => {
    const game = bundledGame('data-sharing');
    const field = fieldAt(game, pointAt(game));
    const start = [
      [0.4, 0.6],
      [0.6, 0.4],
      [0.5, 0.5],
    ];
    const path = deterministicPath(field, start, times, { tolerance: 1e-11 });
    const reference = dormandPrince((x) => [...driftAt(field, x)], [0.4, 0.6, 0.5], times);
    for (const [i, state] of path.states.entries()) {
      for (const [c, share] of state.entries()) expect(share).toBeCloseTo(reference[i]![c]!, 8);
    }
    expect(path.steps).toBeLessThan(1000);
  });

  it('has errors in proportion to the tolerance, and steps as its power -1/5', () => {
    const game = bundledGame('matching-pennies');
    const field = fieldAt(game, pointAt(game));
    const start = [
      [0.2, 0.8],
      [0.4, 0.6],
    ];
    const tolerances = [1e-4, 1e-6, 1e-8, 1e-10];
    const reference = dormandPrince((x) => [...driftAt(field, x)], [0.2, 0.4], times);
    const runs = tolerances.map((tolerance) => deterministicPath(field, start, times, { tolerance }));
    const errors = runs.map(({ states }) => Math.max(...states.map(([x], i) => Math.abs(x! - reference[i]![0]!))));
    for (const [i, error] of errors.entries()) expect(error).toBeLessThan(1000 * tolerances[i]!);
    const fit = slope(
      tolerances,
      runs.map(({ steps }) => steps),
    );
    expect(fit.slope).toBeLessThan(-0.1);
    expect(fit.slope).toBeGreaterThan(-0.3);
  });

  it('stays on its face and in the simplex, and stays at an equilibrium for any time', () => {
    const game = bundledGame('rock-paper-scissors');
    const field = fieldAt(game, pointAt(game));
    const edge = deterministicPath(field, [[0.3, 0.7, 0]], times);
    for (const [rock, paper] of edge.states) expect(rock! + paper!).toBeCloseTo(1, 8);
    const rest = deterministicPath(field, [[1, 0, 0]], [0, 0, 1e6]);
    expect(rest.states).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(rest.steps).toBeLessThan(20);
    expect(deterministicPath(field, [[1, 0, 0]], []).states).toEqual([]);
  });

  it('refuses what does not fit', () => {
    const field = constant(1);
    expect(() =>
      deterministicPath(
        field,
        [
          [0.5, 0.5],
          [1, 0],
        ],
        [1],
      ),
    ).toThrow(/shares for the players/);
    expect(() => deterministicPath(field, [[0.5, 0.6]], [1])).toThrow(/add up to 1/);
    expect(() => deterministicPath(field, [[Number.NaN, 0.6]], [1])).toThrow(/add up to 1/);
    expect(() => deterministicPath(field, [[0.5, 0.5]], [1, 0.5])).toThrow(/found 0.5 after 1/);
    expect(() => deterministicPath(field, [[0.5, 0.5]], [Number.POSITIVE_INFINITY])).toThrow(/finite/);
    expect(() => deterministicPath(field, [[0.5, 0.5]], [1], { tolerance: 0 })).toThrow(/tolerance/);
  });
});
