import { type Game, readGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';
import { numbers } from '../random-game.js';

function matrixGame(matrix: readonly (readonly number[])[]): Game {
  const names = matrix.map((_, s) => `s${s}`);
  const rows = matrix.flatMap((row, i) => row.map((pay, j) => `  - { when: [s${i}, s${j}], pay: { P: ${pay} } }`));
  const head = `game: m\nhorizon: 1\nagainst: self\nplayers:\n  P: { strategies: [${names}] }\npayoffs:\n`;
  return readGame(`${head}${rows.join('\n')}\nnoise: { kind: none }\n`);
}

describe('ESS in one population', () => {
  it.each([
    [
      'a weakly dominated mutant that does worse against itself is kept out',
      [
        [1, 1],
        [1, 0],
      ],
      [true, false],
    ],
    [
      'one that does as well is not',
      [
        [1, 1],
        [1, 1],
      ],
      [false, false],
    ],
    [
      'coordination: both pure states',
      [
        [2, 0],
        [0, 1],
      ],
      [true, true],
    ],
    [
      'three strategies, two alternative best replies that only help each other a little',
      [
        [0, 0, 0],
        [0, -1, 0.5],
        [0, 0.4, -1],
      ],
      [true, false, false],
    ],
    [
      'and too much',
      [
        [0, 0, 0],
        [0, -1, 2],
        [0, 1, -1],
      ],
      [false, false, false],
    ],
  ])('%s', (_, matrix, expected) => {
    const pure = equilibria(matrixGame(matrix)).equilibria.filter(({ profile }) => profile !== null);
    expect(pure.map(({ ess }) => ess)).toEqual(expected);
  });

  it('every ESS is a sink or undecided, and beats mutants drawn at random', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.integer(),
        (matrix, seed) => {
          const next = numbers(seed);
          for (const { shares, ess, type, isolated } of equilibria(matrixGame(matrix)).equilibria) {
            if (ess !== true) continue;
            expect(['sink', 'degenerate']).toContain(type);
            expect(isolated).toBe(true);
            const p = shares[0]!;
            for (let n = 0; n < 20; n++) {
              const weights = p.map(() => next() + 1e-3);
              const total = weights.reduce((sum, w) => sum + w, 0);
              // Invaders near p: (p - q).A q > 0 is the definition in a neighbourhood (Hofbauer, Schuster & Sigmund
              // 1979).
              const q = p.map((share, i) => share + 1e-4 * (weights[i]! / total - share));
              const gain = p.reduce(
                (sum, share, i) => sum + (share - q[i]!) * matrix[i]!.reduce((s, a, j) => s + a * q[j]!, 0),
                0,
              );
              expect(gain).toBeGreaterThan(-1e-16);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
