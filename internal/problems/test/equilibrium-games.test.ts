import { driftAt, fieldAt, jacobianAt, pointAt, readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import {
  battleOfTheSexes,
  battleOfTheSexesEquilibria,
  curveInTheCube,
  diagonal,
  edgesOfEquilibria,
  lineInTheCube,
  touchingInside,
  twinDoves,
  twoInteriorCases,
  twoInteriorEquilibria,
  twoInteriorShares,
  zeroGame,
} from '../src/index.js';

function fieldOf(text: string) {
  const game = readGame(text);
  return fieldAt(game, pointAt(game));
}

function expectAtRest(text: string, state: readonly number[]): void {
  for (const drift of driftAt(fieldOf(text), state)) expect(Math.abs(drift)).toBeLessThan(1e-15);
}

describe('battleOfTheSexes', () => {
  it.each(battleOfTheSexesEquilibria)('rests at $shares, with trace and determinant of its eigenvalues', (answer) => {
    const [a, b] = answer.eigenvalues;
    expectAtRest(battleOfTheSexes, answer.shares);
    const [[p, q], [r, s]] = jacobianAt(fieldOf(battleOfTheSexes), answer.shares) as [
      [number, number],
      [number, number],
    ];
    expect(p + s).toBeCloseTo(a + b, 14);
    expect(p * s - q * r).toBeCloseTo(a * b, 14);
  });
});

describe('twoInteriorEquilibria', () => {
  it.each(Object.entries(twoInteriorCases))('%s: rests where it says', (_, q) => {
    for (const t of twoInteriorShares(q)) expectAtRest(twoInteriorEquilibria(q), [t, t, t]);
  });

  it('has as many interior equilibria as the name of the case says', () => {
    const counts = Object.fromEntries(
      Object.entries(twoInteriorCases).map(([name, q]) => [name, twoInteriorShares(q).length]),
    );
    expect(counts).toEqual({ fractions: 2, irrational: 2, touching: 1, none: 0 });
    expect(twoInteriorShares(twoInteriorCases.fractions)).toEqual([0.25, 0.75]);
  });
});

describe('games with families of equilibria', () => {
  it.each([
    ['zeroGame', zeroGame, [[0.3, 0.8]]],
    ['edgesOfEquilibria, left', edgesOfEquilibria, [[0.3, 1]]],
    [
      'twinDoves',
      twinDoves,
      [
        [0.5, 0.2],
        [0, 0.7],
      ],
    ],
    ['lineInTheCube', lineInTheCube, [[0.3, 0.3, 0.5]]],
    ['diagonal', diagonal, [[0.3, 0.3, 0.3]]],
    [
      'curveInTheCube',
      curveInTheCube,
      [
        [0.5, 0.5, 0.5],
        [0.4, 0.4, 0.625],
      ],
    ],
    ['touchingInside', touchingInside, [[0.4, 0.4, 0.4]]],
  ])('%s rests on them', (_, text, states) => {
    for (const state of states) expectAtRest(text, state);
  });

  it('twinDoves and lineInTheCube move elsewhere', () => {
    expect(Math.abs(driftAt(fieldOf(twinDoves), [0.4, 0.2])[0]!)).toBeGreaterThan(0.01);
    expect(Math.abs(driftAt(fieldOf(lineInTheCube), [0.3, 0.4, 0.5])[2]!)).toBeGreaterThan(0.01);
  });

  it('touchingInside has a singular Jacobian where it touches', () => {
    const [[a, b, c], [d, e, f], [g, h, i]] = jacobianAt(fieldOf(touchingInside), [0.4, 0.4, 0.4]) as number[][] as [
      [number, number, number],
      [number, number, number],
      [number, number, number],
    ];
    expect(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)).toBeCloseTo(0, 15);
  });
});
