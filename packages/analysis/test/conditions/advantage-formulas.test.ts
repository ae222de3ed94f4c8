import { dataSharingAdvantages, dataSharingDefaults } from '@internal/problems';
import {
  bundledGame,
  bundledGameNames,
  evaluateExpression,
  fieldAt,
  parseExpression,
  pointAt,
  readGame,
} from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advantageFormulas } from '../../src/conditions/advantage-formulas.js';

describe('advantageFormulas', () => {
  it('are the coefficients of the field at any point', () => {
    for (const name of bundledGameNames) {
      const game = bundledGame(name);
      const formulas = advantageFormulas(game);
      const values = fc.record(
        Object.fromEntries(game.parameters.map((each) => [each.name, fc.double({ min: 0.1, max: 3, noNaN: true })])),
      );
      fc.assert(
        fc.property(values, (set) => {
          const point = pointAt(game, { set });
          for (const [i, advantage] of fieldAt(game, point).advantages.flat().entries()) {
            const printed = new Map(
              formulas[i]!.terms.map(({ exponents, coefficient }) => [
                exponents.join(),
                evaluateExpression(parseExpression(coefficient), point.parameters),
              ]),
            );
            for (const { exponents, coefficient } of advantage.terms)
              expect(printed.get(exponents.join()) ?? 0).toBeCloseTo(coefficient, 10);
          }
        }),
        { numRuns: 3 },
      );
    }
  });

  it('of the data-sharing game are those that one gets by hand', () => {
    const [ofA] = advantageFormulas(bundledGame('data-sharing'));
    expect(ofA).toMatchObject({ player: 'A', strategy: 'share', over: 'withhold' });
    expect(ofA!.terms.map(({ coefficient }) => coefficient)).toEqual([
      '-r_A*(1 - tau) - I_A*c',
      'b_A*(1 - phi) + I_A*e + s*tau',
      'w + p + I_A*c*kappa',
      's*mu*tau',
    ]);
    const [expected] = dataSharingAdvantages(dataSharingDefaults, [1, 1, 1]);
    const total = ofA!.terms
      .map(({ coefficient }) => evaluateExpression(parseExpression(coefficient), { ...dataSharingDefaults }))
      .reduce((sum, value) => sum + value, 0);
    expect(total).toBeCloseTo(expected!, 12);
  });

  it('gather powers of shares of payoffs that depend on them, and spell parameters as asked', () => {
    const game = readGame(
      'game: g\nhorizon: 1\nagainst: self\nplayers:\n  P: { strategies: [a, b, c] }\nparameters:\n  w: { value: 2 }\n' +
        'payoffs:\n  P: { a: "w*(1 - P.a)^2", b: "P.c/w", c: "0" }\nnoise: { kind: none }\n',
    );
    const [a, b] = advantageFormulas(game, (name) => `par.${name}`);
    expect(a!.terms).toEqual([
      { exponents: [0, 0], coefficient: 'par.w', latex: 'w' },
      { exponents: [1, 0], coefficient: '-2*par.w', latex: '-2 \\, w' },
      { exponents: [2, 0], coefficient: 'par.w', latex: 'w' },
    ]);
    expect(b!.terms.map(({ exponents, coefficient }) => [exponents.join(), coefficient])).toEqual([
      ['0,0', '1/par.w'],
      ['1,0', '-1/par.w'],
      ['0,1', '-1/par.w'],
    ]);
  });
});
