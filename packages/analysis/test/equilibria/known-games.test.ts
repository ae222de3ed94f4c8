import {
  battleOfTheSexes,
  battleOfTheSexesEquilibria,
  dataSharingAdvantages,
  dataSharingDefaults,
  dataSharingScenarios,
  hawkDoveMixed,
  matchingPenniesMixed,
  rockPaperScissorsMixed,
  twoInteriorCases,
  twoInteriorEquilibria,
  twoInteriorShares,
} from '@internal/problems';
import { bundledGame, driftAt, fieldAt, type Game, jacobianAt, pointAt, readGame } from '@trilogue/core';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';

const mixedOf = (game: Game, set: Record<string, number> = {}) =>
  equilibria(game, pointAt(game, { set })).equilibria.filter(({ profile }) => profile === null);

describe('known games', () => {
  it('hawk-dove: hawks at V / C, an ESS; asymmetric: a saddle between two strict Nash equilibria', () => {
    const hawks = bundledGame('hawk-dove');
    for (const [V, C] of [
      [2, 4],
      [1, 3],
      [0.1, 0.7],
    ] as const) {
      const [mixed] = mixedOf(hawks, { V, C });
      const answer = hawkDoveMixed(V, C);
      for (const [s, share] of answer.shares.entries()) expect(mixed!.shares[0]![s]).toBeCloseTo(share, 15);
      expect(mixed).toMatchObject({ type: answer.type, stability: 'stable', nash: true, strictNash: false, ess: true });
      expect(mixed!.eigenvalues[0]![0]).toBeCloseTo(answer.eigenvalues[0]![0], 12);
    }
    expect(mixedOf(hawks, { V: 4, C: 4 })).toEqual([]);
    const two = equilibria(bundledGame('hawk-dove-asymmetric'));
    expect(two.equilibria.map(({ type }) => type)).toEqual(['source', 'sink', 'sink', 'source', 'saddle']);
    expect(two.equilibria.filter(({ ess }) => ess).map(({ profile }) => profile)).toEqual([
      ['hawk', 'dove'],
      ['dove', 'hawk'],
    ]);
  });

  it('battle of the sexes: the five with their eigenvalues', () => {
    const found = equilibria(readGame(battleOfTheSexes));
    expect(found.complete).toBe(true);
    expect(found.equilibria).toHaveLength(battleOfTheSexesEquilibria.length);
    for (const [i, answer] of battleOfTheSexesEquilibria.entries()) {
      const { shares, eigenvalues, type } = found.equilibria[i]!;
      for (const [j, share] of answer.shares.entries()) expect(shares[j]![0]).toBeCloseTo(share, 15);
      for (const [j, eigenvalue] of answer.eigenvalues.entries()) {
        expect(eigenvalues[j]![0]).toBeCloseTo(eigenvalue, 13);
        expect(eigenvalues[j]![1]).toBeCloseTo(0, 13);
      }
      expect(type).toBe(answer.type);
    }
    expect(found.equilibria[4]!.exact).toEqual([
      ['2/3', '1/3'],
      ['1/3', '2/3'],
    ]);
  });

  it('matching pennies: a centre, proven neutral', () => {
    const [mixed] = mixedOf(bundledGame('matching-pennies'));
    expect(mixed).toMatchObject({
      point: { [bundledGame('matching-pennies').players[0]!.name]: 0.5 },
      type: 'center',
      stability: 'neutral',
      nash: true,
      ess: false,
    });
    const { stake } = pointAt(bundledGame('matching-pennies')).parameters;
    for (const [k, [re, im]] of matchingPenniesMixed(stake!).eigenvalues.entries()) {
      expect(mixed!.eigenvalues[k]![0]).toBeCloseTo(re, 13);
      expect(Math.abs(mixed!.eigenvalues[k]![1])).toBeCloseTo(Math.abs(im), 13);
    }
  });

  it('rock, paper, scissors: sink, centre and source as victory pays more, as much or less than defeat costs', () => {
    const game = bundledGame('rock-paper-scissors');
    for (const [win, loss, stability] of [
      [1.5, 1, 'stable'],
      [1, 1, 'neutral'],
      [1, 1.5, 'unstable'],
      [1.0000001, 1, 'stable'],
    ] as const) {
      const [mixed] = mixedOf(game, { win, loss });
      const answer = rockPaperScissorsMixed(win, loss);
      expect(mixed).toMatchObject({
        exact: [['1/3', '1/3', '1/3']],
        type: answer.type,
        stability,
        ess: win > loss,
      });
      expect(mixed!.eigenvalues[0]![0]).toBeCloseTo(answer.eigenvalues[0]![0], 13);
      expect(mixed!.eigenvalues[0]![1]).toBeCloseTo(answer.eigenvalues[0]![1], 13);
    }
  });

  it('two interior equilibria of three players, fractions and irrational ones', () => {
    for (const q of [
      twoInteriorCases.fractions,
      twoInteriorCases.irrational,
      twoInteriorCases.touching,
      twoInteriorCases.none,
    ]) {
      const found = equilibria(readGame(twoInteriorEquilibria(q)));
      const inside = found.equilibria.filter(({ shares }) => shares.flat().every((share) => share > 0));
      const expected = twoInteriorShares(q);
      expect(found.complete).toBe(true);
      expect(inside).toHaveLength(expected.length);
      for (const [i, t] of expected.entries()) {
        for (const [share] of inside[i]!.shares)
          expect(Math.abs(share! - t)).toBeLessThanOrEqual(inside[i]!.error + 2 ** -53);
      }
    }
  });
});

describe('the data-sharing game', () => {
  const game = bundledGame('data-sharing');

  it.each(Object.keys(dataSharingScenarios) as (keyof typeof dataSharingScenarios)[])(
    '%s: the eight triples are the advantages, signed by which end the share is at',
    (scenario) => {
      const parameters = { ...dataSharingDefaults, ...dataSharingScenarios[scenario] };
      const pure = equilibria(game, pointAt(game, { scenario })).equilibria.filter(({ profile }) => profile !== null);
      expect(pure).toHaveLength(8);
      for (const { shares, eigenvalues, eigenvalueError, stability } of pure) {
        const [x, y, z] = shares.map(([first]) => first!) as [number, number, number];
        const expected = dataSharingAdvantages(parameters, [x, y, z]).map(
          (advantage, i) => (1 - 2 * [x, y, z][i]!) * advantage,
        );
        expected.sort((a, b) => b - a);
        for (const [i, eigenvalue] of expected.entries()) expect(eigenvalues[i]![0]).toBeCloseTo(eigenvalue, 13);
        expect(eigenvalueError).toBe(0);
        expect(stability).toBe(expected[0]! < 0 ? 'stable' : 'unstable');
      }
    },
  );

  it('has eleven equilibria, none missing; two are stable', () => {
    const found = equilibria(game);
    expect(found).toMatchObject({ complete: true, continua: [], undecided: [], game: 'data-sharing' });
    expect(found.equilibria).toHaveLength(11);
    expect(found.equilibria.filter(({ type }) => type === 'sink').map(({ point }) => point)).toEqual([
      { A: 1, B: 1, M: 1 },
      { A: 0, B: 0, M: 0 },
    ]);
    expect(found.equilibria[0]!.stochastic!.directions).toHaveLength(3);
    expect(found.equilibria.at(-1)!.stochastic).toBeNull();
  });

  it('is printed by JSON and read back the same', () => {
    const found = equilibria(game);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('has the eigenvalues of the whole Jacobian, of which ours are read off in blocks', () => {
    const field = fieldAt(game, pointAt(game));
    for (const { shares, eigenvalues } of equilibria(game).equilibria) {
      const whole = new EigenvalueDecomposition(
        new Matrix(
          jacobianAt(
            field,
            shares.map(([first]) => first!),
          ),
        ),
      );
      const sorted = whole.realEigenvalues.toSorted((a, b) => b - a);
      for (const [i, eigenvalue] of sorted.entries()) expect(eigenvalues[i]![0]).toBeCloseTo(eigenvalue, 10);
      for (const drift of driftAt(
        field,
        shares.map(([first]) => first!),
      ))
        expect(Math.abs(drift)).toBeLessThan(1e-14);
    }
  });

  it('moves with the point, and refuses one where a payoff is not finite', () => {
    const risky = equilibria(game, pointAt(game, { set: { tau: 0, p: 0 } })).equilibria;
    expect(risky.filter(({ type }) => type === 'sink').map(({ point }) => point)).toContainEqual({ A: 0, B: 0, M: 0 });
    const quotient = readGame(
      'game: q\nhorizon: 1\nagainst: self\nplayers:\n  P: { strategies: [a, b] }\nparameters:\n  c: { value: 1 }\npayoffs:\n  P: { a: 1/c, b: 0 }\nnoise: { kind: none }\n',
    );
    expect(() => equilibria(quotient, { ...pointAt(quotient), parameters: { c: 0 } })).toThrow(
      /payoff of player P, strategy a/,
    );
  });
});
