import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGame } from '../../src/file/read-game.js';
import { writeGame } from '../../src/file/write-game.js';
import { bundledGame, bundledGameNames } from '../../src/games/bundled.js';
import { randomGame } from '../random-game.js';

/** A game without the places in its expressions. */
function bare(game: unknown): unknown {
  return JSON.parse(JSON.stringify(game, (key, value) => (key === 'at' ? undefined : value)));
}

describe('writeGame', () => {
  it.each(bundledGameNames)('writes %s so that it reads back the same', (name) => {
    const game = bundledGame(name);
    const text = writeGame(game);
    expect(bare(readGame(text))).toEqual(bare(game));
    expect(writeGame(readGame(text))).toBe(text);
  });

  it('writes random games so that they read back the same', () => {
    fc.assert(
      fc.property(randomGame(), ({ game }) => {
        expect(bare(readGame(writeGame(game)))).toEqual(bare(game));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps titles with any characters', () => {
    const game = bundledGame('stag-hunt');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (title) => {
        const titled = { ...game, title, source: title, players: [{ ...game.players[0]!, title }] };
        expect(bare(readGame(writeGame(titled)))).toEqual(bare(titled));
      }),
    );
  });

  it('writes one expression per player and own strategy, scenarios and shares of any form', () => {
    const text = `
      game: short
      horizon: 2.5
      players: { A: { strategies: [up, down] }, B: { strategies: [l, m, r] } }
      parameters: { q: { value: 0.25 } }
      where: { later: q^-2, first: later - -q }
      payoffs:
        A: { up: -(first*B.l)^2, down: "0" }
        B: { l: 1e-7, m: 1e21, r: -3 }
      noise: { kind: demographic, sigma: { A: q + 1, B: 0 } }
      initial: { A: q + q, B: [1/3, 1/3, 1/3] }
      scenarios: { s-1: { q: 0.125 }, s-2: {} }`;
    const game = readGame(text);
    expect(bare(readGame(writeGame(game)))).toEqual(bare(game));
    expect(writeGame(game)).toContain('A: q + q\n');
  });
});
