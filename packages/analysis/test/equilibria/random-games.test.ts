import { driftAt, fieldAt, jacobianAt, pointAt } from '@trilogue/core';
import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';
import { manyStarts, randomGame } from '../random-game.js';

const state = (shares: readonly (readonly number[])[]) => shares.flatMap((own) => own.slice(0, -1));
const distance = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

describe('random games', () => {
  it.each([
    [[2, 2], 12],
    [[3, 2], 8],
    [[2, 2, 2], 12],
    [[3, 3], 4],
    [[3, 2, 2], 3],
    [[2, 2, 2, 2], 3],
  ])(
    '%j: Newton from many starts finds nothing that the list lacks, and every entry is an equilibrium',
    (strategies, runs) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
          const game = randomGame(strategies, seed);
          const field = fieldAt(game, pointAt(game));
          const found = equilibria(game);
          for (const { shares, eigenvalues } of found.equilibria) {
            expect(Math.max(...driftAt(field, state(shares)).map(Math.abs))).toBeLessThan(1e-10);
            const whole = new EigenvalueDecomposition(new Matrix(jacobianAt(field, state(shares))));
            const total = whole.realEigenvalues.reduce((sum, re) => sum + re, 0);
            expect(eigenvalues.reduce((sum, [re]) => sum + re, 0)).toBeCloseTo(total, 8);
          }
          // Payoffs of two digits can make an advantage 0 on an edge; what Newton finds there is on a family.
          if (found.continua.length > 0) return;
          for (const candidate of manyStarts(field, 60, seed)) {
            const nearest = Math.min(...found.equilibria.map(({ shares }) => distance(state(shares), candidate)));
            expect(nearest).toBeLessThan(1e-5);
          }
        }),
        { numRuns: runs },
      );
    },
  );

  it('are solved completely as a rule, with an odd number of Nash equilibria', () => {
    // Wilson (1971): the number of Nash equilibria is odd in nearly all games. Fixed seeds: no game here is degenerate.
    for (const [strategies, count] of [
      [[2, 2, 2], 12],
      [[3, 3], 6],
      [[2, 2, 2, 2], 2],
    ] as const) {
      for (let seed = 1; seed <= count; seed++) {
        const found = equilibria(randomGame(strategies, 7919 * seed));
        expect(found).toMatchObject({ complete: true, continua: [] });
        expect(found.equilibria.filter(({ nash }) => nash).length % 2).toBe(1);
      }
    }
  });
});
